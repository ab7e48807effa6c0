import type { Marks, Run } from '../../../../shared/model/paragraph.ts';
import { plainText } from '../../../../shared/model/paragraph.ts';
import { sameMarks } from '../../../../shared/text/marks.ts';
import { wordChanges } from './word-changes.ts';

const NONE: Marks = {};

const marksOf = ({ bold, italic, underline, link }: Run): Marks => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(underline ? { underline } : {}),
  ...(link === undefined ? {} : { link }),
});

/** The marks of each UTF-16 unit of a wording. */
const marksByCharacter = (runs: readonly Run[]): Marks[] =>
  runs.flatMap((run) => {
    const marks = marksOf(run);
    return Array.from({ length: run.text.length }, () => marks);
  });

/** What both neighbours of an insertion bear: a word put into a bold phrase is bold, one beside it is not. */
function shared(left: Marks | undefined, right: Marks | undefined): Marks {
  if (left === undefined || right === undefined) return NONE;
  return {
    ...(left.bold && right.bold ? { bold: true as const } : {}),
    ...(left.italic && right.italic ? { italic: true as const } : {}),
    ...(left.underline && right.underline ? { underline: true as const } : {}),
    ...(left.link !== undefined && left.link === right.link ? { link: left.link } : {}),
  };
}

/** The one format of a stretch, or null where it has several. Spaces do not count: nobody sees their format. */
function uniform(marks: readonly Marks[], text: string): Marks | null {
  const seen = marks.filter((_, k) => text[k]?.trim() !== '');
  const first = seen[0];
  return first !== undefined && seen.every((each) => sameMarks(each, first)) ? first : null;
}

/** Neighbouring pieces of equal marks as one run; empty ones go. */
function joinRuns(pieces: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last, piece))
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/**
 * New words in the formats of the old ones: what stays keeps its marks, what stands in the place of words takes
 * theirs (the opening word of a preambular paragraph stays italic when it is another one), and what is put between
 * words takes what both sides share. Links are never spread to other words.
 */
export function keepFormatting(origin: readonly Run[], text: string): Run[] {
  if (text === plainText(origin)) return [...origin];
  if (origin.every((run) => sameMarks(run, NONE))) return text === '' ? [] : [{ text }];
  const old = marksByCharacter(origin);
  const pieces: Run[] = [];
  let at = 0;
  let replaced: Marks | null = null;
  for (const [operation, words] of wordChanges(plainText(origin), text)) {
    if (operation === '-') {
      replaced = uniform(old.slice(at, at + words.length), words);
      at += words.length;
      continue;
    }
    if (operation === '+') {
      const { link: _, ...plain } = replaced ?? shared(old[at - 1], old[at]);
      pieces.push({ text: words, ...plain });
    } else {
      for (let k = 0; k < words.length; k++)
        pieces.push({ text: words[k] as string, ...(old[at + k] ?? NONE) });
      at += words.length;
    }
    replaced = null;
  }
  return joinRuns(pieces);
}
