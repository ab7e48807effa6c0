import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { Paragraph } from '../../../../shared/model/paragraph.ts';
import type { Random } from '../../../sim/random.ts';

const CONSONANTS = [...'bcdfghjklmnprstvw'];
const VOWELS = [...'aeiou'];

/** A word that means nothing, of four to nine letters. */
export function word(random: Random): string {
  let letters = '';
  for (let length = 4 + random.below(6); letters.length < length; )
    letters += random.pick(letters.length % 2 === 0 ? CONSONANTS : VOWELS);
  return letters;
}

/** Operative paragraphs of so many words each. */
export function paragraphs(random: Random, count: number, words: number): Paragraph[] {
  return Array.from({ length: count }, (_, k) => ({
    id: `p${k}-${random.below(1e9)}` as ParagraphId,
    kind: 'operative' as const,
    level: 0,
    dir: 'auto' as const,
    from: [],
    pinned: null,
    runs: [{ text: Array.from({ length: words }, () => word(random)).join(' ') }],
  }));
}
