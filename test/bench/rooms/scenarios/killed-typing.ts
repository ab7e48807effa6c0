import { KILL_FIGURES, killRun } from '../core/kill.ts';
import { paced } from '../core/pace.ts';
import type { Scenario } from '../core/scenario.ts';

const PER_SECOND = 7;
/** Seconds of typing before the kill: hocuspocus stores at the latest after 10. */
const [LEAST, MOST] = [2, 12];

/** The power fails while five people type. */
export const scenario: Scenario = {
  name: 'killed-typing',
  title: 'kill -9 while 5 people type 7 keystrokes a second each, 2 to 12 seconds after they began',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: KILL_FIGURES,
  targets: [{ figure: 'lost', atMost: 0 }],
  rounds: 1,
  run: (stage) =>
    killRun(stage, 5, async ({ writers }, random) => {
      const seconds = stage.seconds(LEAST + random.next() * (MOST - LEAST));
      await paced(
        writers.map((writer) => () => writer.type()),
        PER_SECOND,
        seconds,
        random,
      );
    }),
};
