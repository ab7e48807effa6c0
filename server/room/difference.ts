import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Frontier } from './frontier.ts';

/*
 * What somebody lacks, written as Yjs writes it but in two parts: the structs, which differ from one receiver to the
 * next and are few, and the delete set, which is that of the whole text for everybody and is written once. Yjs walks
 * the whole text for every difference. test/server/room/difference.test.ts holds these bytes against Yjs's own.
 */

/** Stretches of deleted clocks by clientID, in rising order, as Yjs keeps a transaction's. */
export type Deleted = ReadonlyMap<ClientId, readonly { readonly clock: number; readonly len: number }[]>;

/** A delete set as Yjs writes it (encoding version 1). */
export function encodeDeleted(deleted: Deleted): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, deleted.size);
  for (const client of [...deleted.keys()].sort((a, b) => b - a)) {
    const ranges = deleted.get(client) ?? [];
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}

/** Everything that is deleted in a text. It walks all of it. */
export const deletedIn = (doc: Y.Doc): Deleted => Y.createDeleteSetFromStructStore(doc.store).clients;

/** An update of the structs that a holder of `known` lacks, and of `deletions`, an encoded delete set. */
export function encodeDifference(doc: Y.Doc, known: Frontier, deletions: Uint8Array): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const missing: ClientId[] = [];
  for (const client of doc.store.clients.keys())
    if (Y.getState(doc.store, client) > (known.get(client) ?? 0)) missing.push(client);
  encoding.writeVarUint(rest, missing.length);
  // Higher clientIDs first: Yjs resolves conflicts faster that way.
  for (const client of missing.sort((a, b) => b - a)) {
    const structs = doc.store.clients.get(client) as (Y.Item | Y.GC)[];
    const clock = Math.max(known.get(client) ?? 0, structs[0]?.id.clock ?? 0);
    const first = Y.findIndexSS(structs, clock);
    encoding.writeVarUint(rest, structs.length - first);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, clock);
    for (let k = first; k < structs.length; k += 1) {
      const struct = structs[k] as Y.Item | Y.GC;
      struct.write(encoder, k === first ? clock - struct.id.clock : 0);
    }
  }
  encoding.writeUint8Array(rest, deletions);
  return encoder.toUint8Array();
}
