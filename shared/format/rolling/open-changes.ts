import { type ChangeStanding, standingOf } from '../../amend/standing.ts';
import type { Disposition } from '../../model/disposition.ts';
import type { IsoTime } from '../../model/ids.ts';
import type { LabelledParagraph } from '../../model/paragraph.ts';
import type { Proposal, ProposedChange } from '../../model/proposal.ts';
import type { Attribution } from '../../model/rolling.ts';
import { atOnce, mapInSteps, type Steps } from '../../model/steps.ts';
import { sameWording } from '../../text/wording.ts';
import { attributionOf, type Names } from './attribution.ts';
import type { OpenChange } from './open-change.ts';

/** Whether a proposal stands in the compilation: public, not withdrawn, and not decided, or deferred. */
export const isOpen = (proposal: Proposal, disposition: Disposition | undefined): boolean =>
  proposal.visibility === 'public' &&
  proposal.withdrawnAt === null &&
  (disposition === undefined || disposition.decision === 'deferred');

/** Changes of open proposals as they would be made to the text as it stands. */
export const openChanges = (...facts: Parameters<typeof openChangesSteps>): OpenChange[] =>
  atOnce(openChangesSteps(...facts));

/** A proposal a step. */
export function* openChangesSteps(
  proposals: readonly Proposal[],
  paragraphs: readonly LabelledParagraph[],
  names: Names,
  now: IsoTime,
): Steps<OpenChange[]> {
  const attributions = new Map(
    proposals.map((proposal) => [proposal.id, attributionOf(proposal, names, now)]),
  );
  const changes = yield* mapInSteps(proposals, (proposal) => {
    const by = attributions.get(proposal.id) as Attribution;
    const amends = proposal.amends === null ? null : (attributions.get(proposal.amends) ?? null);
    return proposal.changes.flatMap((change) => {
      const own = {
        proposal: proposal.id,
        change: change.id,
        by,
        act: change.act,
        base: change.base,
        amends,
      };
      // What amends an amendment stands on that amendment's wording, and goes with it.
      if (proposal.amends !== null)
        return [
          {
            ...own,
            paragraph: change.paragraph,
            wording: change.wording,
            after: change.after,
            needsALook: false,
          },
        ];
      return placed(own, change, standingOf(change, paragraphs));
    });
  });
  return changes.flat();
}

type Own = Pick<OpenChange, 'proposal' | 'change' | 'by' | 'act' | 'base' | 'amends'>;

/** A change as it stands in the text: one for each part of a paragraph that was split; none where the text says it already. */
function placed(
  own: Own,
  change: ProposedChange,
  { state, now, wording, after }: ChangeStanding,
): OpenChange[] {
  if (state === 'applied-already') return [];
  const here = { ...own, after, needsALook: state === 'needs-a-look' };
  const [first] = now;
  const last = now.at(-1);
  if (first === undefined || last === undefined)
    return [{ ...here, paragraph: change.paragraph, wording: change.wording }];
  if (change.act === 'insert-after') return [{ ...here, paragraph: last.id, wording: wording[0] ?? [] }];
  if (change.act !== 'replace') return [{ ...here, paragraph: first.id, wording: [] }];
  if (here.needsALook) return [{ ...here, paragraph: first.id, wording: change.wording }];
  return now.flatMap((paragraph, k) => {
    const into = wording[k] ?? [];
    const [only, ...more] = into;
    const same = only !== undefined && more.length === 0 && sameWording(only, paragraph);
    return same ? [] : [{ ...here, paragraph: paragraph.id, wording: into }];
  });
}
