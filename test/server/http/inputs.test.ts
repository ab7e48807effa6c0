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

const post = (by: Role, path: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
  send(harness, members[by].token, method, `/api/documents/${id}${path}`, body);
const on = (row: { readonly id: string }, noun = 'comment') => ({ noun, id: row.id });

async function decided() {
  const comment = await newComment(harness, id, members.stakeholder);
  const body = { on: [on(comment)], decision: 'not-accepted', reason: 'No.', summary: 'Asks for less.' };
  const answer = await post('facilitator', '/dispositions', body);
  expect(answer.statusCode, answer.body).toBe(201);
  return `/dispositions/comment.${comment.id}`;
}

describe('an author answers', () => {
  it('O12: satisfied, or not and why; another delegation may not, a reason is needed', async () => {
    const path = `${await decided()}/reaction`;
    expect((await post('stakeholder', path, { satisfied: false })).json().fields[0].field).toBe('reason');
    expect((await post('delegate', path, { satisfied: true })).json().code).toBe('not-permitted');
    expect((await post('observer', path, { satisfied: true })).json().code).toBe('not-permitted');
    const done = await post('stakeholder', path, { satisfied: false, reason: 'We asked for more.' });
    expect(done.json().entry).toMatchObject({
      revision: 2,
      row: { reaction: { satisfied: false, reason: 'We asked for more.' } },
    });
  });

  it('O4: a change of mind asks for the reaction anew and keeps the contest', async () => {
    const path = await decided();
    await post('stakeholder', `${path}/reaction`, { satisfied: true });
    await post('stakeholder', `${path}/contests`, { text: 'We asked for more.' });
    const subject = { noun: 'comment', id: path.split('.')[1] };
    const again = { on: [subject], decision: 'accepted', seen: { [`comment.${subject.id}`]: 3 } };
    const [entry] = (await post('facilitator', '/dispositions', again)).json().entries;
    expect(entry).toMatchObject({ revision: 4, row: { reaction: null, contests: [{ answer: null }] } });
    const history = `/api/documents/${id}/register/disposition/comment.${subject.id}/history`;
    const { entries } = (await send(harness, members.stakeholder.token, 'GET', history)).json();
    expect(entries[1].row.reaction).toMatchObject({ satisfied: true });
  });

  it('O13: a contest waits for the facilitators, who answer in a closed document too', async () => {
    const path = await decided();
    expect((await post('facilitator', `${path}/contests/answer`, { text: 'x' })).json().code).toBe(
      'not-found',
    );
    expect((await post('stakeholder', `${path}/contests`, { text: '  ' })).json().code).toBe(
      'invalid-fields',
    );
    expect((await post('stakeholder', `${path}/contests`, { text: 'Wrong summary.' })).statusCode).toBe(201);
    await setPhase(harness, id, 'closed');
    const refused = await post('stakeholder', `${path}/contests/answer`, { text: 'Ourselves.' });
    expect(refused.json().code).toBe('not-permitted');
    const answer = await post('facilitator', `${path}/contests/answer`, { text: 'Mended.' });
    expect(answer.json().entry.row.contests).toMatchObject([
      { text: 'Wrong summary.', answer: { text: 'Mended.', by: { participantId: members.facilitator.id } } },
    ]);
    const second = await post('facilitator', `${path}/contests/answer`, { text: 'Again.' });
    expect(second.json()).toMatchObject({ code: 'already-decided' });
    expect(second.json().detail).toContain('Sample facilitator');
  });

  it('O13: after 30 days the summary stands', async () => {
    const path = `${await decided()}/contests`;
    harness.clock.turn(31 * 24 * 60 * 60 * 1000);
    expect((await post('stakeholder', path, { text: 'Late.' })).json().code).toBe('too-late');
  });
});

describe('items and links', () => {
  it('O14: a comment is split by facilitators and its items are decided singly', async () => {
    const comment = await newComment(harness, id, members.stakeholder, { text: 'First ask. Second ask.' });
    const path = `/comments/${comment.id}/items`;
    const items = [
      { start: 0, end: 10 },
      { start: 11, end: 22 },
    ];
    expect((await post('stakeholder', path, { items })).json().code).toBe('not-permitted');
    const answer = await post('facilitator', path, { items });
    expect(answer.statusCode, answer.body).toBe(201);
    const [first, second] = answer.json().entries;
    expect([first.row.text, second.row.text]).toEqual(['First ask.', 'Second ask.']);
    const decision = { on: [on(second, 'item')], decision: 'noted', reason: 'Noted.' };
    expect((await post('facilitator', '/dispositions', decision)).statusCode).toBe(201);
    const [, kept] = items;
    const again = await post('facilitator', path, { items: [{ start: 0, end: 5 }, kept] });
    expect(again.json().entries.map(({ row }: { row: { text: string } }) => row.text)).toEqual(['First', '']);
    const lost = await post('facilitator', path, { items: [] });
    expect(lost.json().code).toBe('already-decided');
    const gone = { on: [on(first, 'item')], decision: 'noted', reason: 'Noted.' };
    expect((await post('facilitator', '/dispositions', gone)).json().code).toBe('not-found');
    const whole = { on: [on(comment)], decision: 'duplicate', duplicateOf: on(second, 'item') };
    expect((await post('facilitator', '/dispositions', whole)).json().fields[0].problem).toContain(
      'one submission',
    );
  });

  it('O14: a withdrawn comment, a private note, an unknown paragraph are refused', async () => {
    const withdrawn = await newComment(harness, id, members.stakeholder, {
      withdrawnAt: harness.clock.now(),
    });
    const note = await newComment(harness, id, members.stakeholder, { visibility: 'delegation' });
    const open = await newComment(harness, id, members.stakeholder);
    const items = [{ start: 0, end: 3 }];
    expect((await post('facilitator', `/comments/${withdrawn.id}/items`, { items })).json().code).toBe(
      'withdrawn',
    );
    expect((await post('facilitator', `/comments/${note.id}/items`, { items })).json().code).toBe(
      'not-found',
    );
    const nowhere = { items: [{ start: 0, end: 3, paragraph: 'nowhere' }] };
    expect((await post('facilitator', `/comments/${open.id}/items`, nowhere)).json().code).toBe(
      'invalid-fields',
    );
  });

  it('O16: equal inputs are linked, each in one link, and a link can be undone', async () => {
    const [a, b, c] = [
      await newComment(harness, id, members.stakeholder),
      await newComment(harness, id, members.delegate),
      await newComment(harness, id, members.drafter),
    ];
    expect((await post('facilitator', '/links', { inputs: [on(a)] })).json().code).toBe('invalid-fields');
    expect((await post('delegate', '/links', { inputs: [on(a), on(b)] })).json().code).toBe('not-permitted');
    const linked = await post('facilitator', '/links', { inputs: [on(a), on(b)] });
    expect(linked.json().entry.row.inputs).toEqual([on(a), on(b)]);
    const link = linked.json().entry.id;
    const twice = await post('facilitator', '/links', { inputs: [on(b), on(c)] });
    expect(twice.json()).toMatchObject({ code: 'already-exists' });
    expect(twice.json().detail).toContain(link);
    const more = await post('facilitator', `/links/${link}`, { inputs: [on(a), on(b), on(c)] }, 'PUT');
    expect(more.json().entry).toMatchObject({ revision: 2 });
    const undone = await post('facilitator', `/links/${link}`, { inputs: [on(a)] }, 'PUT');
    expect(undone.json().entry.row.inputs).toEqual([]);
    expect((await post('facilitator', '/links/nothing', { inputs: [] }, 'PUT')).json().code).toBe(
      'not-found',
    );
  });
});

describe('statuses', () => {
  it('L1: facilitators say where a paragraph stands, with its words at that time', async () => {
    const text = (await send(harness, members.facilitator.token, 'GET', `/api/documents/${id}/text`)).json();
    const { id: paragraph, text: words } = text.paragraphs[0];
    const body = { paragraphs: [paragraph], status: 'agreed-ad-referendum', words: { [paragraph]: words } };
    for (const role of ['drafter', 'delegate', 'stakeholder', 'observer'] as const)
      expect((await post(role, '/statuses', body)).json().code).toBe('not-permitted');
    const [entry] = (await post('facilitator', '/statuses', body)).json().entries;
    expect(entry).toMatchObject({
      noun: 'status',
      id: paragraph,
      row: { status: 'agreed-ad-referendum', text: words },
    });
    expect((await post('facilitator', '/statuses', body)).json().code).toBe('already-exists');
    const unseen = { ...body, status: 'agreed', words: { [paragraph]: 'Other words.' } };
    expect((await post('facilitator', '/statuses', unseen)).json().code).toBe('text-changed');
    for (const wrong of [{ paragraphs: [] }, { paragraphs: ['nowhere'] }, { status: 'perhaps' }])
      expect((await post('facilitator', '/statuses', { ...body, words: {}, ...wrong })).json().code).toBe(
        'invalid-fields',
      );
  });
});
