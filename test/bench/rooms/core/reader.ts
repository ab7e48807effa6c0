import { type Dialect, NOTHING_KNOWN, NOTHING_NEW, type PresenceState } from './dialect.ts';
import type { Message } from './heard-cache.ts';
import type { Histogram } from './histogram.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Address, type Line, openLine } from './line.ts';
import type { SentTimes } from './sent-times.ts';

/** What all light receivers of one room share. */
export interface Audience {
  readonly dialect: Dialect;
  readonly writers: number;
  /** Whether the server answers. A relay would pass every greeting on to everybody, who would answer it. */
  readonly greets: boolean;
  readonly hear: (bytes: Buffer, start: number, end: number) => Message;
  readonly sentTimes: SentTimes;
  /** Time from the writer's socket to here of every timed clock at every receiver; exchanged when measuring begins. */
  latency: Histogram;
}

/** A receiver that does as little as can be done while still counting everything. */
export interface Reader {
  readonly line: Line;
  readonly ledger: Ledger;
  /** The whole text has come once. */
  readonly synced: boolean;
}

/** What a receiver hears besides clocks. */
export interface ReaderEars {
  presence?(states: readonly PresenceState[], at: number): void;
  /** The first answer to what it asked has come, with so many bytes. */
  synced?(bytes: number): void;
  ended?(why: string): void;
}

/** Books the clocks of a message with the ledger, and how long they took with the histogram. */
export function bookClocks(
  audience: Audience,
  ledger: Ledger,
  message: Extract<Message, { kind: 'update' }>,
  now: number,
): void {
  for (const stretch of message.stretches) {
    const { writer, end } = stretch;
    for (let clock = ledger.take(stretch, message.whole); clock < end; clock += 1) {
      const sentAt = audience.sentTimes.at(writer, clock);
      if (!Number.isNaN(sentAt)) audience.latency.record(now - sentAt);
    }
  }
}

/** Opens a reader: greets, answers what it is asked as a client with an empty document does, and counts. */
export async function openReader(
  address: Address,
  audience: Audience,
  ears: ReaderEars = {},
): Promise<Reader> {
  const ledger = createLedger(audience.writers);
  let synced = false;
  let own: Line | null = null;
  const line = await openLine(address, {
    open(opened) {
      own = opened;
      if (audience.greets) opened.sendAll(audience.dialect.hello(NOTHING_KNOWN));
    },
    message(bytes, start, end) {
      const message = audience.hear(bytes, start, end);
      if (message.kind === 'update') {
        bookClocks(audience, ledger, message, performance.now());
        if (message.whole && !synced) {
          synced = true;
          ears.synced?.(end - start);
        }
      } else if (message.kind === 'presence') ears.presence?.(message.states, performance.now());
      else if (message.kind === 'asks') own?.send(audience.dialect.whole(NOTHING_NEW));
    },
    ...(ears.ended === undefined ? {} : { ended: ears.ended }),
  });
  return {
    line,
    ledger,
    get synced() {
      return synced;
    },
  };
}
