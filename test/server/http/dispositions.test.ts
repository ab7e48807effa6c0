import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import {
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';
import { newComment, newProposal } from '../register-rows.ts';

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

const dispose = (body: object, by: Role = 'facilitator', headers = {}) =>
  send(harness, members[by].token, 'POST', `/api/documents/${id}/dispositions`, body, headers);
const on = (row: { readonly id: string }, noun = 'comment') => ({ noun, id: row.id });
const dispositions = () => harness.store.rows.register.ofNoun(id as never, 'disposition');

describe('POST …/dispositions', () => {
  it('O1: a disposition has decision, reason, summary and the paragraph it led to, signed by the server', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    const text = (await send(harness, members.facilitator.token, 'GET', `/api/documents/${id}/text`)).json();
    const [paragraph] = text.paragraphs;
    const answer = await dispose({
      on: [on(comment)],
      decision: 'accepted',
      reason: 'Agreed in the room.',
      summary: 'Asks for more.',
      ledTo: [paragraph.id],
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const [entry] = answer.json().entries;
    expect(entry).toMatchObject({
      noun: 'disposition',
      id: `comment.${comment.id}`,
      revision: 1,
      row: {
        decision: 'accepted',
        reason: 'Agreed in the room.',
        summary: 'Asks for more.',
        ledTo: [paragraph.id],
        by: { participantId: members.facilitator.id, at: entry.at },
        after: null,
        reaction: null,
        contests: [],
      },
    });
  });

  it('O2: many are decided at once, with an audit entry each and one event', async () => {
    const comments = [];
    for (let n = 0; n < 12; n += 1) comments.push(await newComment(harness, id, members.stakeholder));
    const proposal = await newProposal(harness, id, members.delegate);
    harness.events.length = 0;
    const answer = await dispose({
      on: [...comments.map((comment) => on(comment)), on(proposal, 'proposal')],
      decision: 'noted',
      reason: 'Kept for the next round.',
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json().entries).toHaveLength(13);
    const audit = await send(harness, members.facilitator.token, 'GET', `/api/documents/${id}/audit`);
    const decided = audit
      .json()
      .entries.filter((entry: { act: string }) => entry.act === 'disposition.decide');
    expect(decided.map((entry: { subject: string }) => entry.subject)).toEqual([
      ...comments.map((comment) => `disposition:comment.${comment.id}@1`),
      `disposition:proposal.${proposal.id}@1`,
    ]);
    expect(harness.events).toMatchObject([
      { kind: 'register-changed', head: 26 },
      { kind: 'notices-changed' },
    ]);
  });

  it('O3: of two who decide at once one wins, the other is told by whom and when, and nothing is partly done', async () => {
    const first = await newComment(harness, id, members.stakeholder);
    const second = await newComment(harness, id, members.stakeholder);
    const answers = await Promise.all([
      dispose({ on: [on(first)], decision: 'noted', reason: 'Noted.' }),
      dispose({ on: [on(second), on(first)], decision: 'deferred', reason: 'Later.' }),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 409]);
    const lost = answers[1]?.json();
    expect(lost.code).toBe('already-decided');
    expect(lost.detail).toContain('noted by Sample facilitator (Delegation of facilitator) at');
    expect(lost.detail).toContain(answers[0]?.json().entries[0].at);
    expect((await dispositions()).map(({ row }) => row.decision)).toEqual(['noted']);
  });

  it('O4: a change of mind names the revision that was looked at and stands beside the earlier one', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    const key = `comment.${comment.id}`;
    await dispose({ on: [on(comment)], decision: 'noted', reason: 'Noted.' });
    const again = { on: [on(comment)], decision: 'accepted', reason: 'Agreed after all.' };
    expect((await dispose(again)).json().code).toBe('already-decided');
    expect((await dispose({ ...again, seen: { [key]: 2 } })).json().code).toBe('already-decided');
    expect((await dispose({ ...again, seen: { [key]: 1 } })).statusCode).toBe(201);
    const history = await harness.store.rows.register.history(id as never, 'disposition', key);
    expect(history.map(({ revision, row }) => [revision, row.decision])).toEqual([
      [1, 'noted'],
      [2, 'accepted'],
    ]);
  });

  it('O5: sent twice with one key it is decided once', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    const body = { on: [on(comment)], decision: 'noted', reason: 'Noted.' };
    const key = { 'idempotency-key': 'one' };
    const answers = [await dispose(body, 'facilitator', key), await dispose(body, 'facilitator', key)];
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201]);
    expect(answers[0]?.json()).toEqual(answers[1]?.json());
    expect(await dispositions()).toHaveLength(1);
  });

  it('O6: a private note is not there for facilitators; their own cannot be disposed of', async () => {
    const foreign = await newComment(harness, id, members.stakeholder, { visibility: 'delegation' });
    const own = await newComment(harness, id, members.facilitator, { visibility: 'delegation' });
    const decision = { decision: 'noted', reason: 'Noted.' };
    expect((await dispose({ on: [on(foreign)], ...decision })).json().code).toBe('not-found');
    expect((await dispose({ on: [on(own)], ...decision })).json()).toMatchObject({
      code: 'invalid-fields',
      fields: [{ field: 'on' }],
    });
    expect((await dispose({ on: [on({ id: 'nothing' })], ...decision })).json().code).toBe('not-found');
  });

  it('O7: what was withdrawn can be closed as noted and in no other way', async () => {
    const comment = await newComment(harness, id, members.stakeholder, { withdrawnAt: harness.clock.now() });
    const refused = await dispose({ on: [on(comment)], decision: 'not-accepted', reason: 'No.' });
    expect(refused.json().code).toBe('withdrawn');
    expect((await dispose({ on: [on(comment)], decision: 'noted', reason: 'Withdrawn.' })).statusCode).toBe(
      201,
    );
  });

  it('O8: a proposal is accepted by taking it up, and by no disposition', async () => {
    const proposal = await newProposal(harness, id, members.delegate);
    for (const decision of ['accepted', 'accepted-in-part']) {
      const refused = await dispose({ on: [on(proposal, 'proposal')], decision, reason: 'Yes.' });
      expect(refused.json()).toMatchObject({ code: 'invalid-fields', fields: [{ field: 'decision' }] });
    }
    const declined = { on: [on(proposal, 'proposal')], decision: 'not-accepted', reason: 'No.' };
    expect((await dispose(declined)).statusCode).toBe(201);
  });

  it('O9: a duplicate names what it repeats, and duplicates never lead in a circle', async () => {
    const [a, b, c] = [
      await newComment(harness, id, members.stakeholder),
      await newComment(harness, id, members.delegate),
      await newComment(harness, id, members.drafter),
    ];
    const duplicate = (of: object | null, ...which: { readonly id: string }[]) =>
      dispose({
        on: which.map((row) => on(row)),
        decision: 'duplicate',
        ...(of === null ? {} : { duplicateOf: of }),
      });
    expect((await duplicate(null, a)).json().fields[0].field).toBe('duplicateOf');
    expect((await duplicate(on(a), a)).json().fields[0].problem).toContain('repeat itself');
    expect((await duplicate(on(b), a)).statusCode).toBe(201);
    expect((await duplicate(on(c), b)).statusCode).toBe(201);
    expect((await duplicate(on(a), c)).json().fields[0].problem).toContain('leads back');
    const without = await dispose({ on: [on(c)], decision: 'noted', reason: 'x', duplicateOf: on(a) });
    expect(without.json().fields[0].field).toBe('duplicateOf');
  });

  it.each([
    ['no input', { on: [] }],
    ['an unknown decision', { decision: 'loved' }],
    ['no reason', { reason: '   ' }],
    ['control characters', { reason: 'a\u0007b' }],
    ['a reason of 1 MB', { reason: 'x'.repeat(20_000) }],
    ['an unknown paragraph', { ledTo: ['nowhere'] }],
    ['an unknown field', { at: '2020-01-01' }],
    ['a revision below 0', { seen: { x: -1 } }],
    ['an id with a path', { on: [{ noun: 'comment', id: '../x' }] }],
  ])('O10: %s is refused by name and changes nothing', async (_, wrong) => {
    const comment = await newComment(harness, id, members.stakeholder);
    const answer = await dispose({ on: [on(comment)], decision: 'noted', reason: 'Noted.', ...wrong });
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json().code).toBe('invalid-fields');
    expect(answer.json().fields.length).toBeGreaterThan(0);
    expect(await dispositions()).toEqual([]);
  });

  it('O10: an input twice in one request is refused', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    const answer = await dispose({ on: [on(comment), on(comment)], decision: 'noted', reason: 'Noted.' });
    expect(answer.json().fields[0].problem).toContain('twice');
  });

  it('O11: facilitators alone decide, and not in a closed document', async () => {
    const comment = await newComment(harness, id, members.stakeholder);
    const body = { on: [on(comment)], decision: 'noted', reason: 'Noted.' };
    for (const role of ['drafter', 'delegate', 'stakeholder', 'observer'] as const)
      expect((await dispose(body, role)).json().detail).toContain('(role)');
    await setPhase(harness, id, 'closed');
    expect((await dispose(body)).json().detail).toContain('(phase)');
  });
});
