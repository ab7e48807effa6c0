import { drownIslands, shiftEdits } from './clean.ts';
import type { WordDifference, WordOperation } from './comparison.ts';
import type { Edit, TokenPair } from './edits.ts';
import type { Token } from './tokens.ts';
import { type Budget, findWordEdits } from './word-edits.ts';

/** Differences as they are read, and which of them (by index) are a matter of typesetting. */
export interface WordDifferences {
  readonly words: readonly WordDifference[];
  readonly typography: readonly number[];
  /** The stretches behind `words`, in tokens, for what else is to be found in a row. */
  readonly edits: readonly Edit[];
}

export function compareWords(pair: TokenPair, budget: Budget): WordDifferences {
  const edits = shiftEdits(pair, drownIslands(pair, findWordEdits(pair, budget)));
  return { ...printEdits(pair, edits), edits };
}

const raw = (tokens: readonly Token[], [start, end]: readonly [number, number]): string => {
  let text = '';
  for (let at = start; at < end; at++) text += (tokens[at] as Token).core + (tokens[at] as Token).gap;
  return text;
};

const TRAILING_SPACE = /\s+$/u;

/**
 * Collects what is printed. Differences between two equal texts form one group, printed as one removal and one
 * insertion; a group is typography when everything in it is.
 */
class Printer {
  readonly words: (readonly [WordOperation, string])[] = [];
  readonly typography: number[] = [];
  #equal = '';
  #removed = '';
  #inserted = '';
  #isTypography = true;

  equal(text: string): void {
    if (text === '') return;
    this.#closeGroup();
    this.#equal += text;
  }

  differ(removed: string, inserted: string, isTypography: boolean): void {
    if (removed === '' && inserted === '') return;
    this.#removed += removed;
    this.#inserted += inserted;
    this.#isTypography &&= isTypography;
  }

  close(): void {
    this.#closeGroup();
    this.#print('=', this.#equal);
    this.#equal = '';
  }

  #print(operation: WordOperation, text: string): void {
    if (text !== '') this.words.push([operation, text]);
  }

  #closeGroup(): void {
    if (this.#removed === '' && this.#inserted === '') return;
    // A space that both sides end with is not part of the difference.
    const space = TRAILING_SPACE.exec(this.#removed)?.[0] ?? '';
    const shared =
      space !== '' && !space.includes('\n') && TRAILING_SPACE.exec(this.#inserted)?.[0] === space;
    const cut = shared ? -space.length : undefined;
    this.#print('=', this.#equal);
    const first = this.words.length;
    this.#print('-', this.#removed.slice(0, cut));
    this.#print('+', this.#inserted.slice(0, cut));
    if (this.#isTypography) for (let at = first; at < this.words.length; at++) this.typography.push(at);
    this.#equal = shared ? space : '';
    this.#removed = '';
    this.#inserted = '';
    this.#isTypography = true;
  }
}

function printEdits(pair: TokenPair, edits: readonly Edit[]): Pick<WordDifferences, 'words' | 'typography'> {
  const printer = new Printer();
  for (const edit of edits) {
    if (!edit.equal) {
      printer.differ(raw(pair.from, edit.from), raw(pair.to, edit.to), false);
      continue;
    }
    for (let step = 0; step < edit.from[1] - edit.from[0]; step++) {
      const left = pair.from[edit.from[0] + step] as Token;
      const right = pair.to[edit.to[0] + step] as Token;
      if (left.core === right.core) printer.equal(left.core);
      else printer.differ(left.core, right.core, true);
      if (left.gap === right.gap) printer.equal(left.gap);
      else printer.differ(left.gap, right.gap, true);
    }
  }
  printer.close();
  return printer;
}
