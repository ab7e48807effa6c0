import { createRandom } from '../../../sim/random.ts';
import { fingerprint } from '../core/check.ts';
import { inTurns } from '../core/gathering.ts';
import { createHeardCache } from '../core/heard-cache.ts';
import { createHistogram } from '../core/histogram.ts';
import { paced, pause, until } from '../core/pace.ts';
import { measureProcess, processFigures } from '../core/process-figures.ts';
import type { Audience } from '../core/reader.ts';
import type { Scenario } from '../core/scenario.ts';
import { createSentTimes } from '../core/sent-times.ts';
import { paragraphs } from '../core/words.ts';
import { openWriter, type Writer } from '../core/writer.ts';
import { makeDocuments, roomNumbered } from '../joins/many-rooms.ts';

const ROOMS = 1_000;
const WRITERS = 2;
/** Keystrokes a second of each: half of the people think while the others type. */
const PER_SECOND = 0.5;

/** A day of many small negotiations: one group commit is shared by all rooms. */
export const scenario: Scenario = {
  name: 'rooms-1000',
  title: '1,000 rooms × 2 writers, 0.5 keystrokes a second each',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    typed: 'updates/s',
    cpuPerUpdate: 'CPU µs per update',
    serverCore: 'server core',
    p50: 'p50 ms',
    p99: 'p99 ms',
    memory: 'memory MB',
    clientCore: 'client core',
  },
  targets: [
    { figure: 'cpuPerUpdate', against: 'hocuspocus', atMost: 0.7 },
    { figure: 'p99', against: 'hocuspocus', atMost: 1 },
  ],
  rounds: 3,
  prepare: (server, folder) => makeDocuments(server, folder, ROOMS),
  async run({ server, seconds, seed, short }) {
    const count = short ? ROOMS / 5 : ROOMS;
    const latency = { all: createHistogram() };
    const rooms = await inTurns(count, async (number) => {
      const room = await roomNumbered(server, number);
      const clients = Array.from({ length: WRITERS }, (_, k) => 1 + number * WRITERS + k);
      const writerOf = new Map(clients.map((client, writer) => [client, writer]));
      const audience: Audience = {
        dialect: room.dialect,
        writers: WRITERS,
        greets: server.holdsText,
        hear: createHeardCache(room.dialect, writerOf),
        sentTimes: createSentTimes(WRITERS),
        get latency() {
          return latency.all;
        },
      };
      const open = (writer: number): Promise<Writer> =>
        openWriter(room.writer(0), audience, {
          number: writer,
          clientID: clients[writer] as number,
          random: createRandom(seed + number * WRITERS + writer),
          live: true,
        });
      const writers = [await open(0), await open(1)] as const;
      if (!(await until(() => writers.every(({ synced }) => synced), 20_000)))
        throw new Error(`${server.name}: room ${number} did not open`);
      writers[0].fill(paragraphs(createRandom(seed + number), 3, 30));
      return writers;
    });
    const complete = (): boolean =>
      rooms.every(([a, b]) => a.ledger.has(1) >= b.clock && b.ledger.has(0) >= a.clock);
    if (!(await until(complete, 20_000))) throw new Error(`${server.name}: a first text is missing`);
    const actors = rooms.flatMap((writers) => writers.map((writer) => () => writer.type()));
    const type = (time: number, round: number) => paced(actors, PER_SECOND, time, createRandom(seed + round));
    await type(seconds(4), 1);
    latency.all = createHistogram();
    const ofServer = measureProcess(server.pid);
    const client = process.cpuUsage();
    const updates = await type(seconds(10), 2);
    const settled = await until(complete, 20_000);
    const spent = ofServer();
    const { user, system } = process.cpuUsage(client);
    await pause(200);
    const lost = rooms
      .map(([a, b]) => Math.max(0, b.clock - a.ledger.has(1)) + Math.max(0, a.clock - b.ledger.has(0)))
      .reduce((sum, missing) => sum + missing, 0);
    const converged = settled && rooms.every(([a, b]) => fingerprint(a.text) === fingerprint(b.text));
    const { memory } = processFigures(server.pid);
    for (const { line } of rooms.flat()) line.drop();
    return {
      figures: {
        typed: updates / seconds(10),
        cpuPerUpdate: (spent.cpu / updates) * 1e6,
        serverCore: spent.cpu / spent.seconds,
        p50: latency.all.percentile(0.5),
        p99: latency.all.percentile(0.99),
        memory,
        clientCore: (user + system) / 1e6 / spent.seconds,
      },
      soundness: { lost, doubled: 0, gaps: 0, converged },
    };
  },
};
