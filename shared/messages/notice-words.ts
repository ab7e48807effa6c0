import type { Notice, NoticeReason } from '../model/notice.ts';
import type { notices } from './en/notices.ts';

/** What of a notice its sentence depends on. */
export interface NoticeFacts {
  readonly reason: NoticeReason;
  readonly noun: Notice['noun'];
  /** The delegation that caused it, or null. */
  readonly who: string | null;
  /** Kind of the comment it is about, or the outcome of a silence; null for anything else. */
  readonly kind: string | null;
}

/** The sentence that puts a notice into words. */
export function sentenceOf({ reason, noun, kind }: NoticeFacts): keyof typeof notices.reason {
  if (reason === 'asked' && kind === 'question') return 'askedQuestion';
  if (reason === 'silence-settled')
    return kind === 'kept'
      ? 'silenceKept'
      : kind === 'broken'
        ? 'silenceBroken'
        : kind === 'ended'
          ? 'silenceEnded'
          : reason;
  return reason === 'needs-a-look' && noun === 'proposal' ? 'needsALook' : reason;
}
