import type { LabelledParagraph } from '../model/paragraph.ts';

/** A heading and what stands below it, up to the next heading of any level. */
export interface Section {
  readonly id: string;
  readonly text: string;
  readonly level: number;
  /** The labels of the numbered paragraphs below: `12–31`, `PP1–PP7`, `12`, or empty. Items do not count. */
  readonly labels: string;
}

const isNumbered = ({ kind, label }: LabelledParagraph): boolean =>
  label !== '' && (kind === 'operative' || kind === 'preambular' || kind === 'plain');

/** The outline of a text, in reading order. */
export function sectionsOf(paragraphs: readonly LabelledParagraph[]): Section[] {
  const sections: { head: LabelledParagraph; first: string; last: string }[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') sections.push({ head: paragraph, first: '', last: '' });
    else if (isNumbered(paragraph)) {
      const open = sections.at(-1);
      if (open === undefined) continue;
      if (open.first === '') open.first = paragraph.label;
      open.last = paragraph.label;
    }
  }
  return sections.map(({ head, first, last }) => ({
    id: head.id,
    text: head.label === '' ? head.text : `${head.label} ${head.text}`,
    level: head.level,
    labels: first === last ? first : `${first}–${last}`,
  }));
}
