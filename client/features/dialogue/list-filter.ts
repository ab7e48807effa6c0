import { sendersOf } from '../../../shared/domain/sender.ts';
import { COMMENT_KINDS, type CommentKind, NATURES, type Nature } from '../../../shared/model/comment.ts';
import { type Group, isMember } from '../../../shared/model/group.ts';
import type { DelegationId, GroupId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import {
  CONSTITUENCIES,
  type Constituency,
  REGIONS,
  type Region,
} from '../../../shared/model/participant.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import type { Signature } from '../../../shared/model/signature.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import type { Thread } from './threads.ts';

/** One row of the list. */
export type Entry =
  | { readonly noun: 'comment'; readonly id: string; readonly by: Signature; readonly thread: Thread }
  | { readonly noun: 'proposal'; readonly id: string; readonly by: Signature; readonly proposal: Proposal };

export const LIST_STATES = [
  'open',
  'unanswered',
  'answered',
  'waiting',
  'unread',
  'mine',
  'reconfirm',
  'withdrawn',
] as const;
export type ListState = (typeof LIST_STATES)[number];
export const LIST_KINDS = [...COMMENT_KINDS, 'proposal'] as const;
export type ListKind = CommentKind | 'proposal';

/** What of the dialogue is shown, and in which order; null: whatever it is. All of it stands in the address. */
export interface ListFilter {
  readonly state: ListState | null;
  readonly kind: ListKind | null;
  readonly nature: Nature | null;
  readonly constituency: Constituency | 'none' | null;
  readonly region: Region | 'none' | null;
  readonly group: GroupId | null;
  readonly delegation: DelegationId | null;
  /** A heading's id: what stands below it; `none`: on no paragraph of this text. */
  readonly section: ParagraphId | 'none' | null;
  readonly paragraph: ParagraphId | null;
  readonly text: 'working' | VersionId | null;
  readonly sort: 'time' | null;
}

export const NO_FILTER: ListFilter = {
  state: null,
  kind: null,
  nature: null,
  constituency: null,
  region: null,
  group: null,
  delegation: null,
  section: null,
  paragraph: null,
  text: null,
  sort: null,
};

const FIELDS = Object.keys(NO_FILTER) as readonly (keyof ListFilter)[];
const CHOICES: Partial<Record<keyof ListFilter, readonly string[]>> = {
  state: LIST_STATES,
  kind: LIST_KINDS,
  nature: NATURES,
  constituency: [...CONSTITUENCIES, 'none'],
  region: [...REGIONS, 'none'],
  sort: ['time'],
};

/** Reads an address's query; what it does not know it leaves out. */
export function readListFilter(search: string): ListFilter {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    FIELDS.map((field) => {
      const value = query.get(field);
      const unknown = value === null || value === '' || CHOICES[field]?.includes(value) === false;
      return [field, unknown ? null : value];
    }),
  ) as unknown as ListFilter;
}

