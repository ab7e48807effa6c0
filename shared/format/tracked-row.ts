import { BLOCK_JOINER, type ComparableBlock, type ComparisonRow } from '../compare/comparison.ts';
import type { Marks } from '../model/paragraph.ts';
import { printLabel } from '../text/printed-label.ts';
import { MarkedText, sameMarks } from './marked-text.ts';
import { LABEL_GAP, type Track, type TrackedParagraph, type TrackedPiece } from './tracked-paragraph.ts';

const NO_MARKS: Marks = {};
const labelText = (block: ComparableBlock): string =>
  block.label === '' ? '' : printLabel(block.label) + LABEL_GAP;
const natureOf = (block: ComparableBlock) => ({ kind: block.kind ?? 'plain', level: block.level ?? 0 });

/** The label as it was and is. An unchanged label stays; a changed one is replaced. */
function labelPieces(old: ComparableBlock | undefined, fresh: ComparableBlock | undefined): TrackedPiece[] {
  const before = old === undefined ? '' : labelText(old);
  const after = fresh === undefined ? '' : labelText(fresh);
  const piece = (track: Track, text: string): TrackedPiece[] =>
    text === '' ? [] : [{ track, text, marks: NO_MARKS }];
  if (before === after) return piece('kept', after);
  return [...piece('deleted', before), ...piece('inserted', after)];
}

/** Collects pieces into paragraphs while the words of a row go by. */
class Collector {
  readonly paragraphs: TrackedParagraph[] = [];
  #pieces: TrackedPiece[] = [];

  add(pieces: readonly TrackedPiece[]): void {
    this.#pieces.push(...pieces);
  }

  end(track: Track, nature: Omit<TrackedParagraph, 'pieces' | 'end'>): void {
    this.paragraphs.push({ ...nature, pieces: this.#pieces, end: track });
    this.#pieces = [];
  }
}

/** A row that stays in its place: its words in place, its inner paragraph ends kept, inserted or deleted. */
export function rowParagraphs(
  row: ComparisonRow,
  index: number,
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): TrackedParagraph[] {
  const olds = row.from.map((block) => from[block] as ComparableBlock);
  const news = row.to.map((block) => to[block] as ComparableBlock);
  const left = new MarkedText(olds);
  const right = new MarkedText(news);
  const at = { old: 0, new: 0 };
  const collector = new Collector();
  const nature = () => {
    const now = natureOf((news[at.new] ?? olds[at.old]) as ComparableBlock);
    const before = natureOf((olds[at.old] ?? news[at.new]) as ComparableBlock);
    const changed = now.kind !== before.kind || now.level !== before.level;
    return { row: index, ...now, ...(changed ? { oldKind: before } : {}) };
  };
  collector.add(labelPieces(olds[0], news[0]));
  for (const [operation, text] of row.words) {
    text.split(BLOCK_JOINER).forEach((part, order) => {
      if (order > 0) {
        const track = operation === '=' ? 'kept' : operation === '-' ? 'deleted' : 'inserted';
        collector.end(track, nature());
        if (operation !== '+') {
          left.skip(BLOCK_JOINER.length);
          at.old++;
        }
        if (operation !== '-') {
          right.skip(BLOCK_JOINER.length);
          at.new++;
        }
        collector.add(
          labelPieces(
            operation === '+' ? undefined : olds[at.old],
            operation === '-' ? undefined : news[at.new],
          ),
        );
      }
      if (operation === '-')
        collector.add(left.take(part.length).map((piece) => ({ track: 'deleted', ...piece })));
      else if (operation === '+')
        collector.add(right.take(part.length).map((piece) => ({ track: 'inserted', ...piece })));
      else collector.add(keptPieces(left, right, part.length));
    });
  }
  collector.end('kept', nature());
  return collector.paragraphs;
}

function keptPieces(left: MarkedText, right: MarkedText, length: number): TrackedPiece[] {
  const pieces: TrackedPiece[] = [];
  for (let done = 0; done < length; ) {
    const step = Math.min(length - done, left.stretch(), right.stretch());
    const [before] = left.take(step);
    const [after] = right.take(step);
    if (before === undefined || after === undefined) break;
    pieces.push({
      track: 'kept',
      ...after,
      ...(sameMarks(before.marks, after.marks) ? {} : { oldMarks: before.marks }),
    });
    done += step;
  }
  return pieces;
}

/**
 * One block away from its counterpart, or without one: a removal, an insertion, or one end of a move. Where it left
 * it is a move throughout; where it came to, words that came with the move are insertions. The end is of the nature
 * of the last words: word processors lose paragraph ends that differ from what they end.
 */
export function sideParagraph(
  side: 'from' | 'to',
  row: ComparisonRow,
  index: number,
  block: number,
  blocks: readonly ComparableBlock[],
  isMove: boolean,
): TrackedParagraph {
  const own = blocks[block] as ComparableBlock;
  const whole: Track =
    side === 'from' ? (isMove ? 'moved-from' : 'deleted') : isMove ? 'moved-to' : 'inserted';
  const label = labelText(own);
  const text = new MarkedText([own]);
  const pieces: TrackedPiece[] = label === '' ? [] : [{ track: whole, text: label, marks: NO_MARKS }];
  const add = (track: Track, length: number): void => {
    pieces.push(...text.take(length).map((piece) => ({ track, ...piece })));
  };
  if (isMove && side === 'to') {
    for (const [operation, words] of row.words)
      if (operation !== '-') add(operation === '=' ? whole : 'inserted', words.length);
  } else add(whole, own.text.length);
  return { row: index, ...natureOf(own), pieces, end: pieces.at(-1)?.track ?? whole };
}
