import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import { createHarness, everyRole, type Harness, type Member, newDocument, send, write } from '../harness.ts';
import { newProposal } from '../register-rows.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;
let paragraph: string;

beforeEach(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { workingText: 'participants' });
  members = await everyRole(harness, id);
  await write(harness, id, members.drafter.id, 'We decide.');
  paragraph = (await get('facilitator', '/text'))
    .json()
    .paragraphs.find((each: { text: string }) => each.text === 'We decide.').id;
});
afterEach(() => harness.close());

const get = (role: Role | null, path: string) =>
  send(harness, role === null ? null : members[role].token, 'GET', `/api/documents/${id}${path}`);
const base = { label: '1', kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] } as const;
const change = (act: 'delete' | 'insert-after', words: readonly string[]) => ({
  id: `change-${act}` as never,
  act,
  paragraph: paragraph as never,
  base,
  wording: words.map((text) => ({ kind: 'operative' as const, level: 0, runs: [{ text }] })),
  after: null,
});

describe('GET …/rolling', () => {
  it('L3: compiles the working text with its open proposals and says of which moment', async () => {
    await newProposal(harness, id, members.delegate, { changes: [change('delete', [])] });
    await newProposal(harness, id, members.stakeholder, { changes: [change('insert-after', ['We hope.'])] });
    const answer = await get('observer', '/rolling');
    expect(answer.statusCode, answer.body).toBe(200);
    const { paragraphs, counts, signs, head } = answer.json();
    const at = paragraphs.findIndex((each: { paragraph: string }) => each.paragraph === paragraph);
    expect(head).toBe(2);
    expect(counts.proposals).toBe(2);
    expect(signs).toEqual(['brackets', 'attribution', 'delete', 'insertion']);
    expect(paragraphs[at]).toMatchObject({
      role: 'text',
      opens: true,
      notes: [{ kind: 'delete', by: { names: 'Delegation of delegate' } }],
    });
    expect(paragraphs[at + 1]).toMatchObject({
      role: 'insertion',
      by: { names: 'Delegation of stakeholder' },
    });
  });

  it('L13: private, withdrawn and decided proposals are not in it, deferred ones are', async () => {
    const closed = await newProposal(harness, id, members.delegate, { changes: [change('delete', [])] });
    await newProposal(harness, id, members.delegate, {
      changes: [change('delete', [])],
      visibility: 'delegation',
    });
    await newProposal(harness, id, members.delegate, {
      changes: [change('delete', [])],
      withdrawnAt: harness.clock.now(),
    });
    const decide = (decision: string, revision: number) =>
      send(harness, members.facilitator.token, 'POST', `/api/documents/${id}/dispositions`, {
        on: [{ noun: 'proposal', id: closed.id }],
        decision,
        reason: 'Said so.',
        seen: revision === 0 ? {} : { [`proposal.${closed.id}`]: revision },
      });
    expect((await decide('not-accepted', 0)).statusCode).toBe(201);
    for (const role of ['delegate', 'facilitator'] as const)
      expect((await get(role, '/rolling')).json().counts.proposals).toBe(0);
    expect((await decide('deferred', 1)).statusCode).toBe(201);
    expect((await get('delegate', '/rolling')).json().counts.proposals).toBe(1);
  });

  it('L13: whoever may not see the working text does not see it compiled', async () => {
    await send(harness, members.facilitator.token, 'PATCH', `/api/documents/${id}`, {
      workingText: 'team',
      register: 'public',
    });
    expect((await get('delegate', '/rolling')).json().code).toBe('not-permitted');
    expect((await get(null, '/rolling')).json().code).toBe('not-permitted');
    expect((await get('drafter', '/rolling')).statusCode).toBe(200);
  });
});
