import type { Span } from '../../../../shared/notes/span.ts';
import type { ReadNotes } from './notes-worker.ts';

export interface SourcePart extends Span {
  readonly kind: string;
}

export const partsOf = ({ notes }: ReadNotes): readonly SourcePart[] => notes.parts;

/** Number of the line, from 1, that an offset stands on. */
export function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Words that were left over: not understood, or (in a press summary) attributed to nobody. */
export const leftOver = (
  source: string,
  read: ReadNotes,
  kind: 'not-understood' | 'unattributed',
): readonly (Span & { readonly text: string })[] =>
  partsOf(read)
    .filter((part) => part.kind === kind)
    .map(({ start, end }) => ({ start, end, text: source.slice(start, end).trim() }));

/** The kinds that stand in a text, in the order in which they first do, without layout. */
export const kindsIn = (read: ReadNotes): string[] =>
  [...new Set(partsOf(read).map(({ kind }) => kind))].filter((kind) => kind !== 'layout');
