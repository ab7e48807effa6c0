import { dispositionId } from '../../shared/model/disposition.ts';
import type { AnswerId, CommentId, ItemId, VersionId } from '../../shared/model/ids.ts';
import type { RegisterRowOf } from '../../shared/model/register.ts';
import { type Cast, SAMPLE_GROUP, SAMPLE_PROPOSAL } from './sample-cast.ts';

type Noun =
  | 'group'
  | 'head'
  | 'delegation'
  | 'comment'
  | 'answer'
  | 'stance'
  | 'proposal'
  | 'acceptance'
  | 'disposition'
  | 'item'
  | 'link'
  | 'status'
  | 'carriage';

/** Everything of one sample row of every noun of who takes part, what they ask for and what became of it. */
export function sampleInputs({ documentId, by, version, paragraph }: Cast): {
  readonly [One in Noun]: RegisterRowOf[One];
} {
  const comment = 'comment-1' as CommentId;
  const base = { label: '1', kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] } as const;
  const on = { noun: 'comment', id: comment } as const;
  const place = { resolution: 'found', carry: 'unchanged', paragraph, start: 0, end: 2, near: null } as const;
  return {
    group: {
      id: SAMPLE_GROUP,
      documentId,
      name: 'Sample group',
      members: [{ delegationId: by.delegationId, from: by.at, until: null }],
      spokesperson: by.delegationId,
      by,
    },
    head: { id: by.delegationId, documentId, participantId: by.participantId, by },
    delegation: {
      id: by.delegationId,
      documentId,
      name: 'Sample delegation',
      constituency: 'government',
      region: null,
      earlier: [{ name: 'Delegation as it was', constituency: 'government', region: 'weog', until: by.at }],
      by,
    },
    comment: {
      id: comment,
      documentId,
      by,
      on: { noun: 'text', anchor: { scope: 'text', text: version } },
      kind: 'comment',
      nature: 'substantive',
      text: 'The text should say more.',
      addressed: { delegations: [], groups: [] },
      visibility: 'public',
      settledAt: null,
      editedAt: null,
      withdrawnAt: null,
    },
    answer: {
      id: 'answer-1' as AnswerId,
      documentId,
      commentId: comment,
      by,
      text: 'It says enough.',
      visibility: 'public',
      editedAt: null,
      withdrawnAt: null,
    },
    stance: { id: `comment.${comment}.${by.delegationId}`, documentId, on, by, stance: 'agree' },
    proposal: {
      id: SAMPLE_PROPOSAL,
      documentId,
      by,
      text: version,
      amends: null,
      changes: [{ id: 'change-1' as never, act: 'delete', paragraph, base, wording: [], after: null }],
      rationale: 'It is said elsewhere.',
      sponsors: [],
      visibility: 'public',
      compromises: [],
      editedAt: null,
      withdrawnAt: null,
    },
    acceptance: {
      id: 'acceptance-1',
      documentId,
      proposalId: SAMPLE_PROPOSAL,
      state: 'set-aside',
      client: 1,
      decision: 'accepted',
      reason: '',
      changes: [],
      delegations: [by.delegationId],
      textSeq: null,
      by,
    },
    disposition: {
      id: dispositionId(on),
      documentId,
      on,
      decision: 'noted',
      reason: 'It stands elsewhere.',
      summary: '',
      ledTo: [paragraph],
      duplicateOf: null,
      after: version,
      by,
      reaction: null,
      contests: [],
    },
    item: {
      id: 'item-1' as ItemId,
      documentId,
      commentId: comment,
      ordinal: 1,
      start: 0,
      end: 8,
      text: 'The text',
      paragraph,
      by,
    },
    link: { id: 'link-1', documentId, inputs: [on, { noun: 'proposal', id: SAMPLE_PROPOSAL }], by },
    status: { id: paragraph, documentId, status: 'agreed', text: 'We decide.', by },
    carriage: {
      id: 'version-0' as VersionId,
      documentId,
      comments: [{ id: comment, place }],
      proposals: [],
      by,
    },
  };
}
