import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../harness.ts';
import { send } from '../harness.ts';
import { newProposal } from '../register-rows.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let colleague: Member;
beforeAll(async () => {
  stage = await createRegisterStage();
  colleague = await stage.invite('delegate');
});
afterAll(() => stage.close());

type Who = Parameters<RegisterStage['as']>[0];
const act = (who: Who, path: string, body?: object) => stage.as(who, 'POST', path, body);
const rows = async (who: Who, after = 0): Promise<{ id: string; row: { text?: string } }[]> =>
  (await stage.as(who, 'GET', `/register?after=${after}`)).json().entries;
const sees = async (who: Who, id: string): Promise<boolean> =>
  (await rows(who)).some((entry) => entry.id === id);

describe('private notes', () => {
  it('D30: a note is seen by its own delegation and nobody else, not even facilitators', async () => {
    const note = await stage.comment(colleague, { visibility: 'delegation' });
    const answer = await act('delegate', `/comments/${note.id}/answers`, { text: 'Our red line.' });
    for (const id of [note.id, answer.json().entry.id])
      for (const [who, may] of [
        ['delegate', true],
        [colleague, true],
        ['facilitator', false],
        ['drafter', false],
        ['stakeholder', false],
        ['observer', false],
        [null, false],
      ] as const)
        expect(await sees(who, id)).toBe(may);
    const history = (who: Who) => stage.as(who, 'GET', `/register/comment/${note.id}/history`);
    expect((await history('delegate')).statusCode).toBe(200);
    for (const who of ['facilitator', null] as const)
      expect(outcome(await history(who))).toEqual([404, 'not-found']);
    for (const [path, body] of [
      ['/answers', { text: 'x' }],
      ['/withdrawal', undefined],
      ['/submission', undefined],
      ['/settlement', { settled: true }],
    ] as const)
      expect(outcome(await act('facilitator', `/comments/${note.id}${path}`, body))).toEqual([
        404,
        'not-found',
      ]);
    const on = { noun: 'comment', id: note.id };
    expect(outcome(await act('facilitator', '/stances', { on, stance: 'agree' }))).toEqual([
      404,
      'not-found',
    ]);
  });

  it('D31: only the head of the delegation makes it public; what it said before stays private', async () => {
    const note = await stage.comment(colleague, { visibility: 'delegation', text: 'Draft.' });
    const internal = await act('delegate', `/comments/${note.id}/answers`, { text: 'Softer, please.' });
    await stage.as(colleague, 'PATCH', `/comments/${note.id}`, { text: 'Softly.' });
    expect(outcome(await act(colleague, `/comments/${note.id}/submission`))).toEqual([403, 'not-permitted']);
    const { entry } = (await act('delegate', `/comments/${note.id}/submission`)).json();
    expect(entry.row).toMatchObject({ visibility: 'public', by: { participantId: colleague.id } });
    expect(await sees(null, note.id)).toBe(true);
    const { entries } = (await stage.as(null, 'GET', `/register/comment/${note.id}/history`)).json();
    expect(entries.map(({ row }: { row: { text: string } }) => row.text)).toEqual(['Softly.']);
    expect(await sees('facilitator', internal.json().entry.id)).toBe(false);
    expect(await sees(colleague, internal.json().entry.id)).toBe(true);
    const open = (await act('stakeholder', `/comments/${note.id}/answers`, { text: 'Thank you.' })).json();
    expect(await sees(null, open.entry.id)).toBe(true);
    expect(outcome(await act('delegate', `/comments/${note.id}/submission`))).toEqual([
      409,
      'already-exists',
    ]);
  });

  it('D31: a note may be mended as long as it is one', async () => {
    const note = await stage.comment(colleague, { visibility: 'delegation' });
    stage.harness.clock.turn(24 * 60 * 60_000);
    await act('delegate', `/comments/${note.id}/answers`, { text: 'Shorter?' });
    const mend = () => stage.as(colleague, 'PATCH', `/comments/${note.id}`, { text: 'Short.' });
    expect((await mend()).statusCode).toBe(200);
    await act('delegate', `/comments/${note.id}/submission`);
    expect(outcome(await mend())).toEqual([409, 'too-late']);
  });

  it('D32: the head is whom the facilitators named, else the earliest who still has access', async () => {
    const own = await createRegisterStage();
    const second = await own.invite('delegate');
    const third = await own.invite('delegate');
    const note = async () => (await own.comment(third, { visibility: 'delegation' })).id;
    const submit = async (who: Who) =>
      (await own.as(who, 'POST', `/comments/${await note()}/submission`)).statusCode;
    const delegationId = (await own.comment(third)).row.by.delegationId;
    const name = (participantId: string) =>
      own.as('facilitator', 'PUT', `/delegations/${delegationId}/head`, { participantId });
    expect([await submit(second), await submit('delegate')]).toEqual([403, 200]);
    expect((await name(third.id)).json().entry).toMatchObject({ noun: 'head', id: delegationId });
    expect([await submit('delegate'), await submit(third)]).toEqual([403, 200]);
    expect(outcome(await name(own.people.stakeholder.id))).toEqual([400, 'invalid-fields']);
    const url = `/api/documents/${own.id}/members/${third.id}`;
    await send(own.harness, own.people.facilitator.token, 'DELETE', url);
    const last = (await own.comment('delegate', { visibility: 'delegation' })).id;
    expect((await own.as(second, 'POST', `/comments/${last}/submission`)).statusCode).toBe(403);
    expect((await own.as('delegate', 'POST', `/comments/${last}/submission`)).statusCode).toBe(200);
    expect(outcome(await name(third.id))).toEqual([400, 'invalid-fields']);
    await own.close();
  });

  it('D33: a note on a proposal that is private itself waits for it', async () => {
    const proposal = await newProposal(stage.harness, stage.id, stage.people.delegate, {
      visibility: 'delegation',
    });
    const on = { noun: 'proposal', id: proposal.id };
    const note = await stage.comment(colleague, { on, visibility: 'delegation' });
    expect(outcome(await act('delegate', `/comments/${note.id}/submission`))).toEqual([403, 'not-permitted']);
    const stranger = await act('stakeholder', '/comments', { on, text: 'What?' });
    expect(outcome(stranger)).toEqual([400, 'invalid-fields']);
  });

  it('P12: what is told and numbered betrays nothing but that there is something', async () => {
    const before = (await stage.as(null, 'GET', '/register')).json();
    const note = await stage.comment(colleague, { visibility: 'delegation' });
    const after = (await stage.as(null, 'GET', `/register?after=${before.head}`)).json();
    expect(after.head).toBe(note.seq);
    expect(after.entries).toEqual([]);
  });
});
