import type { ParagraphId } from '../model/ids.ts';
import { type AnchorParagraph, type IndexedText, kinOf, numberAt } from './indexed-text.ts';

/** The paragraphs in which words of one paragraph may stand now. */
export interface Kin {
  readonly numbers: readonly number[];
  /**
   * Whether words in a paragraph prove that they came from it. In the paragraph itself, or a copy of it, its id says
   * so. Where there are others' words too, after splits and joins, they prove nothing if a paragraph outside of the kin
   * says them as well: of a text that names its title everywhere, one that was joined to the title would be taken for
   * it. In paragraphs outside of the kin no words prove anything.
   */
  proves(number: number, words: string): boolean;
  /** Whether a paragraph outside of the kin says words. */
  saidByOthers(words: string): boolean;
}

/** More places than this are not looked at: words that common prove nothing. */
const MOST_PLACES = 50;

export function findKin(text: IndexedText, paragraph: ParagraphId): Kin {
  const numbers = kinOf(text, paragraph);
  const own = new Set<number>(
    numbers.filter((number) => {
      const { id, from } = text.paragraphs[number] as AnchorParagraph;
      return isItself(id, paragraph) && from.every((origin) => isItself(origin, paragraph));
    }),
  );
  const all = new Set<number>(numbers);
  const saidByOthers = (words: string): boolean => {
    let at = text.joined.indexOf(words);
    for (let places = 0; at >= 0; places++, at = text.joined.indexOf(words, at + 1))
      if (places >= MOST_PLACES || !all.has(numberAt(text, at))) return true;
    return false;
  };
  return {
    numbers,
    saidByOthers,
    proves: (number, words) => own.has(number) || (all.has(number) && !saidByOthers(words)),
  };
}

/** Copies of one paragraph have derived ids: `id~2`. */
const isItself = (id: ParagraphId, paragraph: ParagraphId): boolean =>
  id === paragraph || id.startsWith(`${paragraph}~`);
