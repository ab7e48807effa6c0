import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';

/** What anchors need of a paragraph. */
export type AnchorParagraph = Pick<LabelledParagraph, 'id' | 'from' | 'label' | 'text'>;

/** A text prepared for many anchors: made once, in linear time. */
export interface IndexedText {
  readonly paragraphs: readonly AnchorParagraph[];
  /** Paragraph → its number, from 0. */
  readonly numbers: ReadonlyMap<ParagraphId, number>;
  /** Paragraph → numbers of the paragraphs that came directly from it, rising. */
  readonly heirs: ReadonlyMap<ParagraphId, readonly number[]>;
  /** All paragraphs, each behind a `BORDER`. */
  readonly joined: string;
  /** Where each paragraph begins in `joined`, rising. */
  readonly offsets: readonly number[];
}

/** Stands between paragraphs in `joined`. No paragraph holds a newline, so no quote reaches over a border. */
export const BORDER = '\n';

export function indexText(paragraphs: readonly AnchorParagraph[]): IndexedText {
  const numbers = new Map<ParagraphId, number>();
  const heirs = new Map<ParagraphId, number[]>();
  paragraphs.forEach(({ id, from }, number) => {
    if (!numbers.has(id)) numbers.set(id, number);
    for (const origin of from) {
      if (origin === id) continue;
      const list = heirs.get(origin);
      if (list === undefined) heirs.set(origin, [number]);
      else list.push(number);
    }
  });
  const offsets: number[] = [];
  let at = 0;
  for (const { text } of paragraphs) {
    at += BORDER.length;
    offsets.push(at);
    at += text.length;
  }
  const joined = paragraphs.map(({ text }) => BORDER + text).join('');
  return { paragraphs, numbers, heirs, joined, offsets };
}

/**
 * Numbers of the paragraphs in which words of `id` may stand now, nearest kin first: itself, a copy of it (a derived
 * id, `id~2`), and whatever came from it by splits and joins.
 */
export function kinOf(text: IndexedText, id: ParagraphId): number[] {
  const kin = new Set<number>();
  const waiting: ParagraphId[] = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const found = [text.numbers.get(next), ...copiesOf(text, next), ...(text.heirs.get(next) ?? [])];
    for (const number of found) {
      if (number === undefined || kin.has(number)) continue;
      kin.add(number);
      const { id: kinId } = text.paragraphs[number] as AnchorParagraph;
      if (kinId !== next) waiting.push(kinId);
    }
  }
  return [...kin];
}

/** Copies of one paragraph have derived ids, numbered from 2 (`viewIds`). */
function* copiesOf(text: IndexedText, id: ParagraphId): Generator<number> {
  for (let count = 2; ; count++) {
    const number = text.numbers.get(`${id}~${count}` as ParagraphId);
    if (number === undefined) return;
    yield number;
  }
}

/** Number of the paragraph that an offset of `joined` is in. */
export function numberAt({ offsets }: IndexedText, at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
