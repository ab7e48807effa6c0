import { dateInUtc } from '../../shared/messages/moments.ts';
import type { Adoption } from '../../shared/model/silence.ts';
import type { Messages } from './messages.ts';

/** `Adopted by consensus on 17 December 2025, A/RES/80/173`. */
export function adoptionSentence({ t, locale }: Pick<Messages, 't' | 'locale'>, adoption: Adoption): string {
  const date = dateInUtc(adoption.date, locale);
  const { votes, symbol } = adoption;
  const said =
    votes === null ? t('frame.adopted.consensus', { date }) : t('frame.adopted.vote', { date, ...votes });
  return symbol === '' ? said : t('frame.adopted.withSymbol', { said, symbol });
}
