import type { NoticeReason } from '../model/notice.ts';
import type { notices } from './en/notices.ts';

/** What of a notice its sentence depends on. */
export interface NoticeFacts {
  readonly reason: NoticeReason;
  /** The delegation that caused it, or null. */
  readonly who: string | null;
  /** Kind of the comment it is about, or null. */
  readonly kind: string | null;
}

/** The sentence that puts a notice into words. */
export const sentenceOf = ({ reason, kind }: NoticeFacts): keyof typeof notices.reason =>
  reason === 'asked' && kind === 'question' ? 'askedQuestion' : reason;
