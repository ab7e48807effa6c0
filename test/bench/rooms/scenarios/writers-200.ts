import { gather } from '../core/gathering.ts';
import type { Scenario } from '../core/scenario.ts';
import { TYPING_FIGURES, typingRun } from '../core/typing.ts';

/** A committee: as many write, fewer read along. */
export const scenario: Scenario = {
  name: 'writers-200',
  title: '20 writers × 200 readers, 7 keystrokes a second each',
  servers: ['sounding-board', 'hocuspocus'],
  figures: TYPING_FIGURES,
  targets: [{ figure: 'cpuPerDelivery', against: 'hocuspocus', atMost: 0.6 }],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: 20, readers: 200, seed });
    return typingRun(gathering, {
      perSecond: 7,
      warmUp: seconds(30),
      warmUpPerSecond: 28,
      seconds: seconds(12),
      seed,
    });
  },
};
