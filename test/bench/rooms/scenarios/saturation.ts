import { checkGathering } from '../core/check.ts';
import { gather } from '../core/gathering.ts';
import type { Medians, Scenario } from '../core/scenario.ts';
import { type TypingFigures, typeAndMeasure } from '../core/typing.ts';

/** Updates a second of all writers together. First doubled, then raised by two fifths. */
const STEPS = [400, 800, 1600, 2240, 3200, 4500, 6400, 9000, 12_800];
const WRITERS = 20;
/** Beyond these the server lags behind. Milliseconds. */
const LATE = 1000;

const carriedBy = (step: number, { typed, p99, drained }: TypingFigures): boolean =>
  p99 <= LATE && drained <= LATE && typed >= step * 0.95;

/** The rate is raised until somebody waits for more than a second. */
export const scenario: Scenario = {
  name: 'saturation',
  title: '20 writers × 200 readers, as fast as it carries',
  servers: ['sounding-board', 'hocuspocus'],
  figures: {
    carried: 'carried updates/s',
    serverCore: 'server core there',
    cpuPerDelivery: 'CPU µs per delivery there',
    p50: 'p50 ms there',
    p99: 'p99 ms there',
    sameRate: 'same rate, updates/s',
    cpuAtSameRate: 'CPU µs per delivery at it',
    clientCore: 'client core',
  },
  targets: [
    { figure: 'carried', against: 'hocuspocus', atLeast: 1 },
    { figure: 'cpuAtSameRate', against: 'hocuspocus', atMost: 0.5 },
  ],
  rounds: 2,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: WRITERS, readers: 200, seed, live: false });
    let best: TypingFigures | null = null;
    let carried = 0;
    const costs: Record<string, number> = {};
    for (const [k, step] of STEPS.entries()) {
      const perSecond = step / WRITERS;
      await typeAndMeasure(gathering, { perSecond, seconds: seconds(1), seed: seed + k });
      const figures = await typeAndMeasure(gathering, { perSecond, seconds: seconds(3), seed: seed + k });
      costs[`cpu@${step}`] = figures.cpuPerDelivery;
      if (!carriedBy(step, figures)) break;
      best = figures;
      carried = step;
    }
    // Every receiver's clocks are checked; to apply everything in twenty documents would take minutes.
    const soundness = await checkGathering(gathering, 2);
    const remarks = [...new Set(gathering.ended)];
    gathering.close();
    return { figures: { ...best, ...costs, carried }, soundness, remarks };
  },
  derive(medians): Medians {
    const rate = Math.max(...STEPS.filter((step) => step <= (medians.hocuspocus?.carried ?? 0)));
    const withRate = Object.entries(medians).map(([server, figures]) => [
      server,
      { ...figures, sameRate: rate, cpuAtSameRate: figures[`cpu@${rate}`] ?? Number.NaN },
    ]);
    return Object.fromEntries(withRate) as Medians;
  },
};
