import { createRandom } from '../../../sim/random.ts';
import { checkGathering, type Soundness } from './check.ts';
import type { Gathering } from './gathering.ts';
import { paced } from './pace.ts';
import { measureProcess, processFigures } from './process-figures.ts';

/** What typing cost and how quickly it arrived. Times in milliseconds, memory in MB. */
export interface TypingFigures extends Record<string, number> {
  /** Updates a second that were typed. */
  typed: number;
  deliveries: number;
  /** Processor time of the server in µs for each update received by somebody. */
  cpuPerDelivery: number;
  /** Share of one core that the server and this client process used. */
  serverCore: number;
  /** Share of the server's time that was not spent in the kernel. */
  programShare: number;
  clientCore: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Time from the last key until everybody had everything. */
  drained: number;
  memory: number;
}

/**
 * Lets all writers type for so many seconds and waits until everybody has everything; the server's processor time is
 * counted to that moment, so what it put off is counted as well.
 */
export async function typeAndMeasure(
  gathering: Gathering,
  options: { readonly perSecond: number; readonly seconds: number; readonly seed: number },
): Promise<TypingFigures> {
  const { server, writers, audience } = gathering;
  gathering.measure();
  const ofServer = measureProcess(server.pid);
  const client = process.cpuUsage();
  const updates = await paced(
    writers.map((writer) => () => writer.type()),
    options.perSecond,
    options.seconds,
    createRandom(options.seed),
  );
  const lastKey = performance.now();
  const settled = await gathering.settled();
  const drained = performance.now() - lastKey;
  const { cpu, user: ofProgram, seconds } = ofServer();
  const { user, system } = process.cpuUsage(client);
  const deliveries = updates * gathering.receivers;
  const { latency } = audience;
  return {
    typed: updates / options.seconds,
    deliveries,
    cpuPerDelivery: (cpu / deliveries) * 1e6,
    serverCore: cpu / seconds,
    programShare: ofProgram / cpu,
    clientCore: (user + system) / 1e6 / seconds,
    p50: latency.percentile(0.5),
    p95: latency.percentile(0.95),
    p99: latency.percentile(0.99),
    max: latency.max,
    drained: settled ? drained : Number.POSITIVE_INFINITY,
    memory: processFigures(server.pid).memory,
  };
}

/**
 * Warms a server up, measures, and checks. A server runs for weeks, so what counts is its speed once its code is
 * compiled: a room where little is typed is warmed up at a higher speed (`warmUpPerSecond`), or it never would be.
 */
export async function typingRun(
  gathering: Gathering,
  options: {
    readonly perSecond: number;
    readonly warmUp: number;
    readonly warmUpPerSecond?: number;
    readonly seconds: number;
    readonly seed: number;
  },
): Promise<{ figures: TypingFigures; soundness: Soundness; remarks: readonly string[] }> {
  const { perSecond, seed } = options;
  await typeAndMeasure(gathering, {
    perSecond: options.warmUpPerSecond ?? perSecond,
    seconds: options.warmUp,
    seed,
  });
  const figures = await typeAndMeasure(gathering, { perSecond, seconds: options.seconds, seed: seed + 1 });
  const soundness = await checkGathering(gathering);
  const remarks = [...new Set(gathering.ended)];
  gathering.close();
  return { figures, soundness, remarks };
}

/** The columns of a table of typing. */
export const TYPING_FIGURES = {
  typed: 'updates/s',
  cpuPerDelivery: 'CPU µs per delivery',
  serverCore: 'server core',
  programShare: 'not in the kernel',
  p50: 'p50 ms',
  p95: 'p95 ms',
  p99: 'p99 ms',
  max: 'max ms',
  memory: 'memory MB',
  clientCore: 'client core',
} as const;
