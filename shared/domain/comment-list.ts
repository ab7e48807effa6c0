import type { Place } from '../model/anchor.ts';
import type { Answer, Comment, CommentKind, Nature } from '../model/comment.ts';
import { type Group, isMember } from '../model/group.ts';
import type { DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import type { Constituency, Delegation, Region } from '../model/participant.ts';
import { sendersOf } from './sender.ts';

export const COMMENT_STATES = ['open', 'answered', 'withdrawn'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** What of the comments is asked for; absent: whatever it is. */
export interface CommentFilter {
  readonly state?: CommentState | undefined;
  readonly kind?: CommentKind | undefined;
  readonly nature?: Nature | undefined;
  readonly constituency?: Constituency | undefined;
  readonly region?: Region | undefined;
  readonly group?: GroupId | undefined;
  readonly delegation?: DelegationId | undefined;
  /** A heading of the text: what stands below it, up to the next. */
  readonly section?: ParagraphId | undefined;
}

/** A comment with what is known of it. */
export interface ListedComment {
  readonly comment: Comment;
  readonly answers: readonly Answer[];
  /** Where it stands in the text that was asked for; null: it hangs on a proposal, was withdrawn, or no text was asked for. */
  readonly place: Place | null;
  /** The heading it stands below there. */
  readonly section: ParagraphId | null;
}

/**
 * A question is open until whoever asked calls it answered, anything else until another delegation has answered.
 */
export function commentState({ comment, answers }: Pick<ListedComment, 'comment' | 'answers'>): CommentState {
  if (comment.withdrawnAt !== null) return 'withdrawn';
  if (comment.kind === 'question') return comment.settledAt === null ? 'open' : 'answered';
  const answered = answers.some(
    ({ by, withdrawnAt }) => withdrawnAt === null && !sendersOf(comment).includes(by.delegationId),
  );
  return answered ? 'answered' : 'open';
}

/** Who is behind the filters. */
export interface People {
  readonly delegations: ReadonlyMap<string, Pick<Delegation, 'constituency' | 'region'>>;
  readonly groups: ReadonlyMap<string, Group>;
}

/** Whether a comment fits. A group's are those made on its behalf and those of its members at that time. */
export function fitsFilter(listed: ListedComment, filter: CommentFilter, people: People): boolean {
  const { comment, section } = listed;
  const senders = sendersOf(comment);
  const some = <Value>(
    wanted: Value | undefined,
    of: (id: DelegationId) => Value | null | undefined,
  ): boolean => wanted === undefined || senders.some((id) => of(id) === wanted);
  const is = <Value>(wanted: Value | undefined, value: Value | null | undefined): boolean =>
    wanted === undefined || wanted === value;
  return (
    is(filter.state, commentState(listed)) &&
    is(filter.kind, comment.kind) &&
    is(filter.nature, comment.nature) &&
    some(filter.constituency, (id) => people.delegations.get(id)?.constituency) &&
    some(filter.region, (id) => people.delegations.get(id)?.region) &&
    some(filter.delegation, (id) => id) &&
    is(filter.section, section) &&
    (filter.group === undefined || isOfGroup(comment, filter.group, people))
  );
}

function isOfGroup(comment: Comment, id: GroupId, { groups }: People): boolean {
  const group = groups.get(id);
  const { by } = comment;
  return (
    by.onBehalfOf === id ||
    (group !== undefined && sendersOf(comment).some((delegation) => isMember(group, delegation, by.at)))
  );
}

/**
 * Comments in the order of the text: on the whole text first, as in tables of comments, then by place; what has no place
 * in it last. `order`: paragraph → its number.
 */
export function byParagraph(
  listed: readonly ListedComment[],
  order: ReadonlyMap<ParagraphId, number>,
): readonly ListedComment[] {
  const numberOf = ({ comment, place }: ListedComment): number => {
    const { on } = comment;
    if (on.noun === 'text' && on.anchor.scope === 'text') return -1;
    // What is missing before the first paragraph.
    if (on.noun === 'text' && on.anchor.scope === 'absent' && on.anchor.paragraph === null) return -0.5;
    return order.get(place?.paragraph ?? ('' as ParagraphId)) ?? Number.MAX_SAFE_INTEGER;
  };
  return [...listed].sort(
    (a, b) =>
      numberOf(a) - numberOf(b) ||
      (a.place?.start ?? 0) - (b.place?.start ?? 0) ||
      (a.comment.by.at < b.comment.by.at ? -1 : 1),
  );
}
