import { createRandom } from '../../../sim/random.ts';
import type { PresenceState } from '../core/dialect.ts';
import { gather } from '../core/gathering.ts';
import { createHistogram } from '../core/histogram.ts';
import { paced, until } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';

const [WRITERS, READERS, MOVES_A_SECOND] = [20, 1000, 7];

/**
 * Carets that move, seen by everybody. A server may leave out a place that was left at once; the last one counts, so
 * the cost is that of a move made, for each receiver.
 */
export const scenario: Scenario = {
  name: 'cursors',
  title: '20 moving cursors × 1,000 readers, 7 moves a second each',
  servers: ['sounding-board', 'hocuspocus'],
  figures: {
    moved: 'moves/s',
    cpuPerMove: 'CPU µs per move and receiver',
    serverCore: 'server core',
    p50: 'p50 ms',
    p99: 'p99 ms',
    shownShare: 'share shown',
    unseen: 'last places never seen',
    clientCore: 'client core',
  },
  targets: [{ figure: 'cpuPerMove', against: 'hocuspocus', atMost: 0.3 }],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const receivers = WRITERS + READERS;
    const last = Array.from({ length: receivers }, () => new Uint32Array(WRITERS));
    const sentAt: number[][] = Array.from({ length: WRITERS }, () => [0]);
    const parsed = new WeakMap<PresenceState, readonly [writer: number, move: number]>();
    let latency = createHistogram();
    const gathering = await gather(server, {
      writers: WRITERS,
      readers: READERS,
      seed,
      presence(receiver, states, at) {
        const mine = last[receiver] as Uint32Array;
        for (const state of states) {
          let read = parsed.get(state);
          if (read === undefined) {
            read = readMove(state);
            parsed.set(state, read);
          }
          const [writer, move] = read;
          if (writer < 0 || writer === receiver || move <= (mine[writer] as number)) continue;
          mine[writer] = move;
          latency.record(at - (sentAt[writer]?.[move] ?? at));
        }
      },
    });
    const { writers } = gathering;
    // A clientID is known to belong to somebody once it has written.
    for (const writer of writers) writer.type();
    await gathering.settled();
    const move = (writer: number) => () => {
      const moves = sentAt[writer] as number[];
      moves.push(performance.now());
      writers[writer]?.show({ writer, move: moves.length - 1 });
    };
    const arrived = (): boolean =>
      last.every((mine, receiver) =>
        mine.every((seen, writer) => writer === receiver || seen === (sentAt[writer]?.length ?? 0) - 1),
      );
    const run = async (time: number, from: number): Promise<number> => {
      const moves = await paced(
        writers.map((_, k) => move(k)),
        MOVES_A_SECOND,
        time,
        createRandom(from),
      );
      await until(arrived, 10_000);
      return moves;
    };
    await run(seconds(3), seed);
    latency = createHistogram();
    const client = process.cpuUsage();
    const measured = measureProcess(server.pid);
    const moves = await run(seconds(8), seed + 1);
    const { cpu, seconds: took } = measured();
    const { user, system } = process.cpuUsage(client);
    const unseen = last.reduce(
      (sum, mine, receiver) =>
        sum +
        mine.filter((seen, writer) => writer !== receiver && seen !== (sentAt[writer]?.length ?? 0) - 1)
          .length,
      0,
    );
    const remarks = [...new Set(gathering.ended)];
    gathering.close();
    return {
      figures: {
        moved: moves / seconds(8),
        cpuPerMove: (cpu / moves / gathering.receivers) * 1e6,
        serverCore: cpu / took,
        p50: latency.percentile(0.5),
        p99: latency.percentile(0.99),
        shownShare: latency.count / moves / gathering.receivers,
        unseen,
        clientCore: (user + system) / 1e6 / took,
      },
      soundness: null,
      remarks,
    };
  },
};

function readMove({ state }: PresenceState): readonly [writer: number, move: number] {
  const { writer, move } = (JSON.parse(state) ?? {}) as { writer?: number; move?: number };
  return [writer ?? -1, move ?? 0];
}
