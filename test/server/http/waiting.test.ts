import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import { createHarness, everyRole, type Harness, type Member, newDocument, send, write } from '../harness.ts';
import { newComment } from '../register-rows.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;

beforeEach(async () => {
  harness = await createHarness();
  id = await newDocument(harness);
  members = await everyRole(harness, id);
  await write(harness, id, members.drafter.id, 'We decide.');
});
afterEach(() => harness.close());

const waiting = async (role: Role) =>
  (await send(harness, members[role].token, 'GET', `/api/documents/${id}/waiting`)).json();

describe('GET …/waiting', () => {
  it('U170: counts what waits for the visitor, and names the one thing where there is one', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    expect(await waiting('facilitator')).toEqual({
      waiting: [{ what: 'undecided', count: 1, only: `comment.${comment.id}`, until: null }],
    });
    expect(await waiting('stakeholder')).toEqual({ waiting: [] });
    await send(harness, members.facilitator.token, 'POST', `/api/documents/${id}/dispositions`, {
      on: [{ noun: 'comment', id: comment.id }],
      decision: 'noted',
      reason: 'Seen.',
    });
    expect(await waiting('facilitator')).toEqual({ waiting: [] });
    expect(await waiting('stakeholder')).toEqual({
      waiting: [{ what: 'reaction', count: 1, only: `comment.${comment.id}`, until: null }],
    });
    expect(await waiting('observer')).toEqual({ waiting: [] });
  });

  it('U170: tells nothing to whoever is not signed in where the register is for participants', async () => {
    const answer = await send(harness, null, 'GET', `/api/documents/${id}/waiting`);
    expect(answer.statusCode).toBe(401);
  });
});
