import type { ParagraphId } from '../../model/ids.ts';
import type { LabelledParagraph } from '../../model/paragraph.ts';
import type { RollingNote } from '../../model/rolling.ts';
import type { OpenChange } from './open-change.ts';

/** Characters of an unlabelled paragraph that name it. */
const SNIPPET = 40;

/** How a note names a paragraph: by its label, or by its first words. */
export function nameOf(paragraph: Pick<LabelledParagraph, 'label' | 'text'> | undefined): string {
  if (paragraph === undefined) return 'a paragraph that is gone';
  const { label, text } = paragraph;
  if (label !== '') return label;
  return `“${text.length > SNIPPET ? `${text.slice(0, SNIPPET).trimEnd()}…` : text}”`;
}

/** What a change says of its paragraph as a whole; nothing for other wording. */
export function noteOf(change: OpenChange, name: (paragraph: ParagraphId) => string): RollingNote[] {
  const { act, by, after, needsALook: earlier } = change;
  if (act === 'delete') return [{ kind: 'delete', by, earlier }];
  if (act === 'keep') return [{ kind: 'retain', by, earlier }];
  if (act === 'move') return [{ kind: 'move', by, earlier, after: after === null ? null : name(after) }];
  return [];
}
