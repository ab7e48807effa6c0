import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../harness.ts';
import { newProposal } from '../register-rows.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let colleague: Member;
let speaker: string;
beforeAll(async () => {
  stage = await createRegisterStage();
  colleague = await stage.invite('stakeholder');
  const { directory } = (await stage.as('facilitator', 'GET', '/register')).json();
  speaker = directory.delegations.find(({ name }: { name: string }) => name === 'Delegation of delegate').id;
});
afterAll(() => stage.close());

type Who = Parameters<RegisterStage['as']>[0];
const act = (who: Who, path: string, body?: object) => stage.as(who, 'POST', path, body);
const said = (text: string, manner = 'verbatim') => ({
  manner,
  words: { language: 'en', text },
  recording: { url: 'https://example.org/recording', at: 75 },
});
const statement = (changes: object = {}) => ({
  speaker: 'Delegate of the North',
  date: '2026-05-30',
  meeting: 'First meeting',
  passages: [said('We need a floor for everybody.')],
  ...changes,
});
const enter = async (who: Who, ...changes: object[]) =>
  (await act(who, '/statements', { statements: changes.map(statement) })).json();
const one = async (who: Who, changes: object = {}) => (await enter(who, changes)).entries[0];
const edit = (who: Who, { id, revision }: { id: string; revision: number }, changes: object) =>
  stage.as(who, 'PUT', `/statements/${id}`, { revision, statement: statement(changes) });
const verify = (who: Who, { id, revision }: { id: string; revision: number }, verified = true) =>
  act(who, `/statements/${id}/verification`, { revision, verified });

