import type * as Y from 'yjs';
import { type Shares, shareFrom } from './shares.ts';
import { contested, countPassing, eachInLists } from './siblings.ts';
import { structAt } from './struct-at.ts';

/** By how many more a struct may be passed from one of its clocks on. */
interface Rise {
  readonly clock: number;
  readonly by: number;
}

type Struct = Y.Item | Y.GC;

/**
 * How many pairs of structs there are of which one may have to pass the other when Yjs takes the text in, in any order in
 * which nothing comes before what it builds on; says in `shares` by how many each may be passed.
 *
 * Every struct stands behind its left neighbour as in a tree, and Yjs looks for its place among what stands there, and all
 * that hangs behind that, up to its right neighbour (yjs/src/structs/Item.js, integrate). So it passes a struct only if that,
 * or what that hangs on, stands behind the same place, within its own neighbours, and does not build on it.
 */
export function strainOf(doc: Y.Doc, shares: Shares): number {
  shares.clear();
  const rises = risesOf(doc);
  if (rises.size === 0) return 0;
  let pairs = 0;
  const sums = new Map<Struct, number>();
  /** Of the item last told, what holds at its end. */
  let before = 0;
  eachInLists(doc, (item) => {
    const { origin, left } = item;
    let sum = 0;
    if (origin !== null) {
      const isNext =
        left !== null && left.id.client === origin.client && left.id.clock + left.length - 1 === origin.clock;
      sum = isNext ? before : sumAt(structAt(doc, origin), origin.clock);
    }
    const rise = rises.get(item);
    if (rise?.[0]?.clock === item.id.clock) sum += rise[0].by;
    if (sum > 0) sums.set(item, sum);
    before = rise === undefined ? sum : sumAt(item, item.id.clock + item.length - 1);
    pairs += before;
  });
  tell(doc, sums, rises, shares);
  return pairs;

  function sumAt(struct: Struct | null, at: number): number {
    if (struct === null) return 0;
    let sum = sums.get(struct) ?? 0;
    for (const { clock, by } of rises.get(struct) ?? [])
      if (clock > struct.id.clock && clock <= at) sum += by;
    return sum;
  }
}

function risesOf(doc: Y.Doc): Map<Struct, Rise[]> {
  const rises = new Map<Struct, Rise[]>();
  for (const siblings of contested(doc)) {
    countPassing(siblings);
    for (const { client, clock, own } of siblings) {
      const struct = own === 0 ? null : structAt(doc, { client, clock });
      if (struct === null) continue;
      const known = rises.get(struct);
      if (known === undefined) rises.set(struct, [{ clock, by: own }]);
      else known.push({ clock, by: own });
    }
  }
  for (const list of rises.values()) list.sort((a, b) => a.clock - b.clock);
  return rises;
}

function tell(
  doc: Y.Doc,
  sums: ReadonlyMap<Struct, number>,
  rises: ReadonlyMap<Struct, readonly Rise[]>,
  shares: Shares,
): void {
  for (const [client, structs] of doc.store.clients)
    for (const struct of structs) {
      let sum = sums.get(struct) ?? 0;
      shareFrom(shares, client, struct.id.clock, sum);
      for (const { clock, by } of rises.get(struct) ?? []) {
        if (clock === struct.id.clock) continue;
        sum += by;
        shareFrom(shares, client, clock, sum);
      }
    }
}
