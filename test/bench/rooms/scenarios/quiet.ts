import { gather } from '../core/gathering.ts';
import type { Scenario } from '../core/scenario.ts';
import { TYPING_FIGURES, typingRun } from '../core/typing.ts';

/** A quiet room: nobody should wait for a tick that gathers more. */
export const scenario: Scenario = {
  name: 'quiet',
  title: '1 writer × 10 readers, 7 keystrokes a second',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket', 'relay'],
  figures: TYPING_FIGURES,
  targets: [{ figure: 'p50', against: 'hocuspocus', atMost: 1.1 }],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: 1, readers: 10, seed });
    return typingRun(gathering, {
      perSecond: 7,
      warmUpPerSecond: 100,
      warmUp: seconds(12),
      seconds: seconds(15),
      seed,
    });
  },
};
