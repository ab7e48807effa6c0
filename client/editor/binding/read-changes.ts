import * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { charactersOf, type Formats, markerOf, withFormat } from '../../../shared/text/content.ts';
import { type ParagraphHead, readMarker } from '../../../shared/text/marker.ts';
import { readMarks } from '../../../shared/text/marks.ts';
import { viewIds } from '../../../shared/text/read.ts';
import type { Token } from '../../../shared/text/token.ts';

/** One stretch that a Yjs transaction changed. `index` and `remove` count in the text before it. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: readonly Token[];
}

/** A place between two tokens, by index, that keeps to the token on one side of it. */
export interface TextPlace {
  readonly index: number;
  readonly side: 'left' | 'right';
}

export interface TextChanges {
  /** Rising and apart: something that stays stands between any two. */
  readonly changes: readonly TextChange[];
  /** Whether format items came or went, so that marks of what stays may differ. */
  readonly formats: boolean;
  /** Set if markers came, went or changed: then any paragraph's head may read otherwise. */
  readonly structure: TextStructure | null;
  /** Where the given places are now, as relative positions would say. */
  readonly places: readonly number[];
}

export interface TextStructure {
  /** Heads as people see them, of all paragraphs that have a marker. */
  readonly heads: readonly ParagraphHead[];
  /** Whether some marker has a repeated or missing id. */
  readonly derived: boolean;
}

interface Open {
  index: number;
  remove: number;
  insert: (Token | { readonly kind: 'head'; readonly number: number })[];
}

/**
 * What a transaction changed in the text, in one walk over its items. Call it from the observer, while items that
 * the transaction deleted still hold their content. Total, unlike `event.delta`, which leaves odd contents out.
 */
export function readChanges(
  text: Y.Text,
  transaction: Y.Transaction,
  places: readonly TextPlace[],
): TextChanges {
  const { beforeState, deleteSet } = transaction;
  const markers: Y.Map<unknown>[] = [];
  const changes: Open[] = [];
  let formats: Formats = {};
  let formatsChanged = false;
  // Keys of markers change under types of their own.
  let structural = transaction.changed.size !== 1 || !transaction.changed.has(text as never);
  let index = 0;
  let indexNow = 0;
  // Neighbours are mostly of one client: its clock before the transaction is looked up once.
  let lastClient = -1;
  let known = 0;
  let open: Open | null = null;
  const moved: (number | null)[] = places.map((place) =>
    place.side === 'left' && place.index === 0 ? 0 : null,
  );
  /** Places whose token lies in the next stretch of the old text. */
  const movePlaces = (length: number, stays: boolean): void =>
    places.forEach((place, i) => {
      const into = place.index - (place.side === 'left' ? 1 : 0) - index;
      if (moved[i] !== null || into < 0 || into >= length) return;
      moved[i] = indexNow + (stays ? into + (place.side === 'left' ? 1 : 0) : 0);
    });
  const at = (): Open => {
    if (open === null) {
      open = { index, remove: 0, insert: [] };
      changes.push(open);
    }
    return open;
  };
  for (let item = text._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    if (client !== lastClient) {
      lastClient = client;
      known = beforeState.get(client) ?? 0;
    }
    const added = clock >= known;
    if (!added && !item.deleted && item.content instanceof Y.ContentString) {
      // Nearly everything: characters that stay.
      open = null;
      if (places.length > 0) movePlaces(item.length, true);
      index += item.length;
      indexNow += item.length;
      continue;
    }
    if (item.deleted) {
      if (added || !deleteSet.clients.has(item.id.client) || !Y.isDeleted(deleteSet, item.id)) continue;
      if (item.countable) {
        if (markerOf(item) !== null) structural = true;
        movePlaces(item.length, false);
        at().remove += item.length;
        index += item.length;
      } else if (item.content instanceof Y.ContentFormat) formatsChanged = true;
      continue;
    }
    if (item.content instanceof Y.ContentFormat) {
      formats = withFormat(formats, item.content);
      if (added) formatsChanged = true;
      continue;
    }
    if (!item.countable) continue;
    const marker = markerOf(item);
    if (added) {
      const { insert } = at();
      if (marker !== null) {
        structural = true;
        insert.push({ kind: 'head', number: markers.length });
      } else pushCharacters(insert, charactersOf(item), formats);
    } else {
      open = null;
      movePlaces(item.length, true);
      index += item.length;
    }
    indexNow += item.length;
    if (marker !== null) markers.push(marker);
  }
  const structure = structural ? structureOf(markers) : null;
  const tokenOf = (token: Open['insert'][number]): Token =>
    token.kind === 'head' ? { kind: 'marker', head: structure?.heads[token.number] as ParagraphHead } : token;
  return {
    changes: changes.map(({ insert, ...rest }) => ({ ...rest, insert: insert.map(tokenOf) })),
    formats: formatsChanged,
    structure,
    places: moved.map((place) => place ?? indexNow),
  };
}

function structureOf(markers: readonly Y.Map<unknown>[]): TextStructure {
  const own = markers.map(readMarker);
  const ids = viewIds(own.map(({ id }) => id));
  return {
    heads: own.map((head, k) => ({ ...head, id: ids[k] as ParagraphId })),
    derived: own.some(({ id }, k) => id !== ids[k]),
  };
}

/** Joins what people type, one item a key, into runs. */
function pushCharacters(insert: Open['insert'], text: string, formats: Formats): void {
  const marks = readMarks(formats);
  const last = insert.at(-1);
  if (last?.kind === 'characters' && JSON.stringify(last.marks) === JSON.stringify(marks))
    insert[insert.length - 1] = { ...last, text: last.text + text };
  else insert.push({ kind: 'characters', text, marks });
}
