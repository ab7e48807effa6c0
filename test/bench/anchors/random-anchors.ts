import type { IndexedText } from '../../../shared/anchor/indexed-text.ts';
import { makeAnchor, type Pointed } from '../../../shared/anchor/make-anchor.ts';
import type { Anchor, AnchoredText } from '../../../shared/model/anchor.ts';
import type { Random } from '../../sim/random.ts';

const WORD = /\S+/gu;

/** What people point at: mostly some words, now and then a paragraph, or what is missing after one. */
export function pointAnywhere(text: IndexedText, random: Random): Pointed {
  const { id, text: words } = random.pick(text.paragraphs);
  const spans = [...words.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);
  if (spans.length === 0 || random.chance(0.15)) return { scope: 'paragraph', paragraph: id };
  if (random.chance(0.12)) return { scope: 'absent', after: id };
  const first = random.below(spans.length);
  const count = random.chance(0.5) ? 1 + random.below(4) : 1 + random.below(25);
  const last = Math.min(spans.length - 1, first + count - 1);
  return {
    scope: 'words',
    paragraph: id,
    start: (spans[first] as number[])[0] as number,
    end: (spans[last] as number[])[1] as number,
  };
}

/** An anchor put at random on a text of at least one paragraph. */
export function randomAnchor(name: AnchoredText, text: IndexedText, random: Random): Anchor {
  const made = makeAnchor(name, text, pointAnywhere(text, random));
  if (!made.ok) throw new Error(`a random anchor is refused: ${made.error.detail}`);
  return made.value;
}
