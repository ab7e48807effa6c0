import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { verify } from '../../../server/audit/verify.ts';
import { accept } from '../../../server/commands/accept.ts';
import { finishAcceptances } from '../../../server/commands/finish-acceptance.ts';
import type { ProposalContext } from '../../../server/commands/propose.ts';
import type { WorkingTexts } from '../../../server/ports/working-texts.ts';
import type { DocumentId, ParticipantId, ProposalId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Role } from '../../../shared/model/participant.ts';
import { problem } from '../../../shared/model/problem.ts';
import { fail } from '../../../shared/model/result.ts';
import { placesOf } from '../../../shared/text/places.ts';
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

const WORDS = 'We recognize the important role of women in the digital economy.';
let harness: Harness;
let id: DocumentId;
let members: Record<Role, Member>;
let first: LabelledParagraph;
beforeEach(async () => {
  harness = await createHarness();
  id = (await newDocument(harness, { workingText: 'participants' })) as DocumentId;
  members = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  await write(harness, id, members.drafter.id, WORDS);
  first = (await paragraphs())[1] as LabelledParagraph;
});
afterEach(async () => {
  expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  await harness.close();
});

const paragraphs = async (): Promise<LabelledParagraph[]> =>
  (await send(harness, ADMIN, 'GET', `/api/documents/${id}/text`)).json().paragraphs;
const text = async () => (await paragraphs())[1]?.text;
const acceptances = () => harness.store.rows.register.ofNoun(id, 'acceptance');
const post = (member: Member, path: string, body: object = {}) =>
  send(harness, member.token, 'POST', `/api/documents/${id}${path}`, body);
async function propose(change: object): Promise<ProposalId> {
  const answer = await post(members.delegate, '/proposals', { text: 'working', changes: [change] });
  return answer.json().entry.id;
}
const replacing = (words: string) => ({
  act: 'replace',
  paragraph: first.id,
  wording: [{ kind: 'operative', level: 0, runs: [{ text: words }] }],
});
const type = (offset: number, words: string) =>
  harness.rooms.edit(id, members.drafter.id as ParticipantId, (live: Y.Text) => {
    const place = placesOf(live).find(({ head }) => head.id === first.id);
    live.insert((place?.start ?? 0) + offset, words);
  });

/** Takes a proposal up, with something happening around its edit of the text. */
const acceptWith = (proposal: ProposalId, edit: WorkingTexts['edit'], key = 'a-key') => {
  const context: ProposalContext = { ...harness.context, workingTexts: { ...harness.rooms, edit } };
  const caller = members.facilitator.id as ParticipantId;
  const retry = { key, caller, request: { proposal } };
  return accept(context, { documentId: id, caller, retry }, proposal, {
    decision: 'accepted',
    reason: '',
    wordings: null,
    seen: { revision: 1, words: {} },
    decided: 0,
  });
};

