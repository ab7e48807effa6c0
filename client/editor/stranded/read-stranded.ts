import * as Y from 'yjs';
import { charactersOf, markerOf } from '../../../shared/text/content.ts';
import { type ParagraphHead, readHead, readMarker } from '../../../shared/text/marker.ts';

/**
 * A run of one's own characters that outlived the paragraph it was typed in: somebody removed or moved that paragraph
 * without knowing them. Named by what Yjs calls them, so that they are found wherever they stand later.
 */
export interface StrandedRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  /** How many of the paragraph's removed characters stood left of the run. */
  readonly offset: number;
}

export interface Stranded {
  /** The paragraph as it was before; its id is the one its marker said. */
  readonly stood: ParagraphHead;
  /** The characters that went with it. A moved paragraph says them again somewhere else. */
  readonly gone: string;
  /** In reading order. */
  readonly runs: readonly StrandedRun[];
}

interface Lost {
  readonly stood: ParagraphHead;
  gone: string;
  /** Whether characters stay that are not one's own. */
  stays: boolean;
  readonly runs: StrandedRun[];
}

/**
 * What a transaction of others stranded of the characters that the `own` clients typed. Call it from the observer,
 * while items that the transaction removed still hold their content. Costs nothing where no marker was removed, else
 * one walk over the text. A paragraph that was joined to another strands nothing, since its words were meant to go
 * there: the survivor says so, or, where a split was undone, no character went and some of others' stay.
 */
export function readStranded(text: Y.Text, transaction: Y.Transaction, own: ReadonlySet<number>): Stranded[] {
  if (transaction.local || !removesMarker(text, transaction)) return [];
  const { beforeState, deleteSet } = transaction;
  const known = ({ id }: Y.Item): boolean => id.clock < (beforeState.get(id.client) ?? 0);
  const found: Lost[] = [];
  let before: Lost | null = null;
  let now: Y.Map<unknown> | null = null;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.countable && !item.deleted) continue;
    const old = known(item);
    const goes = item.deleted && old && Y.isDeleted(deleteSet, item.id);
    if (item.deleted && !goes) continue;
    const marker = markerOf(item);
    if (marker !== null) {
      if (!item.deleted) now = marker;
      if (!old) continue;
      before = goes ? { stood: headBefore(marker, transaction), gone: '', stays: false, runs: [] } : null;
      if (before !== null) found.push(before);
    } else if (before !== null && goes) {
      if (item.countable) before.gone += charactersOf(item);
    } else if (before !== null && old && item.countable) {
      if (!own.has(item.id.client)) before.stays = true;
      else if (!belongsHere(now, before.stood, transaction)) addRun(before, item);
    }
  }
  return found
    .filter(({ gone, stays, runs }) => runs.length > 0 && (gone !== '' || !stays))
    .map(({ stood, gone, runs }) => ({ stood, gone, runs }));
}

function removesMarker(text: Y.Text, transaction: Y.Transaction): boolean {
  let found = false;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.parent === text && markerOf(struct) !== null) found = true;
  });
  return found;
}

/** Whether the paragraph under this marker is the one that the words stood in, or has just absorbed it. */
function belongsHere(
  marker: Y.Map<unknown> | null,
  { id }: ParagraphHead,
  transaction: Y.Transaction,
): boolean {
  if (marker === null) return false;
  const head = readMarker(marker);
  return head.id === id || (head.from.includes(id) && !headBefore(marker, transaction).from.includes(id));
}

function addRun({ runs, gone }: Lost, { id, length }: Y.Item): void {
  const last = runs.at(-1);
  const { client, clock } = id;
  if (last?.client === client && last.clock + last.length === clock && last.offset === gone.length)
    runs[runs.length - 1] = { ...last, length: last.length + length };
  else runs.push({ client, clock, length, offset: gone.length });
}

/** What a marker said before the transaction, also where the transaction removed it. Reads Yjs internals. */
function headBefore(marker: Y.Map<unknown>, { beforeState, deleteSet }: Y.Transaction): ParagraphHead {
  const values: Record<string, unknown> = {};
  for (const [key, newest] of marker._map) {
    let item: Y.Item | null = newest;
    while (item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)) item = item.left;
    if (item === null || (item.deleted && !Y.isDeleted(deleteSet, item.id))) continue;
    values[key === 'label' ? 'pinned' : key] = item.content.getContent().at(-1);
  }
  return readHead(values);
}
