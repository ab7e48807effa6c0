import {
  type Chained,
  followTo,
  type OtherText,
  type Recorded,
  type Target,
  textsNeeded,
} from '../anchor/chain.ts';
import { quoteAt } from '../anchor/make-anchor.ts';
import type { Anchor, AnchoredText } from '../model/anchor.ts';
import type { Comment } from '../model/comment.ts';
import type { Carriage } from '../model/disposition.ts';
import type { CommentId, ProposalId, VersionId } from '../model/ids.ts';
import { plainText } from '../model/paragraph.ts';
import type { Proposal } from '../model/proposal.ts';
import { atOnce, mapInSteps, type TakeSteps } from '../model/steps.ts';

/** What a document's register holds that stands on texts. */
export interface Carried {
  readonly comments: readonly Comment[];
  readonly proposals: readonly Proposal[];
  /** Oldest first. */
  readonly carriages: readonly Pick<Carriage, 'id' | 'comments' | 'proposals'>[];
}

/** Where everything in the register stands in a text: what a carriage records. */
export type Places = Pick<Carriage, 'comments' | 'proposals'>;

/** Everything that stands on a text, with the places that publications recorded for it. */
export interface Chains {
  readonly comments: ReadonlyMap<CommentId, Chained>;
  readonly proposals: ReadonlyMap<ProposalId, Chained>;
}

/** Withdrawn rows, and what stands on no text (a comment on a proposal, an amendment to an amendment), are left out. */
export function chainsOf({ comments, proposals, carriages }: Carried): Chains {
  const recorded = new Map<string, Recorded[]>();
  for (const carriage of carriages)
    for (const { id, place } of [...carriage.comments, ...carriage.proposals]) {
      const list = recorded.get(id);
      if (list === undefined) recorded.set(id, [{ version: carriage.id, place }]);
      else list.push({ version: carriage.id, place });
    }
  const chain = <Id extends string>(id: Id, anchor: Anchor | null): [Id, Chained][] =>
    anchor === null ? [] : [[id, { anchor, recorded: recorded.get(id) ?? NONE }]];
  return {
    comments: new Map(
      comments.flatMap(({ id, on, withdrawnAt }) =>
        chain(id, on.noun === 'text' && withdrawnAt === null ? on.anchor : null),
      ),
    ),
    proposals: new Map(
      proposals.flatMap((proposal) =>
        chain(proposal.id, proposal.withdrawnAt === null ? proposalAnchor(proposal) : null),
      ),
    ),
  };
}

const NONE: readonly Recorded[] = [];

/**
 * What would become of every comment and proposal in a text. `order`: all versions, oldest first. `load` gives
 * another text, or null if it is gone. `take` says how its steps are taken, one row each.
 */
export async function carryRegister(
  carried: Carried,
  target: Target,
  order: readonly VersionId[],
  load: (name: AnchoredText) => Promise<OtherText | null>,
  take: TakeSteps = atOnce,
): Promise<Places> {
  const { comments, proposals } = chainsOf(carried);
  const texts = new Map<AnchoredText, OtherText | null>();
  for (const name of textsNeeded([...comments.values(), ...proposals.values()], target.name, order))
    texts.set(name, await load(name));
  const follow = followTo(target, order, (name) => texts.get(name) ?? null);
  return {
    comments: await take(mapInSteps(comments, ([id, chained]) => ({ id, place: follow(chained) }))),
    proposals: await take(mapInSteps(proposals, ([id, chained]) => ({ id, place: follow(chained) }))),
  };
}

/**
 * What a proposal stands on: the paragraph of its first change, as it stood then, or the place behind it where it
 * inserts. Null where that is no paragraph of a text: amendments to amendments follow the proposal they amend.
 */
export function proposalAnchor({ text, amends, changes }: Proposal): Anchor | null {
  const [change] = changes;
  if (change === undefined || amends !== null) return null;
  const { act, paragraph, base } = change;
  const words = base === null ? '' : plainText(base.runs);
  const label = base?.label ?? '';
  if (act === 'insert-after')
    return { scope: 'absent', text, paragraph, label, quote: quoteAt(words, words.length, words.length) };
  if (paragraph === null) return null;
  return { scope: 'paragraph', text, paragraph, label, quote: { exact: words, prefix: '', suffix: '' } };
}
