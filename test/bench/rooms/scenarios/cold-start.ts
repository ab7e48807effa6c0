import { median } from '../core/histogram.ts';
import { processFigures } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { openLargeRoom } from '../joins/large-room.ts';
import { createCrowd, NO_BAGGAGE } from '../joins/visitor.ts';
import { createLongText } from '../long-text.ts';

const STARTS = 4;

/** The server is started and somebody opens the long text. */
export const scenario: Scenario = {
  name: 'cold-start',
  title: 'start of the process until the first has 15,000 words with 100,000 keystrokes of history',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    ready: 'ms until it listens',
    served: 'ms until the first has the text',
    opening: 'ms from knocking to having it',
    cpu: 'CPU ms since the start',
    memory: 'memory MB',
  },
  targets: [{ figure: 'opening', against: 'hocuspocus', atMost: 1 }],
  rounds: 3,
  async run({ server, short }) {
    const text = createLongText();
    const room = await openLargeRoom(server, text, 1);
    const crowd = createCrowd(room.dialect, text.state);
    const runs: Record<'ready' | 'served' | 'opening' | 'cpu' | 'memory', number>[] = [];
    for (let k = 0; k < (short ? 2 : STARTS); k += 1) {
      await server.stop();
      const begun = performance.now();
      await server.start();
      const ready = performance.now() - begun;
      await crowd.enter(room.reader(0), NO_BAGGAGE);
      await crowd.all();
      const served = performance.now() - begun;
      const { cpu, memory } = processFigures(server.pid);
      runs.push({ ready, served, opening: served - ready, cpu: cpu * 1_000, memory });
      crowd.leave();
    }
    const mid = (figure: keyof (typeof runs)[number]): number => median(runs.map((run) => run[figure]));
    return {
      figures: {
        ready: mid('ready'),
        served: mid('served'),
        opening: mid('opening'),
        cpu: mid('cpu'),
        memory: mid('memory'),
      },
      soundness: { lost: 0, doubled: 0, gaps: 0, converged: crowd.wrong() === 0 },
    };
  },
};
