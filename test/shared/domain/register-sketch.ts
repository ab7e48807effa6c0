import type { Comment } from '../../../shared/model/comment.ts';
import {
  type Disposition,
  dispositionId,
  type InputSubject,
  type Item,
} from '../../../shared/model/disposition.ts';
import type { Group } from '../../../shared/model/group.ts';
import type {
  CommentId,
  DelegationId,
  DocumentId,
  GroupId,
  IsoTime,
  ItemId,
  ParagraphId,
  ParticipantId,
  ProposalId,
} from '../../../shared/model/ids.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import type { Signature } from '../../../shared/model/signature.ts';
import type { Statement } from '../../../shared/model/statement.ts';

/** Rows of a register for tests, each as short as it can be said. Times are minutes of one day. */
const documentId = 'd' as DocumentId;

export const at = (minute: number): IsoTime =>
  new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() as IsoTime;

export const signed = (delegation: string, minute = 0): Signature => ({
  participantId: `${delegation}-person` as ParticipantId,
  delegationId: delegation as DelegationId,
  onBehalfOf: null,
  at: at(minute),
});

export function comment(id: string, paragraph: string | null, more: Partial<Comment> = {}): Comment {
  const quote = { exact: '', prefix: '', suffix: '' };
  return {
    id: id as CommentId,
    documentId,
    by: signed('a'),
    on: {
      noun: 'text',
      anchor:
        paragraph === null
          ? { scope: 'text', text: 'working' }
          : {
              scope: 'paragraph',
              text: 'working',
              paragraph: paragraph as ParagraphId,
              label: paragraph,
              quote,
            },
    },
    kind: 'comment',
    nature: 'substantive',
    text: `words of ${id}`,
    addressed: { delegations: [], groups: [] },
    visibility: 'public',
    settledAt: null,
    editedAt: null,
    withdrawnAt: null,
    ...more,
  };
}

export function proposal(id: string, paragraph: string, more: Partial<Proposal> = {}): Proposal {
  const base = { kind: 'operative' as const, level: 0, runs: [], label: paragraph };
  return {
    id: id as ProposalId,
    documentId,
    by: signed('a'),
    text: 'working',
    amends: null,
    changes: [
      {
        id: 'x' as never,
        act: 'delete',
        paragraph: paragraph as ParagraphId,
        base,
        wording: [],
        after: null,
      },
    ],
    rationale: `why ${id}`,
    sponsors: [],
    visibility: 'public',
    compromises: [],
    editedAt: null,
    withdrawnAt: null,
    ...more,
  };
}

export const item = (id: string, of: string, ordinal: number, paragraph: string | null = null): Item => ({
  id: id as ItemId,
  documentId,
  commentId: of as CommentId,
  ordinal,
  start: ordinal,
  end: ordinal + 1,
  text: `part ${ordinal}`,
  paragraph: paragraph as ParagraphId | null,
  by: signed('facilitators'),
});

export const disposition = (on: InputSubject, more: Partial<Disposition> = {}): Disposition => ({
  id: dispositionId(on),
  documentId,
  on,
  decision: 'noted',
  reason: 'because',
  summary: '',
  ledTo: [],
  duplicateOf: null,
  after: null,
  by: signed('facilitators', 60),
  reaction: null,
  contests: [],
  ...more,
});

export const group = (id: string, ...members: string[]): Group => ({
  id: id as GroupId,
  documentId,
  name: id,
  members: members.map((delegationId) => ({
    delegationId: delegationId as DelegationId,
    from: at(0),
    until: null,
  })),
  spokesperson: null,
  by: signed('facilitators'),
});

export const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  documentId,
  speaker: 'Delegate of the North',
  delegationId: null,
  spokenFor: { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] },
  date: null,
  meeting: '',
  passages: [],
  written: null,
  verified: null,
  paragraphs: [],
  proposals: [],
  withdrawnAt: null,
  by: signed('facilitators'),
  ...more,
});

/** Rows as maps by id. */
export const rowsOf = <Row extends { readonly id: string }>(
  ...rows: readonly Row[]
): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));

export const NO_ROWS = {
  comment: new Map<string, never>(),
  proposal: new Map<string, never>(),
  item: new Map<string, never>(),
  disposition: new Map<string, never>(),
  link: new Map<string, never>(),
  answer: new Map<string, never>(),
  group: new Map<string, never>(),
  statement: new Map<string, never>(),
};
