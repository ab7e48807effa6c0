import type { UnsentChange } from './device-store.ts';

/**
 * Which local changes the server has not acknowledged, and which barrier covers which (messages 100 and 101).
 * One barrier is under way at a time: everything sent while it travels is covered by the next one.
 */
export interface UnsentLedger {
  changes(): readonly UnsentChange[];
  add(change: UnsentChange): void;
  /** These (or all) have gone out on the present connection. */
  sent(keys?: readonly string[]): void;
  /** The barrier to send now, or null when one is under way or nothing waits for one. `always`: as a heartbeat. */
  nextBarrier(always?: boolean): number | null;
  underWay(): boolean;
  /** Answers the changes that are durable now and forgets them. */
  acknowledged(barrier: number): readonly UnsentChange[];
  /** The connection is gone: nothing counts as sent any more. */
  lost(): void;
  remove(keys: readonly string[]): void;
}

export function unsentLedger(initial: readonly UnsentChange[]): UnsentLedger {
  /** `barrier`: 0 not sent, null sent and not covered, otherwise the number of the covering barrier. */
  type Entry = { readonly change: UnsentChange; barrier: number | null };
  const entries = new Map<string, Entry>(initial.map((change) => [change.key, { change, barrier: 0 }]));
  let last = 0;
  let travelling: number | null = null;
  return {
    changes: () => [...entries.values()].map((entry) => entry.change),
    add: (change) => entries.set(change.key, { change, barrier: 0 }),
    sent: (keys) => {
      for (const key of keys ?? entries.keys()) {
        const entry = entries.get(key);
        if (entry !== undefined && entry.barrier === 0) entry.barrier = null;
      }
    },
    nextBarrier: (always = false) => {
      if (travelling !== null) return null;
      const waiting = [...entries.values()].filter((entry) => entry.barrier === null);
      if (waiting.length === 0 && !always) return null;
      last += 1;
      travelling = last;
      for (const entry of waiting) entry.barrier = last;
      return last;
    },
    underWay: () => travelling !== null,
    acknowledged: (barrier) => {
      if (travelling !== null && barrier >= travelling) travelling = null;
      const durable = [...entries.values()].filter(
        (entry) => entry.barrier !== null && entry.barrier > 0 && entry.barrier <= barrier,
      );
      for (const { change } of durable) entries.delete(change.key);
      return durable.map((entry) => entry.change);
    },
    lost: () => {
      travelling = null;
      last = 0;
      for (const entry of entries.values()) entry.barrier = 0;
    },
    remove: (keys) => {
      for (const key of keys) entries.delete(key);
    },
  };
}
