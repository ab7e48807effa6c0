import { trimLayout } from './block.ts';

/** A line break, however it is written (Unicode newline guidelines, UAX 14: CR LF, CR, LF, NEL, LS). */
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028]/;

/** Text as a plain file holds it: blocks, and how many line breaks inside blocks were joined to a space. */
export interface PlainBlocks {
  readonly blocks: readonly string[];
  readonly joined: number;
}

/**
 * Blocks stand apart by blank lines, a form feed or a paragraph separator. White space at the ends of lines that are
 * joined and of blocks is layout; everything else is kept letter for letter.
 */
export function plainBlocks(text: string): PlainBlocks {
  const blocks: string[] = [];
  let lines: string[] = [];
  let joined = 0;
  const close = (): void => {
    if (lines.length === 0) return;
    joined += lines.length - 1;
    blocks.push(lines.join(' '));
    lines = [];
  };
  for (const page of text.replace(/^\uFEFF/, '').split(/[\f\u2029]/)) {
    for (const line of page.split(LINE_BREAK)) {
      const words = trimLayout(line);
      if (words === '') close();
      else lines.push(words);
    }
    close();
  }
  return { blocks, joined };
}
