import type { Comparison, RowKind } from './comparison.ts';

/** A paragraph in one of the texts, and what became of it on the way from the text before. */
export interface HistoryCell {
  /** 0-based block of that text. */
  readonly block: number;
  /** `first` in the first text; otherwise the kind of the row it stands in. */
  readonly kind: RowKind | 'first';
  readonly moved: boolean;
  /** To the text before; 1 in the first text, 0 where it is new. */
  readonly similarity: number;
}

/** One paragraph through all texts. */
export interface HistoryThread {
  /** One a text; null where the paragraph does not stand in it. */
  readonly cells: readonly (HistoryCell | null)[];
  /** Thread (by index in the answer) this one was split from, or null. */
  readonly splitFrom: number | null;
  /** Thread this one was merged into, or null. */
  readonly mergedInto: number | null;
}

interface Growing {
  readonly cells: (HistoryCell | null)[];
  splitFrom: Growing | null;
  mergedInto: Growing | null;
}

/**
 * Threads paragraphs through a chain of texts. `blocks` is the size of the first text; `comparisons[k]` leads from
 * text k to text k + 1. Of a split the first part carries the thread on, of a merger the first paragraph does.
 * Threads stand in the reading order of the last text; one that ended stays below the one it stood below.
 */
export function buildHistory(blocks: number, comparisons: readonly Comparison[]): HistoryThread[] {
  const texts = comparisons.length + 1;
  const empty = (): Growing => ({
    cells: Array.from({ length: texts }, () => null),
    splitFrom: null,
    mergedInto: null,
  });
  let order: Growing[] = Array.from({ length: blocks }, (_, block) => {
    const thread = empty();
    thread.cells[0] = { block, kind: 'first', moved: false, similarity: 1 };
    return thread;
  });
  let standing: Growing[] = [...order];
  for (const [k, comparison] of comparisons.entries()) {
    const next: Growing[] = [];
    const placed: Growing[] = [];
    for (const row of comparison.rows) {
      const olds = row.from.map((block) => standing[block] as Growing);
      const lead = olds[0] ?? empty();
      for (const merged of olds.slice(1)) merged.mergedInto = lead;
      for (const [part, block] of row.to.entries()) {
        const thread = part === 0 ? lead : empty();
        if (part > 0) thread.splitFrom = lead;
        thread.cells[k + 1] = { block, kind: row.kind, moved: row.moved, similarity: row.similarity };
        next[block] = thread;
        placed.push(thread);
      }
      placed.push(...(row.to.length === 0 ? olds : olds.slice(1)));
    }
    order = withEnded(order, placed);
    standing = next;
  }
  const place = new Map(order.map((thread, at) => [thread, at]));
  const at = (thread: Growing | null): number | null =>
    thread === null ? null : (place.get(thread) ?? null);
  return order.map(({ cells, splitFrom, mergedInto }) => ({
    cells,
    splitFrom: at(splitFrom),
    mergedInto: at(mergedInto),
  }));
}

/** Threads that had ended before stay below the thread that stood above them. */
function withEnded(order: readonly Growing[], placed: readonly Growing[]): Growing[] {
  const still = new Set(placed);
  const below = new Map<Growing | null, Growing[]>();
  let above: Growing | null = null;
  for (const thread of order) {
    if (still.has(thread)) above = thread;
    else below.set(above, [...(below.get(above) ?? []), thread]);
  }
  return [...(below.get(null) ?? []), ...placed.flatMap((thread) => [thread, ...(below.get(thread) ?? [])])];
}

/** The threads that have to do with one: itself, what it was split from or merged into, and theirs in turn. */
export function relatedThreads(threads: readonly HistoryThread[], of: number): number[] {
  const related = new Set<number>([of]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [at, thread] of threads.entries()) {
      const kin = [thread.splitFrom, thread.mergedInto].filter((other) => other !== null);
      const touches = related.has(at) || kin.some((other) => related.has(other));
      if (!touches) continue;
      for (const one of [at, ...kin])
        if (!related.has(one)) {
          related.add(one);
          grown = true;
        }
    }
  }
  return [...related].sort((a, b) => a - b);
}
