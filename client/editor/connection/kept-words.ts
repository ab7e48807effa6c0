import type { IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import { type Paragraph, type ParagraphKind, plainText } from '../../../shared/model/paragraph.ts';

/** What one's own unsent work did to a paragraph. `format` covers marks, kind, level, direction and label. */
export type KeptChange = 'words' | 'format' | 'added' | 'removed' | 'moved';

/** One paragraph of unsent work, readable without the live text. */
export interface KeptParagraph {
  readonly paragraph: ParagraphId;
  /** Label people saw, or an empty string. */
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly change: KeptChange;
  /** The server's text; null where the paragraph is new. */
  readonly server: string | null;
  /** One's own text; null where the paragraph was deleted. */
  readonly mine: string | null;
}

/** Why words could not be brought to the server. */
export type KeptReason = 'read-only' | 'too-large' | 'forged' | 'misplaced' | 'server-restored';

/** Unsent work that was taken out of the text because it was not permitted there. Kept until its author discards it. */
export interface KeptWords {
  readonly id: string;
  readonly at: IsoTime;
  readonly reason: KeptReason;
  readonly paragraphs: readonly KeptParagraph[];
}

/** Both come from `readParagraphs`, which writes keys in one order. */
const sameParagraph = (a: Paragraph, b: Paragraph): boolean => JSON.stringify(a) === JSON.stringify(b);

const words = (paragraph: Paragraph): string => plainText(paragraph.runs);

/** Places in the longest run of rising numbers that need not stand side by side (patience sorting, O(n log n)). */
function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const rising = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) rising.add(i);
  return rising;
}

/** Ids that stand elsewhere in `mine` than in `server`, as few as explain the difference in order. */
function movedIds(server: readonly Paragraph[], mine: readonly Paragraph[]): Set<ParagraphId> {
  const place = new Map(server.map((paragraph, k) => [paragraph.id, k]));
  const common = mine.filter((paragraph) => place.has(paragraph.id));
  const inOrder = longestRising(common.map((paragraph) => place.get(paragraph.id) as number));
  return new Set(common.filter((_, k) => !inOrder.has(k)).map((paragraph) => paragraph.id));
}

/**
 * What unsent work did, paragraph by paragraph: `server` is the text without it, `mine` the text with it.
 * In the order of `mine`; paragraphs that were deleted come last. Empty when both say the same.
 * `labels`: what people saw beside a paragraph, where known.
 */
export function keptParagraphs(
  server: readonly Paragraph[],
  mine: readonly Paragraph[],
  labels: ReadonlyMap<ParagraphId, string>,
): KeptParagraph[] {
  const before = new Map(server.map((paragraph) => [paragraph.id, paragraph]));
  const after = new Set(mine.map((paragraph) => paragraph.id));
  const moved = movedIds(server, mine);
  const entry = (
    paragraph: Paragraph,
    change: KeptChange,
    texts: Pick<KeptParagraph, 'server' | 'mine'>,
  ): KeptParagraph => ({
    paragraph: paragraph.id,
    label: labels.get(paragraph.id) ?? '',
    kind: paragraph.kind,
    change,
    ...texts,
  });
  const kept = mine.flatMap((paragraph): KeptParagraph[] => {
    const old = before.get(paragraph.id);
    const text = words(paragraph);
    if (old === undefined) return [entry(paragraph, 'added', { server: null, mine: text })];
    const texts = { server: words(old), mine: text };
    if (texts.server !== text) return [entry(paragraph, 'words', texts)];
    if (moved.has(paragraph.id)) return [entry(paragraph, 'moved', texts)];
    return sameParagraph(old, paragraph) ? [] : [entry(paragraph, 'format', texts)];
  });
  const removed = server
    .filter((paragraph) => !after.has(paragraph.id))
    .map((paragraph) => entry(paragraph, 'removed', { server: words(paragraph), mine: null }));
  return [...kept, ...removed];
}
