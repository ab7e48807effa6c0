import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';

type Cited = Pick<LabelledParagraph, 'id' | 'kind' | 'level' | 'label'>;

/**
 * Every labelled paragraph as it is cited on its own: `12`, `PP3`, and an item with what it stands under, `12 (a) (ii)`.
 * Paragraphs without a label are left out.
 */
export function citations(paragraphs: readonly Cited[]): ReadonlyMap<ParagraphId, string> {
  const cited = new Map<ParagraphId, string>();
  let above = '';
  let items: string[] = [];
  for (const { id, kind, level, label } of paragraphs) {
    if (kind === 'item') {
      items = [...items.slice(0, Math.max(0, level - 1)), label];
      if (label !== '') cited.set(id, [above, ...items].filter((part) => part !== '').join(' '));
    } else {
      items = [];
      // A heading ends what items could stand under; its own numeral is cited too.
      above = kind === 'heading' || kind === 'title' ? '' : label;
      if (label !== '') cited.set(id, label);
    }
  }
  return cited;
}
