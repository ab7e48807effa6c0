import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { type LabelledParagraph, plainText, type Run } from '../../../../shared/model/paragraph.ts';

/** Paragraphs out of lines: `# ` begins a heading, `*…*` is bold. Without ids in common, as imported texts are. */
export const texts = (lines: readonly string[]): LabelledParagraph[] =>
  lines.map((line, k) => {
    const heading = line.startsWith('# ');
    const runs: Run[] = (heading ? line.slice(2) : line)
      .split('*')
      .map((text, at): Run => (at % 2 === 1 ? { text, bold: true } : { text }))
      .filter((run) => run.text !== '');
    return {
      id: `${k}-${line.length}-${line.slice(-3)}` as ParagraphId,
      kind: heading ? 'heading' : 'operative',
      level: heading ? 1 : 0,
      dir: 'auto',
      from: [],
      pinned: null,
      runs,
      label: heading ? '' : `${k + 1}`,
      text: plainText(runs),
    };
  });
