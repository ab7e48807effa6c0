import { tokenise } from '../compare/tokens.ts';
import type { Marks, ParagraphKind, Run } from '../model/paragraph.ts';
import type { Wording } from '../model/proposal.ts';
import { readMarks } from '../text/marks.ts';
import { pushRun } from '../text/runs.ts';

/** What a paragraph is, apart from its words. */
export interface Head {
  readonly kind: ParagraphKind;
  readonly level: number;
}

/**
 * A word, a gap between words, or the border between two paragraphs: what wording is merged by. Two pieces are equal
 * when their keys are: letter for letter, since a merge may hide nothing. Fits `Token` of shared/compare.
 */
export interface Piece {
  readonly core: string;
  readonly gap: '';
  readonly key: string;
  /** Marks of each UTF-16 unit. */
  readonly marks: readonly Marks[];
  /** Only of a border: what the paragraph behind it is, and whether it is one that stands in the text already. */
  readonly begins: { readonly head: Head; readonly stands: boolean } | null;
}

/** No paragraph holds a line break, so that it can stand for the border. */
const BORDER = '\n';

export const isBorder = (piece: Piece): boolean => piece.begins !== null;

const WORDLIKE = /[\p{L}\p{N}]/u;
/** Whether people would call it a word: marks and gaps between two changes do not hold them apart. */
export const isWord = (piece: Piece): boolean => WORDLIKE.test(piece.core);

/**
 * Wording of one or several paragraphs as one row of pieces. The first paragraph's head is not among them.
 * `stands`: they are paragraphs of the text, and no proposal.
 */
export function piecesOf(wordings: readonly Wording[], stands = false): Piece[] {
  return wordings.flatMap(({ kind, level, runs }, number) => [
    ...(number === 0 ? [] : [border({ kind, level }, stands)]),
    ...wordPieces(runs),
  ]);
}

const border = (head: Head, stands: boolean): Piece => ({
  core: BORDER,
  gap: '',
  key: BORDER,
  marks: [],
  begins: { head, stands },
});

function wordPieces(runs: readonly Run[]): Piece[] {
  const text = runs.map((run) => run.text).join('');
  const marks = runs.flatMap(({ text: characters, ...rest }) => {
    const same = readMarks(rest);
    return Array.from({ length: characters.length }, () => same);
  });
  let at = 0;
  return tokenise(text)
    .flatMap(({ core, gap }) => [core, gap])
    .filter((part) => part !== '')
    .map((part) => {
      at += part.length;
      return { core: part, gap: '', key: part, marks: marks.slice(at - part.length, at), begins: null };
    });
}

/** Pieces back as wording: `first` is the head of the first paragraph. */
export function wordingsOf(first: Head, pieces: readonly Piece[]): Wording[] {
  const wordings: { kind: ParagraphKind; level: number; runs: Run[] }[] = [{ ...plainHead(first), runs: [] }];
  for (const { core, marks, begins } of pieces) {
    if (begins !== null) wordings.push({ ...plainHead(begins.head), runs: [] });
    else {
      const { runs } = wordings.at(-1) as { runs: Run[] };
      for (let at = 0; at < core.length; ) {
        let end = at + 1;
        while (end < core.length && marks[end] === marks[at]) end += 1;
        pushRun(runs, core.slice(at, end), marks[at] ?? {});
        at = end;
      }
    }
  }
  return wordings;
}

const plainHead = ({ kind, level }: Head): Head => ({ kind, level });