describe('finishing an acceptance', () => {
  it('M21: what is typed between the decision and the edit stays', async () => {
    const proposal = await propose(replacing(WORDS.replace('women', 'women and girls')));
    const taken = await acceptWith(proposal, async (...edit) => {
      await type(0, 'Today ');
      return await harness.rooms.edit(...edit);
    });
    expect(taken.ok).toBe(true);
    expect(await text()).toBe(`Today ${WORDS.replace('women', 'women and girls')}`);
    const [made] = await acceptances();
    expect(made?.row.changes[0]?.after[0]?.runs).toEqual([{ text: await text() }]);
  });

  it('M22: where no sure place is left at that moment, the acceptance is set aside; once there is one, the same request takes it up', async () => {
    const proposal = await propose(replacing(WORDS.replace('women', 'women and girls')));
    const taken = await acceptWith(proposal, async (...edit) => {
      await type('We recognize the important role of women'.length, ' and youth');
      return await harness.rooms.edit(...edit);
    });
    expect(taken).toMatchObject({ ok: false, error: { code: 'needs-a-look' } });
    expect(await text()).toBe(WORDS.replace('women', 'women and youth'));
    expect((await acceptances()).map(({ row }) => row.state)).toEqual(['set-aside']);
    const decided = await harness.store.rows.register.ofNoun(id, 'disposition');
    expect(decided).toEqual([]);
    await harness.rooms.edit(id, members.drafter.id as ParticipantId, (live: Y.Text) => {
      const place = placesOf(live).find(({ head }) => head.id === first.id);
      live.delete(
        (place?.start ?? 0) + 'We recognize the important role of women'.length,
        ' and youth'.length,
      );
    });
    const again = await acceptWith(proposal, harness.rooms.edit);
    expect(again).toMatchObject({ ok: true });
    expect(await text()).toBe(WORDS.replace('women', 'women and girls'));
  });

  it('M22: a proposal whose acceptance was set aside is open to its proposer', async () => {
    const proposal = await propose(replacing(WORDS.replace('women', 'women and girls')));
    await acceptWith(proposal, async (...edit) => {
      await type('We recognize the important role of women'.length, ' and youth');
      return await harness.rooms.edit(...edit);
    });
    const edited = await send(
      harness,
      members.delegate.token,
      'PATCH',
      `/api/documents/${id}/proposals/${proposal}`,
      { changes: [replacing('We value women.')] },
    );
    expect(edited.statusCode, edited.body).toBe(200);
  });

  it('M23, M26: a text that cannot be stored leaves it unfinished: nothing else is done to the proposal until it is', async () => {
    const proposal = await propose(replacing('We value women.'));
    const failing: WorkingTexts['edit'] = async () => fail(problem('unavailable', 'not just now'));
    expect(await acceptWith(proposal, failing)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await acceptances()).map(({ row }) => row.state)).toEqual(['applying']);
    expect((await post(members.delegate, `/proposals/${proposal}/withdrawal`)).json().code).toBe(
      'being-decided',
    );
    expect((await post(members.stakeholder, `/proposals/${proposal}/sponsorships`)).json().code).toBe(
      'being-decided',
    );
    const declined = await post(members.facilitator, '/dispositions', {
      on: [{ noun: 'proposal', id: proposal }],
      decision: 'not-accepted',
      reason: 'No.',
    });
    expect(declined.json().code).toBe('being-decided');
    const again = await acceptWith(proposal, harness.rooms.edit);
    expect(again).toMatchObject({ ok: true, value: { entry: { row: { state: 'applied' } } } });
    expect(await acceptWith(proposal, harness.rooms.edit)).toEqual(again);
    expect(await text()).toBe('We value women.');
  });

  it('M26: another facilitator finishes what was begun, and is told that it is decided', async () => {
    const proposal = await propose(replacing('We value women.'));
    await acceptWith(proposal, async () => fail(problem('unavailable', 'not just now')));
    const other = await acceptWith(proposal, harness.rooms.edit, 'another-key');
    expect(other).toMatchObject({ ok: false, error: { code: 'already-decided' } });
    expect(await text()).toBe('We value women.');
  });

  it.each([
    ['deletes a word', () => replacing(WORDS.replace('important ', ''))],
    ['deletes the paragraph', () => ({ act: 'delete', paragraph: first.id })],
    ['changes nothing', () => ({ act: 'keep', paragraph: first.id })],
  ])('M26: an edit that was made before the server stopped is not made again: %s', async (_what, change) => {
    const proposal = await propose(change());
    const stopped = acceptWith(proposal, async (...edit) => {
      await harness.rooms.edit(...edit);
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    const after = (await paragraphs()).map((one) => one.text);
    const updates = (await harness.store.updates.read(id, 0, 1_000)).length;
    await finishAcceptances(harness.context, (error) => {
      throw error;
    });
    expect((await paragraphs()).map((one) => one.text)).toEqual(after);
    expect(await harness.store.updates.read(id, 0, 1_000)).toHaveLength(updates);
    const [made] = await acceptances();
    expect(made?.row).toMatchObject({ state: 'applied', textSeq: updates });
    expect((await harness.store.textLog.owners(id)).get(made?.row.client ?? 0)).toBe(members.facilitator.id);
  });

  it('M26: a clientID that somebody else took meanwhile is given up for another one', async () => {
    const proposal = await propose(replacing('We value women.'));
    await acceptWith(proposal, async () => fail(problem('unavailable', 'not just now')));
    const [begun] = await acceptances();
    const taken = begun?.row.client ?? 0;
    await harness.store.textLog.claim([
      { documentId: id, clientId: taken, participantId: members.drafter.id as ParticipantId },
    ]);
    expect(await acceptWith(proposal, harness.rooms.edit)).toMatchObject({ ok: true });
    const [made] = await acceptances();
    expect(made?.row.client).not.toBe(taken);
    expect(await text()).toBe('We value women.');
  });
});
