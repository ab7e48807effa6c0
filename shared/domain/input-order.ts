import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { Input } from './input.ts';

/** Inputs on one paragraph. `paragraph` null: general comments. `gone`: the text no longer holds the paragraph. */
export interface InputGroup {
  readonly paragraph: ParagraphId | null;
  /** As the text numbers it now; for a paragraph that is gone, as it was numbered when the first of them was written. */
  readonly label: string;
  readonly gone: boolean;
  readonly inputs: readonly Input[];
}

/**
 * General comments first, then by paragraph in the order of the text, then what stands on paragraphs that are no
 * longer in it, by their numbers of that time. Inside a group the order given stays.
 */
export function groupInputs(
  inputs: readonly Input[],
  paragraphs: readonly Pick<LabelledParagraph, 'id' | 'label'>[],
): InputGroup[] {
  const order = new Map(paragraphs.map(({ id, label }, at) => [id, { at, label }]));
  const groups = new Map<ParagraphId | null, Input[]>();
  for (const input of inputs) {
    const group = groups.get(input.paragraph);
    if (group === undefined) groups.set(input.paragraph, [input]);
    else group.push(input);
  }
  const placed = [...groups].map(([paragraph, own]) => {
    const known = paragraph === null ? undefined : order.get(paragraph);
    const gone = paragraph !== null && known === undefined;
    return {
      paragraph,
      label: known?.label ?? own[0]?.label ?? '',
      gone,
      inputs: own,
      at: paragraph === null ? -1 : (known?.at ?? paragraphs.length),
    };
  });
  const byLabel = new Intl.Collator('en', { numeric: true });
  return placed
    .sort((a, b) => a.at - b.at || byLabel.compare(a.label, b.label))
    .map(({ at: _, ...group }) => group);
}

/** Paragraph → the heading it stands below (itself, for a heading); absent before the first heading. */
export function headingsOf(
  paragraphs: readonly Pick<LabelledParagraph, 'id' | 'kind'>[],
): ReadonlyMap<ParagraphId, ParagraphId> {
  const headings = new Map<ParagraphId, ParagraphId>();
  let open: ParagraphId | null = null;
  for (const { id, kind } of paragraphs) {
    if (kind === 'heading') open = id;
    if (open !== null) headings.set(id, open);
  }
  return headings;
}
