import type { Pasted } from '../../../../client/editor/paste/pasted-block.ts';
import type { Run } from '../../../../shared/model/paragraph.ts';

/** Blocks as lines a person can compare: `operative | words with *bold*`. */
export const printBlocks = (pasted: Pasted): string[] =>
  pasted.blocks.map((block) => {
    const kind = block.level === 0 ? block.kind : `${block.kind} ${block.level}`;
    const dir = block.dir === 'auto' ? '' : ` ${block.dir}`;
    const pinned = block.pinned === null ? '' : ` =${block.pinned}`;
    return `${kind}${dir}${pinned} | ${block.runs.map(printRun).join('')}`;
  });

function printRun(run: Run): string {
  let text = run.text.replaceAll('\u00A0', '~');
  if (run.bold) text = `*${text}*`;
  if (run.italic) text = `/${text}/`;
  if (run.underline) text = `_${text}_`;
  return run.link === undefined ? text : `[${text}](${run.link})`;
}
