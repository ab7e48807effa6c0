import type { DocumentId, IsoTime, NoticeId, ParticipantId } from './ids.ts';
import type { RegisterNoun } from './register.ts';

/** Why somebody is told. Each has a sentence in the message catalogue under `notices.<reason>`. */
export const NOTICE_REASONS = [
  'asked',
  'answered',
  'comment-on-proposal',
  'comment-on-statement',
  'amended',
  'proposal-edited',
  'sponsorship-asked',
  'sponsorship-answered',
  'compromise-offered',
  'compromise-answered',
  'disposed',
  'reacted',
  'contested',
  'contest-answered',
  'needs-a-look',
  'reconfirm',
  'positions-to-reconfirm',
  'alignment-changed',
  'declaration-filed',
  'declaration-changed',
  'silence-opened',
  'silence-extended',
  'objected',
  'objection-withdrawn',
  'silence-settled',
  'adopted',
  'record-closed',
  'version-published',
  'phase-changed',
] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

/** Something one person should know. Not part of the register: it only points there. */
export interface Notice {
  readonly id: NoticeId;
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly reason: NoticeReason;
  /** What it is about: a row of the register, a version, or the document, whose subject is its new phase. */
  readonly noun: RegisterNoun | 'version' | 'document';
  readonly subject: string;
  /** Who caused it; null: the server. */
  readonly causedBy: ParticipantId | null;
  readonly at: IsoTime;
  readonly readAt: IsoTime | null;
}