/** The query of an address, `?…` or empty; fields stand in one order, so that equal filters have equal addresses. */
export function listQuery(filter: ListFilter): string {
  const said = FIELDS.flatMap((field) => {
    const value = filter[field];
    return value === null ? [] : [`${field}=${encodeURIComponent(value)}`];
  });
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

/** What a filter looks things up in. */
export interface ListContext {
  readonly delegations: ReadonlyMap<DelegationId, DirectoryDelegation>;
  readonly groups: ReadonlyMap<string, Group>;
  /** The paragraph of the text in sight that a row belongs to; null: none of it. */
  readonly paragraphOf: (entry: Entry) => ParagraphId | null;
  /** Paragraph → its reading order, from 0, and the heading it stands below. */
  readonly order: ReadonlyMap<ParagraphId, number>;
  readonly headings: ReadonlyMap<ParagraphId, ParagraphId>;
  readonly mine: DelegationId | null;
  readonly waiting: ReadonlySet<string>;
  readonly isNew: (entry: Entry) => boolean;
  readonly isDecided: (entry: Entry) => boolean;
  readonly needsLook: (entry: Entry) => boolean;
}

export function filterEntries(
  entries: readonly Entry[],
  filter: ListFilter,
  context: ListContext,
): readonly Entry[] {
  const found = entries.filter((entry) => fits(entry, filter, context));
  if (filter.sort === 'time') return found.sort((a, b) => (lastAt(a) < lastAt(b) ? 1 : -1));
  const place = (entry: Entry): number => {
    const paragraph = context.paragraphOf(entry);
    // The whole text first, as in tables of comments; what has no place in this text last.
    if (paragraph === null) return isGeneral(entry) ? -1 : Number.MAX_SAFE_INTEGER;
    return context.order.get(paragraph) ?? Number.MAX_SAFE_INTEGER;
  };
  return found
    .map((entry) => ({ entry, at: place(entry) }))
    .sort((a, b) => a.at - b.at || (a.entry.by.at < b.entry.by.at ? -1 : 1))
    .map(({ entry }) => entry);
}

const isGeneral = (entry: Entry): boolean =>
  entry.noun === 'comment' &&
  entry.thread.comment.on.noun === 'text' &&
  entry.thread.comment.on.anchor.scope === 'text';

const lastAt = (entry: Entry): string => (entry.noun === 'comment' ? entry.thread.lastAt : entry.by.at);

const textOf = (entry: Entry): string | null => {
  if (entry.noun === 'proposal') return entry.proposal.text;
  const { on } = entry.thread.comment;
  return on.noun === 'text' ? on.anchor.text : null;
};

const isWithdrawn = (entry: Entry): boolean =>
  (entry.noun === 'comment' ? entry.thread.comment : entry.proposal).withdrawnAt !== null;

function fits(entry: Entry, filter: ListFilter, context: ListContext): boolean {
  const senders = entry.noun === 'comment' ? sendersOf(entry.thread.comment) : [entry.by.delegationId];
  const some = <Value>(wanted: Value | null, of: (id: DelegationId) => Value): boolean =>
    wanted === null || senders.some((id) => of(id) === wanted);
  const is = <Value>(wanted: Value | null, value: Value): boolean => wanted === null || wanted === value;
  const paragraph = context.paragraphOf(entry);
  const group = filter.group === null ? undefined : context.groups.get(filter.group);
  return (
    isIn(filter.state, entry, context) &&
    is(filter.kind, entry.noun === 'comment' ? entry.thread.comment.kind : 'proposal') &&
    is(filter.nature, entry.noun === 'comment' ? entry.thread.comment.nature : null) &&
    some(filter.constituency, (id) => context.delegations.get(id)?.constituency ?? 'none') &&
    some(filter.region, (id) => context.delegations.get(id)?.region ?? 'none') &&
    some(filter.delegation, (id) => id) &&
    is(filter.text, textOf(entry)) &&
    is(filter.paragraph, paragraph) &&
    (filter.section === null ||
      filter.section ===
        (paragraph === null ? 'none' : (context.headings.get(paragraph) ?? ('none' as const)))) &&
    (filter.group === null ||
      entry.by.onBehalfOf === filter.group ||
      (group !== undefined && senders.some((id) => isMember(group, id, entry.by.at))))
  );
}

function isIn(state: ListState | null, entry: Entry, context: ListContext): boolean {
  switch (state) {
    case null:
      return true;
    case 'open':
      return !context.isDecided(entry) && !isWithdrawn(entry);
    case 'unanswered':
      return entry.noun === 'comment' && entry.thread.question === 'unanswered';
    case 'answered':
      return entry.noun === 'comment' && entry.thread.answers.some(({ withdrawnAt }) => withdrawnAt === null);
    case 'waiting':
      return context.waiting.has(entry.id);
    case 'unread':
      return context.isNew(entry);
    case 'mine':
      return (entry.noun === 'comment' ? sendersOf(entry.thread.comment) : [entry.by.delegationId]).some(
        (id) => id === context.mine,
      );
    case 'reconfirm':
      return context.needsLook(entry);
    case 'withdrawn':
      return isWithdrawn(entry);
  }
}
