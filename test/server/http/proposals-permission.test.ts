import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import { ADMIN, send, setPhase } from '../harness.ts';
import { createProposalStage, type ProposalStage, wording } from '../proposal-stage.ts';

let stage: ProposalStage;
let harness: ProposalStage['harness'];
let id: ProposalStage['id'];
let members: ProposalStage['members'];
let version: ProposalStage['version'];
let url: ProposalStage['url'];
let post: ProposalStage['post'];
let propose: ProposalStage['propose'];
let proposed: ProposalStage['proposed'];
let paragraph: ProposalStage['paragraph'];
beforeAll(async () => {
  stage = await createProposalStage();
  ({ harness, id, members, version, url, post, propose, proposed, paragraph } = stage);
});
afterAll(() => stage.harness.close());

describe('proposals over HTTP', () => {
  for (const phase of PHASES)
    it(`M30: in ${phase}, each role may do with proposals exactly what the table says`, async () => {
      await setPhase(harness, id, 'drafting');
      const first = await paragraph(1);
      for (const role of ROLES) {
        await setPhase(harness, id, 'drafting');
        const proposal = await proposed(members.delegate, [
          { act: 'insert-after', paragraph: first.id, wording: [wording(`${phase} ${role}`)] },
        ]);
        await setPhase(harness, id, phase);
        const document = { phase, workingText: 'participants', register: 'participants' } as const;
        const may = (action: Parameters<typeof can>[1]) =>
          can({ role, constituency: null }, action, document).allowed;
        const writing = await propose(members[role], [{ act: 'delete', paragraph: first.id }]);
        expect(writing.statusCode, writing.body).toBe(may('proposal.write') ? 201 : 403);
        const offering = await post(members[role], `/proposals/${proposal}/compromise`, {
          changes: [{ act: 'insert-after', paragraph: first.id, wording: [wording('Offered.')] }],
          reason: 'A reason.',
        });
        expect(offering.statusCode, offering.body).toBe(may('disposition.decide') ? 200 : 403);
        const taking = await post(members[role], `/proposals/${proposal}/acceptance`, {
          decision: 'accepted',
          revision: (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().entry.revision,
        });
        const takes = may('disposition.decide') && may('text.write');
        expect(taking.statusCode, taking.body).toBe(takes ? 201 : 403);
      }
      await setPhase(harness, id, 'drafting');
    });

  it('M31: whoever may not see the working text proposes on versions, and sees nothing made on the working text', async () => {
    const first = await paragraph(1);
    const onWorking = await proposed(members.drafter, [{ act: 'keep', paragraph: first.id }]);
    await send(harness, ADMIN, 'PATCH', url(''), { workingText: 'team' });
    const refused = await propose(members.delegate, [{ act: 'keep', paragraph: first.id }]);
    expect([refused.statusCode, refused.json().detail]).toEqual([403, expect.stringContaining('text.view')]);
    const onVersion = await propose(
      members.delegate,
      [{ act: 'replace', paragraph: first.id, wording: [wording('We recognize on the version.')] }],
      { text: 'latest' },
    );
    expect(onVersion.statusCode, onVersion.body).toBe(201);
    const listed = (await send(harness, members.delegate.token, 'GET', url('/proposals'))).json();
    expect(listed.text).toBe(version);
    expect(listed.proposals.map((one: { entry: { id: string } }) => one.entry.id)).not.toContain(onWorking);
    await send(harness, ADMIN, 'PATCH', url(''), { workingText: 'participants' });
  });
});
