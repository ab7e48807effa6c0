import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Place } from './place.ts';
import { createShares, type Shares, shareAt, shareFrom } from './shares.ts';

/** What one clientID had seen of each other when it wrote each of its clocks, as far as its structs tell. */
interface Sight {
  /** Up to which of its clocks the document was looked through. */
  upTo: number;
  /** By the other clientID, at each clock of this one: up to which clock. */
  readonly others: Shares;
}

/** Up to which clock of each clientID somebody had seen a text. */
export type Past = Map<ClientId, number>;

/** By clientID, and only of those that were asked for. */
export type Sights = Map<ClientId, Sight>;

/** What a clientID had seen when it wrote what the document has of it by now. */
export function sightOf(doc: Y.Doc, sights: Sights, client: ClientId): Shares {
  let sight = sights.get(client);
  if (sight === undefined) {
    sight = { upTo: 0, others: createShares() };
    sights.set(client, sight);
  }
  const structs = doc.store.clients.get(client);
  const last = structs?.at(-1);
  // What was typed on behind the last of them has seen the same.
  if (structs === undefined || last === undefined || last.id.clock < sight.upTo) return sight.others;
  for (let k = sight.upTo === 0 ? 0 : Y.findIndexSS(structs, sight.upTo); k < structs.length; k += 1) {
    const struct = structs[k];
    if (!(struct instanceof Y.Item)) continue;
    const { id, origin, rightOrigin, parent } = struct;
    note(sight.others, id, origin);
    note(sight.others, id, rightOrigin);
    if (origin === null && rightOrigin === null && parent instanceof Y.AbstractType)
      note(sight.others, id, parent._item?.id ?? null);
  }
  sight.upTo = last.id.clock + last.length;
  return sight.others;
}

/** Of itself a clientID has seen everything before. */
function note(others: Shares, { client, clock }: Place, seen: Place | null): void {
  if (seen === null || seen.client === client) return;
  const end = seen.clock + 1;
  if (end > shareAt(others, { client: seen.client, clock })) shareFrom(others, seen.client, clock, end);
}
