import { gather } from '../core/gathering.ts';
import type { Scenario } from '../core/scenario.ts';
import { TYPING_FIGURES, typingRun } from '../core/typing.ts';

/** One writer: nothing can be merged, so what counts is the cost of a single send. */
export const scenario: Scenario = {
  name: 'fan-out',
  title: '1 writer × 1,000 readers, 20 keystrokes a second',
  servers: ['sounding-board', 'hocuspocus', 'relay'],
  figures: TYPING_FIGURES,
  targets: [{ figure: 'cpuPerDelivery', against: 'relay', atMost: 0.9 }],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: 1, readers: 1000, seed });
    return typingRun(gathering, {
      perSecond: 20,
      warmUp: seconds(30),
      warmUpPerSecond: 60,
      seconds: seconds(12),
      seed,
    });
  },
};
