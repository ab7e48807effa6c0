import { createRandom, type Random } from '../../../sim/random.ts';
import type { RoomAddress, RunningServer } from '../servers/server.ts';
import type { PresenceState } from './dialect.ts';
import { createHeardCache } from './heard-cache.ts';
import { createHistogram } from './histogram.ts';
import { until } from './pace.ts';
import { type Audience, openReader, type Reader } from './reader.ts';
import { createSentTimes } from './sent-times.ts';
import { paragraphs } from './words.ts';
import { openWriter, type Writer } from './writer.ts';

/** Who meets in a room. */
export interface GatheringOptions {
  readonly writers: number;
  readonly readers: number;
  readonly seed: number;
  /** Paragraphs of 60 words that stand in the text before anybody types. */
  readonly paragraphs?: number;
  /** False: writers keep what others write until `catchUp`, where there is too much of it to take in live. */
  readonly live?: boolean;
  /** Told of the presence states that a receiver gets: writers first, then readers, numbered from 0. */
  readonly presence?: (receiver: number, states: readonly PresenceState[], at: number) => void;
}

/** Writers and readers in one room of one server, all connected and with the same text. */
export interface Gathering {
  readonly server: RunningServer;
  readonly room: RoomAddress;
  readonly audience: Audience;
  readonly writers: readonly Writer[];
  readonly readers: readonly Reader[];
  /** Those besides its author who get an update. */
  readonly receivers: number;
  /** Lines that ended although nobody dropped them, and why. */
  readonly ended: readonly string[];
  /** Counts latencies anew from here. */
  measure(): void;
  /** Resolves once everybody has everything that was written, or false after so many milliseconds. */
  settled(patience?: number): Promise<boolean>;
  close(): void;
}

/** Lines opened at a time: a server's backlog of connections is finite. */
const AT_ONCE = 50;

export async function gather(server: RunningServer, options: GatheringOptions): Promise<Gathering> {
  const random = createRandom(options.seed);
  const room = await server.openRoom(options.writers, options.readers);
  const clientIDs = drawClientIds(random, options.writers);
  const audience = createAudience(server, room, clientIDs);
  const ended: string[] = [];
  const { presence } = options;
  const earsOf = (receiver: number) => ({
    ended: (why: string) => void ended.push(`${receiver < options.writers ? 'writer' : 'reader'}: ${why}`),
    ...(presence === undefined
      ? {}
      : { presence: (states: readonly PresenceState[], at: number) => presence(receiver, states, at) }),
  });
  const writers = await inTurns(options.writers, (number) =>
    openWriter(room.writer(number), audience, {
      number,
      clientID: clientIDs[number] as number,
      random: createRandom(options.seed * 7919 + number),
      live: options.live ?? true,
      ...earsOf(number),
    }),
  );
  const readers = await inTurns(options.readers, (number) =>
    openReader(room.reader(number), audience, earsOf(options.writers + number)),
  );
  if (server.holdsText) {
    const all = [...writers, ...readers];
    if (!(await until(() => all.every((one) => one.synced), 20_000)))
      throw new Error(`${server.name}: not everybody got the text; ${ended[0] ?? 'all lines are open'}`);
  }
  const gathering: Gathering = {
    server,
    room,
    audience,
    writers,
    readers,
    receivers: options.writers - 1 + options.readers,
    ended,
    measure() {
      audience.latency = createHistogram();
    },
    settled: (patience = 30_000) => until(() => hasEverything(gathering), patience),
    close() {
      for (const { line } of [...writers, ...readers]) line.drop();
    },
  };
  // Everybody is there, so that a relay's readers get it as well.
  writers[0]?.fill(paragraphs(random, options.paragraphs ?? 30, 60));
  if (!(await gathering.settled()))
    throw new Error(`${server.name}: not everybody got the first text; ${ended[0] ?? 'all lines are open'}`);
  return gathering;
}

/** What the receivers of a room share; the writers with these clientIDs are watched. */
export function createAudience(
  server: RunningServer,
  { dialect }: RoomAddress,
  clientIDs: readonly number[],
): Audience {
  const writerOf = new Map(clientIDs.map((client, number) => [client, number]));
  return {
    dialect,
    writers: clientIDs.length,
    greets: server.holdsText,
    hear: createHeardCache(dialect, writerOf),
    sentTimes: createSentTimes(clientIDs.length),
    latency: createHistogram(),
  };
}

/** Clocks of all writers that have not arrived at some receiver. */
export const lostAt = ({ writers, readers }: Pick<Gathering, 'writers' | 'readers'>): number => {
  const ends = writers.map((writer) => writer.clock);
  const others = (own: number): number[] => ends.map((end, number) => (number === own ? 0 : end));
  return (
    readers.reduce((sum, { ledger }) => sum + ledger.missing(ends), 0) +
    writers.reduce((sum, { ledger, number }) => sum + ledger.missing(others(number)), 0)
  );
};

/** As `lostAt` is 0, but stops at the first who lacks something. */
function hasEverything({ writers, readers }: Gathering): boolean {
  const ends = writers.map((writer) => writer.clock);
  return (
    readers.every(({ ledger }) => ends.every((end, writer) => ledger.has(writer) >= end)) &&
    writers.every(({ ledger, number }) =>
      ends.every((end, writer) => writer === number || ledger.has(writer) >= end),
    )
  );
}

/** As Yjs draws them: 32 bits. */
export function drawClientIds(random: Random, count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(random.below(2 ** 32));
  return [...drawn];
}

export async function inTurns<Value>(
  count: number,
  open: (number: number) => Promise<Value>,
): Promise<Value[]> {
  const opened: Value[] = [];
  while (opened.length < count) {
    const numbers = Array.from(
      { length: Math.min(AT_ONCE, count - opened.length) },
      (_, k) => opened.length + k,
    );
    opened.push(...(await Promise.all(numbers.map(open))));
  }
  return opened;
}
