import * as Y from 'yjs';
import type { Random } from '../random.ts';

/** The origin of what arrives from others. */
export const NETWORK = { network: true };

/**
 * Carries updates between peers, late, in lumps, out of order, sometimes twice, and not at all across a partition
 * until it heals. Nothing is ever lost: what was not delivered waits.
 */
export class Network {
  readonly #docs: readonly Y.Doc[];
  readonly #random: Random;
  /** #waiting[to]: updates on their way to a peer, with their sender. */
  readonly #waiting: { from: number; update: Uint8Array }[][];
  /** Peers in the same group hear each other. */
  #groups: number[];

  constructor(docs: readonly Y.Doc[], random: Random) {
    this.#docs = docs;
    this.#random = random;
    this.#waiting = docs.map(() => []);
    this.#groups = docs.map(() => 0);
    docs.forEach((doc, from) => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === NETWORK) return;
        this.#waiting.forEach((queue, to) => {
          if (to !== from) queue.push({ from, update });
        });
      });
    });
  }

  partition(): void {
    this.#groups = this.#docs.map(() => this.#random.below(2));
  }

  heal(): void {
    this.#groups = this.#docs.map(() => 0);
  }

  /** Delivers something to a peer, if anything can reach it; answers whether it did. */
  deliver(to: number): boolean {
    const queue = this.#waiting[to] as { from: number; update: Uint8Array }[];
    const reachable = queue.filter(({ from }) => this.#groups[from] === this.#groups[to]);
    if (reachable.length === 0) return false;
    const lump = this.#random.chance(0.2)
      ? [this.#random.pick(reachable)]
      : reachable.slice(0, 1 + this.#random.below(6));
    for (const one of lump) if (!this.#random.chance(0.05)) queue.splice(queue.indexOf(one), 1);
    const updates = lump.map(({ update }) => update);
    const update = this.#random.chance(0.5) ? Y.mergeUpdates(updates) : null;
    const doc = this.#docs[to] as Y.Doc;
    if (update !== null) Y.applyUpdate(doc, update, NETWORK);
    else for (const one of updates) Y.applyUpdate(doc, one, NETWORK);
    return true;
  }

  /** Heals and delivers everything, in the end by whole states, as a reconnecting provider does. */
  settle(): void {
    this.heal();
    for (let busy = true; busy; ) {
      busy = false;
      for (let to = 0; to < this.#docs.length; to++) while (this.#drain(to)) busy = true;
    }
    for (const a of this.#docs)
      for (const b of this.#docs)
        if (a !== b) Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), NETWORK);
  }

  #drain(to: number): boolean {
    const queue = this.#waiting[to] as { from: number; update: Uint8Array }[];
    const next = queue.shift();
    if (next === undefined) return false;
    Y.applyUpdate(this.#docs[to] as Y.Doc, next.update, NETWORK);
    return true;
  }
}
