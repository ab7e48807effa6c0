import { compareTexts } from '../compare/compare-texts.ts';
import type { ParagraphId } from '../model/ids.ts';
import { type Paragraph, plainText } from '../model/paragraph.ts';

const toBlock = (paragraph: Paragraph) => ({
  label: '',
  text: plainText(paragraph.runs),
  kind: paragraph.kind,
  level: paragraph.level,
});

/**
 * Gives the paragraphs of an imported text the ids of the paragraphs they continue, found by comparing what both say,
 * so that permanent links, labels and lineage hold across an import. A split keeps the id with its first part and a
 * join with its first source; `from` tells the others. What matches nothing keeps its fresh id.
 */
export function carryIds(before: readonly Paragraph[], imported: readonly Paragraph[]): Paragraph[] {
  const rows = compareTexts(before.map(toBlock), imported.map(toBlock)).rows;
  const result = [...imported];
  const idAt = (index: number): ParagraphId => (before[index] as Paragraph).id;
  const give = (index: number, change: Partial<Paragraph>): void => {
    result[index] = { ...(result[index] as Paragraph), ...change };
  };
  for (const { from, to } of rows) {
    const source = from[0];
    if (source === undefined) continue;
    for (const [k, target] of to.entries()) {
      if (k === 0) give(target, { id: idAt(source), from: from.length > 1 ? from.map(idAt) : [] });
      else give(target, { from: [idAt(source)] });
    }
  }
  return result;
}
