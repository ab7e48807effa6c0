import type { ComparableBlock } from '../compare/comparison.ts';
import { splitPrintedLabel } from '../text/printed-label.ts';

/** Blocks of a plain text: what stands between lines that are empty or hold only white space. */
export function textBlocks(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') close();
    else lines.push(line);
  }
  close();
  return blocks;
}

/** Blocks ready to compare: a printed label is a label and not text. */
export const comparableBlocks = (text: string): ComparableBlock[] =>
  textBlocks(text).map((block) => {
    const { label, text: rest } = splitPrintedLabel(block);
    return { label, text: rest };
  });
