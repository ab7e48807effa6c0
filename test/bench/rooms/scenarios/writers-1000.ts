import { gather } from '../core/gathering.ts';
import type { Scenario } from '../core/scenario.ts';
import { TYPING_FIGURES, typingRun } from '../core/typing.ts';

/** A plenary: a few dozen write, hundreds read along, everybody at the speed of ordinary typing. */
export const scenario: Scenario = {
  name: 'writers-1000',
  title: '20 writers × 1,000 readers, 7 keystrokes a second each',
  servers: ['sounding-board', 'hocuspocus'],
  figures: TYPING_FIGURES,
  targets: [
    { figure: 'cpuPerDelivery', against: 'hocuspocus', atMost: 0.35 },
    { figure: 'p99', against: 'hocuspocus', atMost: 1.3 },
  ],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: 20, readers: 1000, seed });
    return typingRun(gathering, { perSecond: 7, warmUp: seconds(30), seconds: seconds(12), seed });
  },
};
