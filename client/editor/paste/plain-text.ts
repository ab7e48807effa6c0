import { splitPrintedLabel } from '../../../shared/text/printed-label.ts';
import { tidyRuns } from './inline-text.ts';
import { newTrail } from './label-kind.ts';
import { NOTHING_LEFT_OUT, type Pasted } from './pasted-block.ts';
import { labelledBlock } from './pasted-html.ts';

/** Lines no longer than this may come from hard wrapping (mail wraps at 72–80, PDF columns below 110). */
const LONGEST_WRAPPED = 110;
/** Where lines are wrapped, a line that is not the last of its paragraph is at least this long. */
const SHORTEST_WRAPPED = 40;

/** Plain text as paragraphs: blank lines part blocks; a printed label begins one as well. */
export function readPastedText(text: string): Pasted {
  const trail = newTrail();
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t\u00A0]*\n/)
    .flatMap(linesToBlocks)
    .map((block) => tidyRuns([{ text: block }]))
    .filter((runs) => runs.length > 0)
    .map((runs) => labelledBlock(runs, 'auto', trail));
  return { blocks, leftOut: NOTHING_LEFT_OUT };
}

/**
 * Lines of one block. Copied from Word, each line is a paragraph; copied from a PDF or a mail, lines are wrapped
 * and belong together. A guess by their lengths, since nothing in the text says which.
 */
function linesToBlocks(block: string): string[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return lines;
  const wrapped =
    lines.every((line) => line.length <= LONGEST_WRAPPED) &&
    lines.slice(0, -1).filter((line) => line.length >= SHORTEST_WRAPPED).length * 2 >= lines.length - 1;
  if (!wrapped) return lines;
  const blocks: string[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last === undefined || splitPrintedLabel(line).label !== '') blocks.push(line);
    else blocks[blocks.length - 1] = `${last} ${line.trim()}`;
  }
  return blocks;
}
