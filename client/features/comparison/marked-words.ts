import { BLOCK_JOINER, type ComparisonRow, type WordOperation } from '../../../shared/compare/comparison.ts';
import type { LabelledParagraph, Marks, Run } from '../../../shared/model/paragraph.ts';

/** Words of a row with their operation and their marks: those of the new text, of the old one for deleted words. */
export interface MarkedWords {
  readonly operation: WordOperation;
  readonly run: Run;
  /** A difference in spaces, quotation marks or encoding alone. */
  readonly typography: boolean;
  /** Where the blocks of one side meet: a split or a merge shows here. */
  readonly joiner: boolean;
}

interface Reader {
  take(length: number): Run[];
}

/** Reads a side's characters with their marks, in step with the words of the row. */
function readerOf(paragraphs: readonly LabelledParagraph[]): Reader {
  const runs: Run[] = paragraphs.flatMap((paragraph, k) =>
    k === 0 ? [...paragraph.runs] : [{ text: BLOCK_JOINER }, ...paragraph.runs],
  );
  let at = 0;
  let offset = 0;
  return {
    take(length) {
      const taken: Run[] = [];
      let wanted = length;
      for (let run = runs[at]; wanted > 0 && run !== undefined; run = runs[at]) {
        const text = run.text.slice(offset, offset + wanted);
        taken.push({ ...run, text });
        wanted -= text.length;
        offset += text.length;
        if (offset === run.text.length) {
          at += 1;
          offset = 0;
        }
      }
      return taken;
    },
  };
}

const pick = (paragraphs: readonly LabelledParagraph[], blocks: readonly number[]): LabelledParagraph[] =>
  blocks.flatMap((block) => paragraphs[block] ?? []);

/**
 * The words of a row, cut where marks change or blocks meet. Joined again they are the row's words, letter for
 * letter: where runs and words disagree (they never should), the words win and go unmarked.
 */
export function markedWords(
  row: Pick<ComparisonRow, 'from' | 'to' | 'words' | 'typography'>,
  from: readonly LabelledParagraph[],
  to: readonly LabelledParagraph[],
): MarkedWords[] {
  const old = readerOf(pick(from, row.from));
  const fresh = readerOf(pick(to, row.to));
  return row.words.flatMap(([operation, text], k) => {
    const typography = row.typography.includes(k);
    const skipped = operation === '=' ? old.take(text.length) : [];
    const read = operation === '-' ? old.take(text.length) : fresh.take(text.length);
    const runs = spell(read) === text ? read : spell(skipped) === text ? skipped : [{ text }];
    return runs
      .flatMap((run) => cutAtJoiners(run))
      .map((run) => ({
        operation,
        run,
        typography,
        joiner: run.text === BLOCK_JOINER,
      }));
  });
}

const spell = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

function cutAtJoiners(run: Run): Run[] {
  if (!run.text.includes(BLOCK_JOINER) || run.text === BLOCK_JOINER) return [run];
  const marks: Marks = { ...run };
  return run.text
    .split(/(\n\n)/)
    .filter((text) => text !== '')
    .map((text) => ({ ...marks, text }));
}
