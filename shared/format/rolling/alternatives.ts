import type { ChangeId, ParagraphId } from '../../model/ids.ts';
import type { LabelledParagraph, Paragraph } from '../../model/paragraph.ts';
import type { RollingParagraph } from '../../model/rolling.ts';
import { labelParagraphs } from '../../text/labels.ts';
import { nameOf, noteOf } from './notes.ts';
import type { OpenChange } from './open-change.ts';

/**
 * The wording of one change as paragraphs of its own, in square brackets around all of them. `near` is the paragraph
 * that it goes with; `labels` one label each, as far as they go.
 */
export function wordingParagraphs(
  { wording, by, change, amends, needsALook, paragraph }: OpenChange,
  role: 'alternative' | 'insertion' | 'note',
  near: LabelledParagraph | undefined,
  labels: readonly string[] = [],
): RollingParagraph[] {
  return wording.map(({ kind, level, runs }, k): RollingParagraph => {
    const first = k === 0;
    return {
      role,
      paragraph,
      kind,
      level,
      dir: near?.dir ?? 'auto',
      label: labels[k] ?? '',
      opens: first,
      closes: k === wording.length - 1,
      by: first ? by : null,
      change,
      amends: first ? amends : null,
      needsALook: first && needsALook,
      pieces: runs.length === 0 ? [] : [{ kind: 'text', runs }],
      notes: [],
      status: null,
    };
  });
}

/** Alternatives of a paragraph: `12 alt` where there is one, else `12 alt.1`, `12 alt.2` … in the order of the proposals. */
export function alternativesOf(
  paragraph: LabelledParagraph,
  changes: readonly OpenChange[],
): RollingParagraph[] {
  return changes.flatMap((change, k) => {
    const number = changes.length === 1 ? 'alt' : `alt.${k + 1}`;
    const label = paragraph.label === '' ? `A${number.slice(1)}` : `${paragraph.label} ${number}`;
    return wordingParagraphs(change, 'alternative', paragraph, [label]);
  });
}

/** Labels that new paragraphs would have in the text as it stands: `12 bis`, `12 ter` … over all proposals together. */
export function insertedLabels(
  paragraphs: readonly LabelledParagraph[],
  changes: ReadonlyMap<ParagraphId | null, readonly OpenChange[]>,
): ReadonlyMap<ChangeId, readonly string[]> {
  const wanted = new Map<ParagraphId, ChangeId>();
  const spliced: Paragraph[] = [];
  const insert = (after: ParagraphId | null): void => {
    for (const { act, change, wording } of changes.get(after) ?? [])
      if (act === 'insert-after')
        for (const [k, { kind, level, runs }] of wording.entries()) {
          const id = `${change} ${k}` as ParagraphId;
          wanted.set(id, change);
          spliced.push({ id, kind, level, runs, dir: 'auto', from: [], pinned: null });
        }
  };
  insert(null);
  for (const paragraph of paragraphs) {
    spliced.push(paragraph);
    insert(paragraph.id);
  }
  const frozen = new Map(paragraphs.map(({ id, label }) => [id, label]));
  const labels = new Map<ChangeId, string[]>();
  for (const { id, label } of labelParagraphs(spliced, frozen)) {
    const change = wanted.get(id);
    if (change !== undefined) labels.set(change, [...(labels.get(change) ?? []), label]);
  }
  return labels;
}

/** A change of a paragraph that is gone: its wording, or the paragraph as it was with what was said of it. */
export function unplacedParagraphs(change: OpenChange): RollingParagraph[] {
  const labels = change.base === null ? [] : [change.base.label];
  const lost = { ...change, needsALook: true };
  if (change.wording.length > 0 || change.base === null)
    return wordingParagraphs(lost, 'insertion', undefined, labels);
  const [was] = wordingParagraphs({ ...lost, wording: [change.base] }, 'note', undefined, labels);
  if (was === undefined) return [];
  const notes = noteOf(lost, () => nameOf(undefined));
  return [{ ...was, by: null, needsALook: false, notes }];
}
