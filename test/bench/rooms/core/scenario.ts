/**
 * How to write a scenario. A file in test/bench/rooms/scenarios/ exports `scenario`, whose name is that of the file:
 *
 *   export const scenario: Scenario = {
 *     name: 'fan-out',
 *     title: '1 writer × 1,000 readers',
 *     servers: ['sounding-board', 'hocuspocus', 'relay'],     // ours first
 *     figures: { cpuPerDelivery: 'CPU per delivery, µs', p99: 'p99, ms' },   // columns of the table, in order
 *     targets: [{ figure: 'cpuPerDelivery', against: 'relay', atMost: 0.9 }],
 *     rounds: 3,
 *     async run({ server, seconds, seed }) {
 *       const gathering = await gather(server, { writers: 1, readers: 1000, seed });
 *       …
 *       return { figures: { cpuPerDelivery, p99 }, soundness: await checkGathering(gathering) };
 *     },
 *   };
 *
 * `run` is called once for each server and round, in a process of its own that holds all clients of that run; `server`
 * is a process beside it, started on an empty folder (or on what `prepare` put there) and ended afterwards. Server
 * processor time comes from `measureProcess(server.pid)`, memory from `processFigures`. `server.stop` and
 * `server.start` restart it. `seconds(n)` is n, or less when a short run was asked for. Every figure of `figures` must
 * be answered as a number (NaN where a server cannot); medians over the rounds are compared. A run that lost something
 * or did not converge fails the bench, a missed ratio is shown. core/gathering.ts fills a room with writers and light
 * readers, core/typing.ts lets them type and measures, core/line.ts is a single connection.
 */
import type { RunningServer, ServerName } from '../servers/server.ts';
import type { Soundness } from './check.ts';

/** What a scenario is given. */
export interface Stage {
  readonly server: RunningServer;
  /** Differs between rounds, not between servers. */
  readonly seed: number;
  readonly round: number;
  readonly short: boolean;
  /** So many seconds, fewer in a short run. */
  seconds(full: number): number;
}

export interface RunResult {
  readonly figures: Readonly<Record<string, number>>;
  /** Null where nothing was written. */
  readonly soundness: Soundness | null;
  /** Anything else that should be read beside the table, e.g. lines that the server closed. */
  readonly remarks?: readonly string[];
}

/** Medians over the rounds by server and figure. */
export type Medians = Readonly<Partial<Record<ServerName, Readonly<Record<string, number>>>>>;

/** Something that must hold: of a figure of ours, or of its ratio to the same figure of another server. */
export interface Target {
  readonly figure: string;
  /** Absent: the figure itself is compared. */
  readonly against?: ServerName;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Scenario {
  readonly name: string;
  /** What happens, in a few words. */
  readonly title: string;
  readonly servers: readonly ServerName[];
  /** Figures shown, with their headings. */
  readonly figures: Readonly<Record<string, string>>;
  readonly targets: readonly Target[];
  /** Figures that follow from the medians of all servers; they join them. */
  derive?(medians: Medians): Medians;
  /** Rounds when none are asked for. */
  readonly rounds: number;
  /** Fills a server's folder before it starts; `seed` as in `run`. */
  prepare?(server: ServerName, folder: string, seed: number): Promise<void>;
  run(stage: Stage): Promise<RunResult>;
}
