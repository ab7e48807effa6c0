import * as Y from 'yjs';
import { TEXT_NAME } from '../../../shared/text/marker.ts';

/**
 * Unsent work written again under another clientID (the answer to close code 4409): the same difference from the
 * server's text, as new structs of `doc`'s own.
 *
 * The difference is what Yjs itself reports when the unsent updates meet the server's text, so nothing is guessed
 * by comparing words. The flat text holds characters and markers only; markers hold plain values.
 * Answers a text with the work in it, and the work as one update; null when the server has it all already.
 */
export function rebuildUnsent(
  serverUpdates: readonly Uint8Array[],
  unsent: readonly Uint8Array[],
): { readonly doc: Y.Doc; readonly update: Uint8Array | null } {
  const theirs = new Y.Doc();
  const fresh = new Y.Doc();
  for (const update of serverUpdates) {
    Y.applyUpdate(theirs, update);
    Y.applyUpdate(fresh, update);
  }
  const theirText = theirs.getText(TEXT_NAME);
  const freshText = fresh.getText(TEXT_NAME);
  const twins = pairMarkers(theirText, freshText);

  let delta: Delta = [];
  const keys: { marker: Y.Map<unknown>; key: string; value: unknown }[] = [];
  const watch = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.target === theirText) delta = event.delta as Delta;
      else if (event.target instanceof Y.Map) {
        const marker = twins.get(event.target);
        if (marker === undefined) continue; // A new marker: it comes with the text's own delta.
        for (const key of event.changes.keys.keys()) keys.push({ marker, key, value: event.target.get(key) });
      }
    }
  };
  theirText.observeDeep(watch as Parameters<Y.Text['observeDeep']>[0]);
  // One update, so that one event tells the whole difference.
  if (unsent.length > 0) Y.applyUpdate(theirs, Y.mergeUpdates([...unsent]));

  let update: Uint8Array | null = null;
  fresh.once('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  fresh.transact(() => {
    for (const { marker, key, value } of keys) {
      if (value === undefined) marker.delete(key);
      else marker.set(key, value);
    }
    freshText.applyDelta(
      delta.map((part) => (part.insert instanceof Y.Map ? { ...part, insert: part.insert.clone() } : part)),
      { sanitize: false },
    );
  });
  theirs.destroy();
  return { doc: fresh, update };
}

type Delta = { insert?: unknown; delete?: number; retain?: number; attributes?: Record<string, unknown> }[];

const markersOf = (text: Y.Text): Y.Map<unknown>[] =>
  (text.toDelta() as Delta).flatMap((part) => (part.insert instanceof Y.Map ? [part.insert] : []));

/** The k-th marker of one text is the k-th of the other: both hold the same updates. */
function pairMarkers(a: Y.Text, b: Y.Text): Map<Y.Map<unknown>, Y.Map<unknown>> {
  const others = markersOf(b);
  return new Map(markersOf(a).map((marker, k) => [marker, others[k] as Y.Map<unknown>]));
}
