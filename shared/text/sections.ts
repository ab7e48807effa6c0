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
  const heads = paragraphs.flatMap(({ kind }, k) => (kind === 'heading' ? [k] : []));
  return heads.flatMap((at, k): Section[] => {
    const head = paragraphs[at];
    if (head === undefined) return [];
    const { id, label, text, level } = head;
    return [
      {
        id,
        text: label === '' ? text : `${label} ${text}`,
        level,
        labels: labelsIn(paragraphs.slice(at + 1, heads[k + 1])),
      },
    ];
  });
}

/** What stands before the first heading, known by its first paragraph; null where nothing does, or there is none. */
export function beginningOf(paragraphs: readonly LabelledParagraph[]): Pick<Section, 'id' | 'labels'> | null {
  const end = paragraphs.findIndex(({ kind }) => kind === 'heading');
  const [first] = paragraphs;
  return first === undefined || end <= 0
    ? null
    : { id: first.id, labels: labelsIn(paragraphs.slice(0, end)) };
}

function labelsIn(paragraphs: readonly LabelledParagraph[]): string {
  const labels = paragraphs.filter(isNumbered).map(({ label }) => label);
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return first === last ? first : `${first}–${last}`;
}
