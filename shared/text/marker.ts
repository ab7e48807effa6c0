import * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import {
  DIRECTIONS,
  type Direction,
  PARAGRAPH_KINDS,
  type Paragraph,
  type ParagraphKind,
} from '../model/paragraph.ts';
import { levelFor } from './level.ts';

export { levelFor } from './level.ts';

/**
 * A working text is one `Y.Text` of this name (docs/protocol.md). Each paragraph begins with an embedded
 * `Y.Map`, its marker, followed by its characters.
 */
export const TEXT_NAME = 'text';

/** Rises when markers or marks change in a way older clients would misread; they are told to reload. */
export const SCHEMA_VERSION = 1;

/** What a marker says of its paragraph: everything but the characters. */
export type ParagraphHead = Omit<Paragraph, 'runs'>;

const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

/**
 * Stands for the paragraph formed by characters before a first marker. It is an address, not an id: no marker may
 * bear it, so a marker that does reads as having none.
 */
export const IMPLICIT_ID = 'implicit' as ParagraphId;

/** A head out of loose values. Total: whatever they are, some head comes out. An unusable id reads as empty. */
export function readHead(values: Readonly<Record<string, unknown>>): ParagraphHead {
  const kind = oneOf<ParagraphKind>(PARAGRAPH_KINDS, values.kind, 'plain');
  const { id, from, pinned } = values;
  return {
    id: (typeof id === 'string' ? id : '') as ParagraphId,
    kind,
    level: levelFor(kind, values.level),
    dir: oneOf<Direction>(DIRECTIONS, values.dir, 'auto'),
    from: Array.isArray(from) ? from.filter((x): x is ParagraphId => typeof x === 'string') : [],
    pinned: typeof pinned === 'string' && pinned !== '' ? pinned : null,
  };
}

/** Reads a marker, as totally as `readHead`. */
export function readMarker(marker: Y.Map<unknown>): ParagraphHead {
  const id = marker.get('id');
  return readHead({
    id: id === IMPLICIT_ID ? '' : id,
    kind: marker.get('kind'),
    level: marker.get('level'),
    dir: marker.get('dir'),
    from: marker.get('from'),
    pinned: marker.get('label'),
  });
}

/** A new marker, ready to be embedded. Keys at their defaults are left out to keep updates small. */
export function createMarker(head: ParagraphHead): Y.Map<unknown> {
  const marker = new Y.Map<unknown>();
  marker.set('id', head.id);
  marker.set('kind', head.kind);
  if (head.level !== 0) marker.set('level', head.level);
  if (head.dir !== 'auto') marker.set('dir', head.dir);
  if (head.from.length > 0) marker.set('from', [...head.from]);
  if (head.pinned !== null) marker.set('label', head.pinned);
  return marker;
}
