import {
  COMMENT_KINDS,
  type Comment,
  type CommentKind,
  type Nature,
  type Originator,
} from '../model/comment.ts';
import { type Disposition, dispositionId, type InputSubject, type Item } from '../model/disposition.ts';
import type { DelegationId, ParagraphId } from '../model/ids.ts';
import type { Proposal } from '../model/proposal.ts';
import type { RegisterNoun, RegisterRowOf } from '../model/register.ts';
import type { Signature } from '../model/signature.ts';
import { atOnce, type Steps } from '../model/steps.ts';
import { sendersOf } from './sender.ts';

/** Newest revisions by id, as a client or a query holds them. */
export type RegisterRows<Noun extends RegisterNoun> = {
  readonly [N in Noun]: ReadonlyMap<string, RegisterRowOf[N]>;
};

/** What inputs are made of. */
export type InputRows = RegisterRows<'comment' | 'proposal' | 'item' | 'disposition' | 'link'>;

export const INPUT_KINDS = [...COMMENT_KINDS, 'proposal'] as const;
export type InputKind = CommentKind | 'proposal';

/** What is disposed of: a comment, a part of a long one, or a proposal; one row of the disposition table. */
export interface Input {
  /** `dispositionId(on)`. */
  readonly id: string;
  readonly on: InputSubject;
  readonly kind: InputKind;
  /** Null for a proposal. */
  readonly nature: Nature | null;
  /** Whoever wrote it here; of an item, whoever wrote the submission. */
  readonly by: Signature;
  /** Who sent it, where somebody else entered it for them; null otherwise. */
  readonly from: readonly Originator[] | null;
  /** The delegations whose input it is: of what was entered for others those that they are taken for. */
  readonly senders: readonly DelegationId[];
  /** The words; of a proposal its rationale. */
  readonly text: string;
  /** The paragraph it is about; null: a general comment. */
  readonly paragraph: ParagraphId | null;
  /** The number of that paragraph when it was written; empty where none. */
  readonly label: string;
  /** The submission: the comment itself, or the one an item is a part of. */
  readonly comment: Comment | null;
  readonly item: Item | null;
  readonly proposal: Proposal | null;
  readonly withdrawn: boolean;
  readonly disposition: Disposition | null;
  /** Ids of the inputs that the facilitators called equal, without its own. */
  readonly equal: readonly string[];
}

/**
 * Every input, in the order in which they were first made. A private note is none until it is submitted. A
 * submission that was split stands here as its items; it stands for itself too once it was decided as a whole.
 */
export const inputsOf = (rows: InputRows): Input[] => atOnce(inputsOfSteps(rows));

/** The same, a comment or a proposal a step. */
export function* inputsOfSteps(rows: InputRows): Steps<Input[]> {
  const equal = equalsOf(rows);
  const split = new Map<string, Item[]>();
  for (const item of rows.item.values())
    if (item.end > item.start) split.set(item.commentId, [...(split.get(item.commentId) ?? []), item]);
  const complete = (input: Omit<Input, 'id' | 'disposition' | 'equal'>): Input => {
    const id = dispositionId(input.on);
    return { ...input, id, disposition: rows.disposition.get(id) ?? null, equal: equal.get(id) ?? [] };
  };
  const inputs: Input[] = [];
  for (const comment of rows.comment.values()) {
    yield;
    // What is said of a statement answers its speaker, not the text: nothing is to be decided on it.
    if (comment.visibility !== 'public' || comment.on.noun === 'statement') continue;
    const whole = complete(ofComment(comment, rows));
    const items = split.get(comment.id) ?? [];
    if (items.length === 0 || whole.disposition !== null) inputs.push(whole);
    for (const item of items.toSorted((a, b) => a.ordinal - b.ordinal))
      inputs.push(complete(ofItem(item, whole)));
  }
  for (const proposal of rows.proposal.values()) {
    yield;
    if (proposal.visibility === 'public') inputs.push(complete(ofProposal(proposal)));
  }
  return inputs.sort((a, b) => (a.by.at < b.by.at ? -1 : a.by.at > b.by.at ? 1 : 0));
}

type Bare = Omit<Input, 'id' | 'disposition' | 'equal'>;

function ofComment(comment: Comment, rows: InputRows): Bare {
  const { on } = comment;
  const place =
    on.noun === 'proposal'
      ? placeOfProposal(rows.proposal.get(on.id))
      : on.noun === 'text' && 'paragraph' in on.anchor
        ? on.anchor
        : null;
  return {
    on: { noun: 'comment', id: comment.id },
    kind: comment.kind,
    nature: comment.nature,
    by: comment.by,
    from: comment.from ?? null,
    senders: sendersOf(comment),
    text: comment.text,
    paragraph: place?.paragraph ?? null,
    label: place?.label ?? '',
    comment,
    item: null,
    proposal: null,
    withdrawn: comment.withdrawnAt !== null,
  };
}

/** An item without a paragraph of its own stays where its submission stands. */
const ofItem = (item: Item, whole: Input): Bare => ({
  ...whole,
  on: { noun: 'item', id: item.id },
  text: item.text,
  paragraph: item.paragraph ?? whole.paragraph,
  label: item.paragraph === null || item.paragraph === whole.paragraph ? whole.label : '',
  item,
});

const ofProposal = (proposal: Proposal): Bare => ({
  on: { noun: 'proposal', id: proposal.id },
  kind: 'proposal',
  nature: null,
  by: proposal.by,
  from: null,
  senders: [proposal.by.delegationId],
  text: proposal.rationale,
  ...placeOfProposal(proposal),
  comment: null,
  item: null,
  proposal,
  withdrawn: proposal.withdrawnAt !== null,
});

/** A package stands at the first paragraph it changes. */
function placeOfProposal(proposal: Proposal | undefined): { paragraph: ParagraphId | null; label: string } {
  const first = proposal?.changes[0];
  return { paragraph: first?.paragraph ?? null, label: first?.base?.label ?? '' };
}

/** Input → the others that some link calls equal to it. */
function equalsOf({ link }: RegisterRows<'link'>): Map<string, string[]> {
  const equal = new Map<string, string[]>();
  for (const { inputs } of link.values()) {
    if (inputs.length < 2) continue;
    const ids = inputs.map(dispositionId);
    for (const id of ids)
      equal.set(id, [...new Set([...(equal.get(id) ?? []), ...ids.filter((other) => other !== id)])]);
  }
  return equal;
}

/** Whether the facilitators still have to decide. What was withdrawn may be closed, but waits for nobody. */
export const isUndecided = ({ disposition, withdrawn }: Input): boolean => disposition === null && !withdrawn;

/** Whether a contest waits for the facilitators. */
export const awaitsAnswer = ({ disposition }: Input): boolean =>
  disposition?.contests.some(({ answer }) => answer === null) ?? false;

/** Whether it changed the text, in whole or in part. */
export const isTakenUp = ({ disposition }: Input): boolean =>
  disposition?.decision === 'accepted' || disposition?.decision === 'accepted-in-part';
