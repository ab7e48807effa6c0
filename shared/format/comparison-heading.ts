import type { Comparison, ComparisonRow } from '../compare/comparison.ts';

/** Words that printed comparisons share. English, as the command line and its files are. */

const shown = (labels: readonly string[]): string =>
  labels.map((label) => (label === '' ? 'unnumbered' : label)).join(' + ');

/** `12 → 12 bis`, or one label where both are equal, or where only one side stands. */
export function printLabels({ labels }: ComparisonRow): string {
  const from = shown(labels.from);
  const to = shown(labels.to);
  if (labels.from.length === 0) return to;
  if (labels.to.length === 0 || from === to) return from;
  return `${from} → ${to}`;
}

const KIND_NAMES = {
  same: 'unchanged',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  split: 'split',
  merged: 'merged',
} as const;

/** `changed, moved`. */
export const printKind = (row: ComparisonRow): string =>
  [KIND_NAMES[row.kind], ...(row.moved ? ['moved'] : [])].join(', ');

/** A row with nothing in it for a reader who wants the changes: same words, same place. */
export const isQuiet = (row: ComparisonRow): boolean => row.kind === 'same' && !row.moved;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One line of counts: "3 paragraphs changed, 1 added …, 12 unchanged; 40 words added, 31 removed". */
export function printSummary({ summary }: Comparison): string {
  const kinds = (['changed', 'added', 'removed', 'split', 'merged'] as const)
    .filter((kind) => summary[kind] > 0)
    .map((kind) => `${summary[kind]} ${kind}`);
  const moved = summary.moved > 0 ? [`${summary.moved} moved`] : [];
  const relabelled = summary.relabelled > 0 ? [`${summary.relabelled} renumbered`] : [];
  const paragraphs = [...kinds, ...moved, ...relabelled, `${summary.same} with the same words`].join(', ');
  return `Paragraphs: ${paragraphs}. Words: ${summary.words.added} added, ${summary.words.removed} removed.`;
}

/** Where a moved row came from, for a line beside it. */
export function printOrigin(row: ComparisonRow, rows: readonly ComparisonRow[]): string {
  if (row.stoodAfter === null) return '';
  const before = rows[row.stoodAfter];
  return before === undefined ? 'stood at the beginning' : `stood after ${printLabels(before)}`;
}

export const printQuiet = (count: number): string => `${plural(count, 'paragraph', 'paragraphs')} unchanged`;