describe('statements', () => {
  it('Q20: many are put in by one act, each with its own entry in the audit log', async () => {
    const before = (await stage.as(null, 'GET', '/audit')).json().head;
    const { entries } = await enter(
      'stakeholder',
      {},
      { speaker: 'Somebody else', passages: [said('No.', 'reported')] },
    );
    expect(entries.map(({ row }: { row: { speaker: string } }) => row.speaker)).toEqual([
      'Delegate of the North',
      'Somebody else',
    ]);
    expect(entries[0].row).toMatchObject({
      delegationId: null,
      date: '2026-05-30T00:00:00.000Z',
      verified: null,
      spokenFor: { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] },
    });
    const audit = (await stage.as(null, 'GET', `/audit?after=${before.seq}`)).json().entries;
    expect(audit.map(({ act: name }: { act: string }) => name)).toEqual([
      'statement.write',
      'statement.write',
    ]);
    const seen = (await stage.as(null, 'GET', '/register'))
      .json()
      .entries.map(({ id }: { id: string }) => id);
    expect(seen).toEqual(expect.arrayContaining(entries.map(({ id }: { id: string }) => id)));
  });

  it('U170: a question on a statement waits for the delegation it is taken for until that answers', async () => {
    const { id } = await one('stakeholder', { delegationId: speaker });
    const waiting = async (who: Who) => {
      const { waiting: all } = (await stage.as(who, 'GET', '/waiting')).json();
      return all.find(({ what }: { what: string }) => what === 'question');
    };
    const before = await waiting('delegate');
    const question = await stage.comment('stakeholder', { on: { noun: 'statement', id }, kind: 'question' });
    expect([before, await waiting('delegate'), await waiting('observer')]).toEqual([
      undefined,
      { what: 'question', count: 1, only: question.id, until: null },
      undefined,
    ]);
    await act('delegate', `/comments/${question.id}/answers`, { text: 'Because.' });
    expect(await waiting('delegate')).toBeUndefined();
  });

  it.each([
    ['delegationId', { delegationId: 'nobody' }, 'statements.1.delegationId'],
    ['a day that is none', { date: '2026-02-30' }, 'statements.1.date'],
    ['an address of another kind', { written: 'javascript:alert(1)' }, 'statements.1.written'],
    ['nothing at all', { passages: [] }, 'statements.1.passages'],
    ['a paragraph', { paragraphs: ['nowhere'] }, 'statements.1.paragraphs'],
    ['a proposal', { proposals: ['nowhere'] }, 'statements.1.proposals'],
    ['no name', { speaker: ' ' }, 'statements.1.speaker'],
  ])('Q20: what is wrong is named, and nothing is put in: %s', async (_what, changes, field) => {
    const head = (await stage.as(null, 'GET', '/register')).json().head;
    const answer = await act('stakeholder', '/statements', { statements: [statement(), statement(changes)] });
    expect(outcome(answer)).toEqual([400, 'invalid-fields']);
    expect(answer.json().fields[0].field).toBe(field);
    expect((await stage.as(null, 'GET', '/register')).json().head).toBe(head);
  });

  it('Q20: observers and passers-by put nothing in', async () => {
    const body = { statements: [statement()] };
    expect(outcome(await act('observer', '/statements', body))).toEqual([403, 'not-permitted']);
    expect(outcome(await act(null, '/statements', body))).toEqual([401, 'not-signed-in']);
  });

  it('Q21: the speaker stays as printed beside the delegation it is taken for', async () => {
    const { row } = await one('stakeholder', { delegationId: speaker });
    expect(row).toMatchObject({ speaker: 'Delegate of the North', delegationId: speaker });
  });

  it('Q22: an edit is a further revision, drops the check, and says who made it', async () => {
    const first = await one('stakeholder');
    const checked = (await verify('delegate', first)).json().entry;
    expect(checked.row.verified).toMatchObject({ participantId: stage.people.delegate.id });
    const linked = (await edit('stakeholder', checked, { paragraphs: [stage.paragraph] })).json().entry;
    expect(linked.row).toMatchObject({ paragraphs: [stage.paragraph], verified: checked.row.verified });
    const changed = (await edit('facilitator', linked, { meeting: 'Second meeting' })).json().entry;
    expect(changed.row).toMatchObject({
      verified: null,
      by: first.row.by,
      editedBy: { participantId: stage.people.facilitator.id },
    });
    const { entries } = (await stage.as(null, 'GET', `/register/statement/${first.id}/history`)).json();
    expect(entries.map(({ row }: { row: { meeting: string } }) => row.meeting)).toEqual([
      'First meeting',
      'First meeting',
      'First meeting',
      'Second meeting',
    ]);
  });

  it('Q22: what was changed meanwhile is not changed unseen', async () => {
    const first = await one('stakeholder');
    await edit('stakeholder', first, { meeting: 'Another' });
    expect(outcome(await edit('facilitator', first, { meeting: 'A third' }))).toEqual([409, 'text-changed']);
    expect(outcome(await verify('delegate', first))).toEqual([409, 'text-changed']);
  });

  it('Q23: whoever put it in, the head of that delegation and facilitators change it, and nobody else', async () => {
    const first = await one(colleague);
    expect(outcome(await edit('delegate', first, { meeting: 'X' }))).toEqual([403, 'not-permitted']);
    expect(outcome(await act('delegate', `/statements/${first.id}/withdrawal`))).toEqual([
      403,
      'not-permitted',
    ]);
    expect((await edit('stakeholder', first, { meeting: 'X' })).statusCode).toBe(200);
    const gone = (await act('facilitator', `/statements/${first.id}/withdrawal`)).json().entry;
    expect(gone.row).toMatchObject({ withdrawnAt: gone.at, speaker: 'Delegate of the North' });
    expect(outcome(await edit(colleague, gone, { meeting: 'Y' }))).toEqual([409, 'withdrawn']);
    expect(outcome(await verify('delegate', gone))).toEqual([409, 'withdrawn']);
    const on = { noun: 'statement', id: first.id };
    expect(outcome(await act('delegate', '/comments', { on, text: 'So?' }))).toEqual([409, 'withdrawn']);
  });

  it('Q24: somebody else than who wrote it down checks it, against something', async () => {
    const first = await one('stakeholder');
    expect(outcome(await verify('stakeholder', first))).toEqual([403, 'not-permitted']);
    expect((await verify(colleague, first)).statusCode).toBe(200);
    const bare = await one('stakeholder', { passages: [{ ...said('So.'), recording: null }] });
    expect(outcome(await verify('delegate', bare))).toEqual([400, 'invalid-fields']);
    const edited = (await edit('facilitator', await one('stakeholder'), { meeting: 'Z' })).json().entry;
    expect(outcome(await verify('facilitator', edited))).toEqual([403, 'not-permitted']);
    const checked = (await verify('stakeholder', edited)).json().entry;
    expect(outcome(await verify('delegate', checked))).toEqual([409, 'already-exists']);
    expect(outcome(await verify('delegate', checked, false))).toEqual([403, 'not-permitted']);
    expect((await verify('stakeholder', checked, false)).json().entry.row.verified).toBeNull();
  });

  it('Q25: a link to a proposal that one may not see leads nowhere, and an edit keeps what it did not show', async () => {
    const proposal = await newProposal(stage.harness, stage.id, stage.people.delegate, {
      visibility: 'delegation',
    });
    const proposals = [proposal.id];
    const refused = await act('stakeholder', '/statements', { statements: [statement({ proposals })] });
    expect(refused.json().fields[0].field).toBe('statements.0.proposals');
    const first = await one('delegate', { proposals });
    const shown = (await stage.as('facilitator', 'GET', '/register')).json().entries;
    expect(shown.find(({ id }: { id: string }) => id === first.id).row.proposals).toEqual([]);
    await edit('facilitator', first, { meeting: 'Other' });
    const { entries } = (await stage.as('delegate', 'GET', '/register')).json();
    expect(entries.find(({ id }: { id: string }) => id === first.id).row.proposals).toEqual(proposals);
  });

  it('Q26: the delegation it is taken for takes no stance on it; whoever put it in may', async () => {
    const { id } = await one('stakeholder', { delegationId: speaker });
    const stance = (who: Who) => act(who, '/stances', { on: { noun: 'statement', id }, stance: 'agree' });
    expect(outcome(await stance('delegate'))).toEqual([400, 'invalid-fields']);
    expect((await stance('stakeholder')).statusCode).toBe(200);
  });

  it('Q27: comments on a statement are told to the delegation it is taken for, which answers', async () => {
    const { id } = await one('facilitator', { delegationId: speaker });
    const asked = await stage.comment('stakeholder', { on: { noun: 'statement', id }, kind: 'question' });
    const { notices } = (
      await stage.harness.app.inject({
        url: `/api/notices?document=${stage.id}`,
        headers: { authorization: `Bearer ${stage.people.delegate.token}` },
      })
    ).json();
    expect(notices[0].notice).toMatchObject({ reason: 'comment-on-statement', subject: asked.id });
    const answer = await act('delegate', `/comments/${asked.id}/answers`, { text: 'Gladly.' });
    expect(answer.statusCode).toBe(201);
  });

  it('Q20: the same key twice puts nothing in twice', async () => {
    const send = () =>
      stage.as(
        'stakeholder',
        'POST',
        '/statements',
        { statements: [statement()] },
        { 'idempotency-key': 'once' },
      );
    const first = (await send()).json();
    expect((await send()).json()).toEqual(first);
  });
});
