import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDIT_MINUTES } from '../../../shared/domain/written.ts';
import { newProposal } from '../register-rows.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage();
});
afterAll(() => stage.close());

const MINUTE = 60_000;
type Who = Parameters<RegisterStage['as']>[0];
const edit = (who: Who, path: string, text = 'Why so?') => stage.as(who, 'PATCH', path, { text });
const act = (who: Who, path: string, body?: object) => stage.as(who, 'POST', path, body);
const answered = async (who: Who, comment: string, text = 'So.'): Promise<string> =>
  (await act(who, `/comments/${comment}/answers`, { text })).json().entry.id;
const stance = (who: Who, noun: string, id: string, said: string) =>
  act(who, '/stances', { on: { noun, id }, stance: said });

describe('threads', () => {
  it('D20: a comment is mended within minutes by its author, and every wording stays on record', async () => {
    const { id } = await stage.comment('delegate', { text: 'Whi?' });
    const mended = (await edit('delegate', `/comments/${id}`)).json().entry;
    expect(mended).toMatchObject({ revision: 2, row: { text: 'Why so?' } });
    expect(mended.row.editedAt).toBe(mended.at);
    const { entries } = (await stage.as(null, 'GET', `/register/comment/${id}/history`)).json();
    expect(entries.map(({ row }: { row: { text: string } }) => row.text)).toEqual(['Whi?', 'Why so?']);
    const colleague = await stage.invite('delegate');
    for (const who of ['stakeholder', 'facilitator', colleague] as const)
      expect(outcome(await edit(who, `/comments/${id}`))).toEqual([403, 'not-permitted']);
    expect(outcome(await edit('delegate', '/comments/none'))).toEqual([404, 'not-found']);
  });

  it('D20: later, words are answered and not mended', async () => {
    const { id } = await stage.comment('delegate');
    const answer = await answered('delegate', id);
    stage.harness.clock.turn(EDIT_MINUTES * MINUTE);
    expect(outcome(await edit('delegate', `/comments/${id}`))).toEqual([409, 'too-late']);
    expect(outcome(await edit('delegate', `/answers/${answer}`))).toEqual([409, 'too-late']);
  });

  it('D21: words that others answered, judged or dealt with stay as those saw them', async () => {
    const { id } = await stage.comment('delegate');
    const own = await answered('delegate', id);
    expect((await edit('delegate', `/comments/${id}`)).statusCode).toBe(200);
    const theirs = await answered('stakeholder', id);
    expect(outcome(await edit('delegate', `/comments/${id}`))).toEqual([409, 'too-late']);
    expect(outcome(await edit('delegate', `/answers/${own}`))).toEqual([409, 'too-late']);
    expect((await edit('stakeholder', `/answers/${theirs}`)).statusCode).toBe(200);
    await act('stakeholder', `/answers/${theirs}/withdrawal`);
    expect((await edit('delegate', `/comments/${id}`)).statusCode).toBe(200);
    await stance('stakeholder', 'comment', id, 'agree');
    expect(outcome(await edit('delegate', `/comments/${id}`))).toEqual([409, 'too-late']);
    await stance('stakeholder', 'comment', id, 'none');
    expect((await edit('delegate', `/comments/${id}`)).statusCode).toBe(200);
    const on = [{ noun: 'comment', id }];
    await act('facilitator', '/dispositions', { on, decision: 'noted', reason: 'Seen.' });
    expect(outcome(await edit('delegate', `/comments/${id}`))).toEqual([409, 'too-late']);
  });

  it('D22: what is withdrawn stays on record with its words, and nothing more is done to it', async () => {
    const { id } = await stage.comment('delegate', { kind: 'question', text: 'Why not?' });
    expect(outcome(await act('stakeholder', `/comments/${id}/withdrawal`))).toEqual([403, 'not-permitted']);
    const gone = (await act('delegate', `/comments/${id}/withdrawal`)).json().entry;
    expect(gone.row).toMatchObject({ text: 'Why not?', withdrawnAt: gone.at });
    const refused = [
      await act('delegate', `/comments/${id}/withdrawal`),
      await act('stakeholder', `/comments/${id}/answers`, { text: 'So.' }),
      await stance('stakeholder', 'comment', id, 'agree'),
      await edit('delegate', `/comments/${id}`),
      await act('delegate', `/comments/${id}/settlement`, { settled: true }),
      await act('delegate', `/comments/${id}/anchor`, { anchor: { scope: 'text', text: 'latest' } }),
      await act('delegate', `/comments/${id}/submission`),
    ];
    for (const answer of refused) expect(outcome(answer)).toEqual([409, 'withdrawn']);
    const { entries } = (await stage.as(null, 'GET', '/register')).json();
    expect(entries.find((entry: { id: string }) => entry.id === id).row.text).toBe('Why not?');
  });

  it('D22: answers are withdrawn alike; the head of a delegation may do it for an author who is gone', async () => {
    const { id } = await stage.comment('delegate');
    const colleague = await stage.invite('stakeholder');
    const answer = await answered(colleague, id);
    expect((await act('stakeholder', `/answers/${answer}/withdrawal`)).statusCode).toBe(200);
    expect(outcome(await act('stakeholder', `/answers/${answer}/withdrawal`))).toEqual([409, 'withdrawn']);
    expect(outcome(await edit(colleague, `/answers/${answer}`))).toEqual([409, 'withdrawn']);
    expect(outcome(await stance('delegate', 'answer', answer, 'agree'))).toEqual([409, 'withdrawn']);
    const own = await answered('stakeholder', id);
    expect(outcome(await act(colleague, `/answers/${own}/withdrawal`))).toEqual([403, 'not-permitted']);
  });

  it('D23: a delegation has one stance on a thing, whoever of it takes it, and none on its own words', async () => {
    const { id } = await stage.comment('delegate');
    const answer = await answered('drafter', id);
    const colleague = await stage.invite('stakeholder');
    for (const [noun, on] of [
      ['comment', id],
      ['answer', answer],
    ] as const) {
      const first = (await stance('stakeholder', noun, on, 'agree')).json().entry;
      const second = (await stance(colleague, noun, on, 'disagree')).json().entry;
      expect([second.id, second.revision]).toEqual([first.id, 2]);
      expect(second.row).toMatchObject({ stance: 'disagree', by: { participantId: colleague.id } });
      expect((await stance(colleague, noun, on, 'none')).json().entry.row.stance).toBe('none');
    }
    const own = await stance('delegate', 'comment', id, 'agree');
    expect(outcome(own)).toEqual([400, 'invalid-fields']);
    expect(outcome(await stance('drafter', 'answer', answer, 'agree'))).toEqual([400, 'invalid-fields']);
    expect(outcome(await stance('delegate', 'comment', 'none', 'agree'))).toEqual([404, 'not-found']);
    expect(outcome(await stance('delegate', 'comment', id, 'perhaps'))).toEqual([400, 'invalid-fields']);
  });

  it('D23: proposals are agreed with too, but not by those who sponsor them', async () => {
    const delegationId = (await stage.comment('stakeholder')).row.by.delegationId as never;
    const at = stage.harness.clock.now();
    const sponsor = { delegationId, askedBy: 'x' as never, askedAt: at, answeredAt: at };
    const proposal = await newProposal(stage.harness, stage.id, stage.people.delegate, {
      sponsors: [{ ...sponsor, state: 'accepted' }],
    });
    expect((await stance('drafter', 'proposal', proposal.id, 'agree')).statusCode).toBe(200);
    for (const who of ['delegate', 'stakeholder'] as const)
      expect(outcome(await stance(who, 'proposal', proposal.id, 'agree'))).toEqual([400, 'invalid-fields']);
    expect((await stage.comment('drafter', { on: { noun: 'proposal', id: proposal.id } })).row.on).toEqual({
      noun: 'proposal',
      id: proposal.id,
    });
  });

  it('D24: a question is open until whoever asked calls it answered, whatever others answer', async () => {
    const other = (await stage.comment('stakeholder')).row.by.delegationId;
    const asked = await stage.comment('delegate', {
      kind: 'question',
      addressed: { delegations: [other, other] },
    });
    expect(asked.row.addressed).toEqual({ delegations: [other], groups: [] });
    await answered('stakeholder', asked.id);
    const settle = (who: Who, id: string, settled = true) =>
      act(who, `/comments/${id}/settlement`, { settled });
    for (const who of ['stakeholder', 'facilitator'] as const)
      expect(outcome(await settle(who, asked.id))).toEqual([403, 'not-permitted']);
    const settled = (await settle('delegate', asked.id)).json().entry;
    expect(settled.row.settledAt).toBe(settled.at);
    expect((await settle('delegate', asked.id)).json().entry.row.settledAt).toBe(settled.at);
    expect((await settle('delegate', asked.id, false)).json().entry.row.settledAt).toBeNull();
    const { id } = await stage.comment('delegate', { kind: 'support' });
    expect(outcome(await settle('delegate', id))).toEqual([400, 'invalid-fields']);
  });

  it('D25: its author puts a comment on the words that it belongs to now', async () => {
    const { paragraph } = stage;
    const { id } = await stage.comment('delegate');
    const anchor = { scope: 'paragraph', text: 'working', paragraph, label: 'forged' };
    expect(outcome(await act('stakeholder', `/comments/${id}/anchor`, { anchor }))).toEqual([
      403,
      'not-permitted',
    ]);
    const { row } = (await act('delegate', `/comments/${id}/anchor`, { anchor })).json().entry;
    expect(row.on.anchor).toMatchObject({ paragraph, label: '1' });
    const missing = await act('delegate', `/comments/${id}/anchor`, {
      anchor: { ...anchor, paragraph: 'none' },
    });
    expect(outcome(missing)).toEqual([404, 'not-found']);
    expect(missing.json().fields[0].field).toBe('anchor.paragraph');
  });
});
