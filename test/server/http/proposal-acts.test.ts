import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import { ADMIN, type Member, newMember, send, write } from '../harness.ts';
import { createProposalStage, type ProposalStage, replacing, wording } from '../proposal-stage.ts';

let stage: ProposalStage;
let harness: ProposalStage['harness'];
let id: ProposalStage['id'];
let members: ProposalStage['members'];
let url: ProposalStage['url'];
let post: ProposalStage['post'];
let propose: ProposalStage['propose'];
let proposed: ProposalStage['proposed'];
let paragraphs: ProposalStage['paragraphs'];
let paragraph: ProposalStage['paragraph'];
beforeAll(async () => {
  stage = await createProposalStage();
  ({ harness, id, members, url, post, propose, proposed, paragraphs, paragraph } = stage);
});
afterAll(() => stage.harness.close());

const row = async (proposal: string): Promise<Proposal> =>
  (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().entry.row;

describe('proposals over HTTP', () => {
  it('M4: its proposer edits a proposal; revisions stay; others may not', async () => {
    const first = await paragraph(1);
    const proposal = await proposed(members.delegate, [replacing(first, 'We recognize women.')]);
    const before = await row(proposal);
    const body = { changes: [replacing(first, 'We recognize all women.')], rationale: 'Clearer.' };
    expect((await post(members.stakeholder, `/proposals/${proposal}`, body, 'PATCH')).statusCode).toBe(403);
    const edited = await post(members.delegate, `/proposals/${proposal}`, body, 'PATCH');
    expect(edited.json().entry).toMatchObject({ revision: 2, row: { rationale: 'Clearer.' } });
    expect(edited.json().entry.row.changes[0].id).toBe(before.changes[0]?.id);
    const history = (await send(harness, ADMIN, 'GET', url(`/register/proposal/${proposal}/history`))).json();
    expect(history.entries).toHaveLength(2);
    expect(history.entries[0].row.changes).toEqual(before.changes);
  });

  it('M5: a withdrawn proposal stays on record and takes no further act', async () => {
    const proposal = await proposed(members.delegate, [replacing(await paragraph(1), 'We recognize.')]);
    expect((await post(members.stakeholder, `/proposals/${proposal}/withdrawal`)).statusCode).toBe(403);
    const answer = await post(members.delegate, `/proposals/${proposal}/withdrawal`);
    expect(answer.json().entry.row.withdrawnAt).toEqual(expect.any(String));
    for (const path of ['/withdrawal', '/sponsorships'])
      expect((await post(members.stakeholder, `/proposals/${proposal}${path}`)).json().code).toBe(
        'withdrawn',
      );
    const taken = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted',
      revision: 2,
    });
    expect(taken.json().code).toBe('withdrawn');
  });

  it('M6: a private proposal is its delegation’s alone until the head submits it', async () => {
    const second = await newMember(harness, id, 'delegate', 'Second delegate');
    const proposal = await proposed(second, [replacing(await paragraph(1), 'We recognize privately.')], {
      visibility: 'delegation',
    });
    const seen = async (member: Member) =>
      (await send(harness, member.token, 'GET', url(`/proposals/${proposal}`))).statusCode;
    expect([
      await seen(members.delegate),
      await seen(members.facilitator),
      await seen(members.stakeholder),
    ]).toEqual([200, 404, 404]);
    const submit = (member: Member) => post(member, `/proposals/${proposal}/submission`);
    expect((await submit(second)).statusCode).toBe(403);
    expect((await submit(members.stakeholder)).statusCode).toBe(404);
    expect((await submit(members.delegate)).json().entry.row.visibility).toBe('public');
    expect(await seen(members.stakeholder)).toBe(200);
  });

  it('M7: a delegation asks to co-sponsor, the proposer accepts or declines, a sponsor leaves', async () => {
    const proposal = await proposed(members.delegate, [replacing(await paragraph(1), 'We value women.')]);
    const asked = await post(members.stakeholder, `/proposals/${proposal}/sponsorships`);
    const [sponsor] = asked.json().entry.row.sponsors;
    expect(sponsor).toMatchObject({ state: 'asked', askedBy: members.stakeholder.id });
    expect((await post(members.stakeholder, `/proposals/${proposal}/sponsorships`)).statusCode).toBe(409);
    expect((await post(members.delegate, `/proposals/${proposal}/sponsorships`)).statusCode).toBe(409);
    const answer = (member: Member, state: string) =>
      post(member, `/proposals/${proposal}/sponsorships/${sponsor.delegationId}`, { state });
    expect((await answer(members.stakeholder, 'accepted')).statusCode).toBe(403);
    expect((await answer(members.delegate, 'left')).statusCode).toBe(403);
    expect((await answer(members.delegate, 'accepted')).json().entry.row.sponsors[0].state).toBe('accepted');
    expect((await answer(members.delegate, 'declined')).json().code).toBe('already-decided');
    expect((await answer(members.stakeholder, 'left')).json().entry.row.sponsors[0].state).toBe('left');
    const again = await post(members.stakeholder, `/proposals/${proposal}/sponsorships`);
    expect(again.json().entry.row.sponsors).toHaveLength(1);
  });

  it('M8: facilitators offer other wording; the proposer answers; a later offer replaces an open one', async () => {
    const first = await paragraph(1);
    const proposal = await proposed(members.delegate, [replacing(first, 'We celebrate women.')]);
    const offer = (text: string, one = first) =>
      post(members.facilitator, `/proposals/${proposal}/compromise`, {
        changes: [replacing(one, text)],
        reason: 'Closer to agreed language.',
      });
    const answer = (accepted: boolean, reason = '') =>
      post(members.delegate, `/proposals/${proposal}/compromise/answer`, { accepted, reason });
    expect((await answer(true)).statusCode).toBe(404);
    expect((await offer('We welcome.', await paragraph(2))).json().fields[0].field).toBe(
      'changes.0.paragraph',
    );
    await offer('We honour women.');
    expect((await answer(false)).json().fields[0].field).toBe('reason');
    await offer('We welcome the contribution of women.');
    const accepted = (await answer(true)).json().entry.row.compromises;
    expect(accepted.map((one: { answer: unknown }) => one.answer !== null)).toEqual([false, true]);
    expect((await answer(true)).json().code).toBe('already-decided');
    const stands = (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().standing;
    expect(stands.changes[0].wording[0][0].runs[0].text).toBe('We welcome the contribution of women.');
    expect((await post(members.delegate, `/proposals/${proposal}/compromise`, {})).statusCode).toBe(400);
  });

  it('M9: competing proposals are told as colliding, combining or the same', async () => {
    await write(
      harness,
      id,
      members.drafter.id,
      'We call upon all States to protect children and to share data.',
    );
    const last = (await paragraphs()).at(-1) as LabelledParagraph;
    const say = (text: string) => proposed(members.delegate, [replacing(last, text)]);
    const a = await say('We call upon all States to protect children online and to share data.');
    const b = await say('We call upon all States to protect children and to share open data.');
    const c = await say('We call upon all States to protect every child and to share data.');
    const { collisions } = (await send(harness, ADMIN, 'GET', url('/proposals'))).json();
    const met = (one: string, other: string) =>
      collisions.find(
        (pair: { one: { proposal: string }; other: { proposal: string } }) =>
          pair.one.proposal === one && pair.other.proposal === other,
      );
    expect(met(a, b).meeting).toBe('combine');
    expect(met(b, c).meeting).toBe('combine');
    expect(met(a, c).meeting).toBe('collide');
    const [{ start, end }] = met(a, c).overlaps;
    expect(last.text.slice(start, end)).toContain('children');
  });

  it('M13: an amendment to an amendment follows it, and is brought to the text through it', async () => {
    await write(harness, id, members.drafter.id, 'We encourage research on artificial intelligence.');
    const last = (await paragraphs()).at(-1) as LabelledParagraph;
    const parentText = 'We encourage open and responsible research on artificial intelligence.';
    const parent = await proposed(members.delegate, [replacing(last, parentText)]);
    const amendment = (text: string) => ({ act: 'replace', paragraph: last.id, wording: [wording(text)] });
    const wrong = await propose(
      members.stakeholder,
      [{ ...amendment('Other.'), base: wording('Never said.') }],
      { amends: parent },
    );
    expect(wrong.json().fields[0].field).toBe('changes.0.base');
    const child = await proposed(
      members.stakeholder,
      [amendment('We encourage open and responsible research on artificial intelligence for everybody.')],
      { amends: parent },
    );
    const at = async () => (await send(harness, ADMIN, 'GET', url(`/proposals/${child}`))).json();
    expect((await at()).entry.row.changes[0].base.runs[0].text).toBe(parentText);
    await post(
      members.delegate,
      `/proposals/${parent}`,
      {
        changes: [
          replacing(last, 'We strongly encourage open and responsible research on artificial intelligence.'),
        ],
      },
      'PATCH',
    );
    const { standing } = await at();
    expect(standing.changes[0].wording[0][0].runs[0].text).toBe(
      'We strongly encourage open and responsible research on artificial intelligence for everybody.',
    );
    const taken = await post(members.facilitator, `/proposals/${parent}/acceptance`, {
      decision: 'accepted',
      revision: 2,
    });
    expect(taken.statusCode, taken.body).toBe(201);
    const after = await at();
    expect(after.standing.state).toBe('rebased');
    const child201 = await post(members.facilitator, `/proposals/${child}/acceptance`, {
      decision: 'accepted',
      revision: 1,
    });
    expect(child201.statusCode, child201.body).toBe(201);
    expect((await paragraphs()).at(-1)?.text).toBe(
      'We strongly encourage open and responsible research on artificial intelligence for everybody.',
    );
  });
});
