import { type ChangeStanding, standingOf } from '../amend/standing.ts';
import type { DelegationId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Acceptance, Proposal, ProposedChange } from '../model/proposal.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { normalWording, sameWording } from '../text/wording.ts';

/** Whose proposal it is: the proposer's delegation and the co-sponsors that were accepted and have not left. */
export const delegationsOf = ({ by, sponsors }: Proposal): readonly DelegationId[] => [
  by.delegationId,
  ...sponsors.filter(({ state }) => state === 'accepted').map(({ delegationId }) => delegationId),
];

/** What a facilitator looked at when accepting. */
export interface SeenByFacilitator {
  /** Revision of the proposal. */
  readonly revision: number;
  /** By paragraph id: the words that stood there. Paragraphs that are not named are not checked. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * How the changes to take up stand, or why they cannot be taken up: the proposal or the text was changed since the
 * facilitator looked, or a change finds no sure place and needs wording of the facilitators' own.
 */
export function takeUp(
  changes: readonly ProposedChange[],
  paragraphs: readonly LabelledParagraph[],
  seen: SeenByFacilitator,
  revision: number,
): Result<readonly ChangeStanding[], Problem> {
  if (seen.revision !== revision)
    return fail(
      problem(
        'needs-a-look',
        `the proposal was changed since: look at it again, then accept with revision ${revision}`,
      ),
    );
  const stale = paragraphs.filter(({ id, text }) => {
    const words = seen.words[id];
    return words !== undefined && words !== text;
  });
  const gone = Object.keys(seen.words).filter((id) => !paragraphs.some((paragraph) => paragraph.id === id));
  if (stale.length + gone.length > 0)
    return fail(
      problem(
        'text-changed',
        'the working text was changed since you looked: look at it again, then accept',
        [
          ...stale.map(({ id }) => ({ field: `words.${id}`, problem: 'is not what the paragraph says now' })),
          ...gone.map((id) => ({ field: `words.${id}`, problem: 'is no paragraph of the working text now' })),
        ],
      ),
    );
  const standings = changes.map((change) => standingOf(change, paragraphs));
  const unsure = standings.filter(({ state }) => state === 'needs-a-look' || state === 'paragraph-gone');
  if (unsure.length > 0)
    return fail(
      problem(
        'needs-a-look',
        'the text has moved on and the proposed wording has no sure place in it: accept with wording of your own',
        unsure.map(({ change, state }) => ({ field: `changes.${change}`, problem: state })),
      ),
    );
  return ok(standings);
}

/** Facilitators' own wording is made on the text as it stands, and names the change of the proposal it answers. */
export function ownWording(
  decided: readonly ProposedChange[],
  changes: readonly ProposedChange[],
  paragraphs: readonly LabelledParagraph[],
): Result<readonly ProposedChange[], Problem> {
  const answers: ProposedChange[] = [];
  for (const [at, own] of decided.entries()) {
    const standing = paragraphs.find(({ id }) => id === own.paragraph);
    if (
      own.paragraph !== null &&
      (standing === undefined || !sameWording(own.base ?? standing, normalWording(standing)))
    )
      return fail(
        problem(
          'text-changed',
          'the working text was changed since you looked: look at it again, then accept',
          [{ field: `wordings.${at}.base`, problem: 'is not what the paragraph says now' }],
        ),
      );
    const answered =
      changes.find(({ act, paragraph }) => act === own.act && paragraph === own.paragraph) ??
      changes.find(({ paragraph }) => paragraph === own.paragraph) ??
      changes[0];
    answers.push({ ...own, id: answered?.id ?? own.id });
  }
  return ok(answers);
}

/** Paragraphs that an acceptance led to. */
export const ledTo = ({ changes }: Pick<Acceptance, 'changes'>) => [
  ...new Set(changes.flatMap(({ paragraphs }) => paragraphs)),
];
