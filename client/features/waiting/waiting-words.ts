import type { WaitingAnswer } from '../../../shared/api/waiting.ts';
import { shortMomentInUtc } from '../../../shared/messages/moments.ts';
import type { Messages } from '../../ui/messages.ts';

/** How many of what wait; of a silence, until when. */
export function sayWaiting(
  { t, locale }: Pick<Messages, 't' | 'locale'>,
  { what, count, until }: WaitingAnswer['waiting'][number],
): string {
  return what === 'silence'
    ? t('waiting.silence', { until: until === null ? '' : shortMomentInUtc(until, locale, new Date()) })
    : t(`waiting.${what}`, { count });
}
