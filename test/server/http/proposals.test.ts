import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;
beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { workingText: 'participants' });
  members = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  await write(harness, id, members.drafter.id, 'We recognize the role of women.');
  await write(harness, id, members.drafter.id, 'We decide to meet again.');
});
afterAll(() => harness.close());

const paragraphs = async () =>
  (await send(harness, ADMIN, 'GET', `/api/documents/${id}/text`)).json().paragraphs;
const asBase = ({ kind, level, runs }: { kind: string; level: number; runs: object[] }) => ({
  kind,
  level,
  runs,
});
const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
const propose = (role: Role, body: object) =>
  send(harness, members[role].token, 'POST', `/api/documents/${id}/proposals`, { text: 'working', ...body });

describe('proposals over HTTP', () => {
  it('M1: a proposer sends edited copies; the server keeps bases as the text says them, and names the changes', async () => {
    const [, first, second] = await paragraphs();
    const answer = await propose('delegate', {
      rationale: ' Inclusive language. ',
      changes: [
        {
          act: 'replace',
          paragraph: first.id,
          base: asBase(first),
          wording: [wording('We recognize the role of women and girls.')],
        },
        { act: 'insert-after', paragraph: second.id, wording: [wording('We invite all to attend.')] },
      ],
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const { row, noun, revision } = answer.json().entry;
    expect({ noun, revision }).toEqual({ noun: 'proposal', revision: 1 });
    expect(row.rationale).toBe('Inclusive language.');
    expect(row.changes[0].base).toEqual({ ...asBase(first), label: first.label });
    expect(row.changes[1].base).toEqual({ ...asBase(second), label: second.label });
    expect(new Set(row.changes.map((change: { id: string }) => change.id)).size).toBe(2);
    const listed = await send(harness, members.stakeholder.token, 'GET', `/api/documents/${id}/proposals`);
    expect(listed.json().proposals.map((one: { entry: { id: string } }) => one.entry.id)).toContain(row.id);
  });
});
