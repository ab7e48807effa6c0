import { BLOCK_JOINER, type ComparableBlock } from '../compare/comparison.ts';
import type { Marks, Run } from '../model/paragraph.ts';

export const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

const marksOf = ({ text: _, ...marks }: Run): Marks => marks;

/** One side of a row, read from start to end in stretches of equal marks. Without runs nothing is marked. */
export class MarkedText {
  readonly #runs: readonly Run[];
  #run = 0;
  #offset = 0;

  constructor(blocks: readonly ComparableBlock[]) {
    this.#runs = blocks.flatMap((block, at): Run[] => [
      ...(at === 0 ? [] : [{ text: BLOCK_JOINER }]),
      ...(spells(block) ? (block.runs as readonly Run[]) : [{ text: block.text }]),
    ]);
  }

  /** Characters left in the present stretch; infinite at the end. */
  stretch(): number {
    while (this.#offset >= (this.#runs[this.#run]?.text.length ?? Number.POSITIVE_INFINITY)) {
      this.#run++;
      this.#offset = 0;
    }
    const run = this.#runs[this.#run];
    return run === undefined ? Number.POSITIVE_INFINITY : run.text.length - this.#offset;
  }

  skip(length: number): void {
    this.take(length);
  }

  take(length: number): { text: string; marks: Marks }[] {
    const pieces: { text: string; marks: Marks }[] = [];
    for (let left = length; left > 0; ) {
      const step = Math.min(left, this.stretch());
      const run = this.#runs[this.#run];
      if (run === undefined) break;
      pieces.push({ text: run.text.slice(this.#offset, this.#offset + step), marks: marksOf(run) });
      this.#offset += step;
      left -= step;
    }
    return pieces;
  }
}

const spells = (block: ComparableBlock): boolean =>
  block.runs !== undefined && block.runs.map((run) => run.text).join('') === block.text;
