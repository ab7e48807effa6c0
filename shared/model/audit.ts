import type { DelegationId, DocumentId, IsoTime, ParticipantId } from './ids.ts';

/** Every kind of act the audit log records. */
export const ACTS = [
  'document.create',
  'document.configure',
  'phase.change',
  'phase.close',
  'member.invite',
  'member.join',
  'member.reissue',
  'member.change-role',
  'member.remove',
  'text.import',
  'text.digest',
  'version.publish',
  'version.carry',
  'group.change',
  'delegation.change',
  'head.name',
  'comment.write',
  'comment.edit',
  'comment.withdraw',
  'comment.submit',
  'comment.settle',
  'comment.reconfirm',
  'answer.write',
  'answer.edit',
  'answer.withdraw',
  'stance.take',
  'proposal.write',
  'proposal.edit',
  'proposal.submit',
  'proposal.withdraw',
  'proposal.sponsor',
  'proposal.offer-compromise',
  'proposal.answer-compromise',
  'proposal.accept',
  'proposal.apply',
  'disposition.decide',
  'disposition.react',
  'disposition.contest',
  'disposition.answer-contest',
  'input.split',
  'input.link',
  'status.set',
  'alignment.declare',
  'position.take',
  'declaration.file',
  'declaration.correct',
  'declaration.withdraw',
  'declaration.join',
  'declaration.leave',
  'silence.open',
  'silence.extend',
  'silence.object',
  'silence.withdraw-objection',
  'silence.end',
  'silence.settle',
  'adoption.record',
  'adoption.correct',
  'record.close',
  'milestone.set',
  'milestone.withdraw',
  'statement.write',
  'statement.edit',
  'statement.verify',
  'statement.withdraw',
] as const;
export type Act = (typeof ACTS)[number];

/** One entry of a document's audit log: a hash chain that begins with the document (docs/spec.md, S rules). */
export interface AuditEntry {
  /** 1 for the first entry of a document, then rising by one. */
  readonly seq: number;
  readonly documentId: DocumentId;
  readonly at: IsoTime;
  readonly act: Act;
  /** Who did it; null for the server itself (a window that closed by the clock, a digest of the text). */
  readonly participantId: ParticipantId | null;
  /** Whom they spoke for at that time. */
  readonly delegationId: DelegationId | null;
  /** The row it records, such as `version:Zx…` or `participant:aB…`. */
  readonly subject: string;
  /** SHA-256 in hex over the canonical JSON of that row as it stood after the act. */
  readonly recordHash: string;
  /** The update log at that time: its last seq (0: empty) and rolling digest, so that every entry pins the text. */
  readonly textSeq: number;
  readonly textDigest: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 in hex over `previous` and the canonical JSON of all fields above but `previous`. */
  readonly hash: string;
}
