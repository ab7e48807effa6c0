import * as Y from 'yjs';
import type { Place } from './place.ts';

/** What stands at a place in a document; null when that is not there yet. */
export function structAt(doc: Y.Doc, { client, clock }: Place): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  const last = structs?.at(-1);
  if (structs === undefined || last === undefined || clock >= last.id.clock + last.length) return null;
  // What is typed goes on behind the last, mostly.
  return clock >= last.id.clock ? last : (structs[Y.findIndexSS(structs, clock)] ?? null);
}
