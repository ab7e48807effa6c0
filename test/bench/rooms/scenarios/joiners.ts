import { median } from '../core/histogram.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { openLargeRoom } from '../joins/large-room.ts';
import { createCrowd, NO_BAGGAGE } from '../joins/visitor.ts';
import { createLongText } from '../long-text.ts';

const JOINERS = 100;
const REPETITIONS = 5;

/** A meeting begins: everybody opens the same long text. */
export const scenario: Scenario = {
  name: 'joiners',
  title: '100 at once into 15,000 words with 100,000 keystrokes of history',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    time: 'ms until all have it',
    cpu: 'server CPU ms',
    one: 'ms, one alone',
    oneCpu: 'CPU ms, one alone',
    megabytes: 'MB received',
  },
  targets: [
    { figure: 'time', against: 'hocuspocus', atMost: 0.45 },
    { figure: 'cpu', against: 'hocuspocus', atMost: 0.45 },
    { figure: 'one', against: 'hocuspocus', atMost: 1 },
  ],
  rounds: 3,
  async run({ server, short }) {
    const text = createLongText();
    const room = await openLargeRoom(server, text, JOINERS);
    const crowd = createCrowd(room.dialect, text.state);
    /** Somebody sits there already, so the room stays loaded. */
    const seated = createCrowd(room.dialect, text.state);
    await seated.enter(room.reader(0), NO_BAGGAGE);
    await seated.all();
    const join = async (count: number) => {
      const ofServer = measureProcess(server.pid);
      const begun = performance.now();
      await Promise.all(Array.from({ length: count }, (_, k) => crowd.enter(room.reader(k), NO_BAGGAGE)));
      await crowd.all();
      const time = performance.now() - begun;
      // What is still to be done for them, such as telling how many are here, is their cost as well.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { cpu } = ofServer();
      crowd.leave();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { time, cpu: cpu * 1_000 };
    };
    const repetitions = short ? 2 : REPETITIONS;
    // Both servers compile what is called often; the first hundred would measure that.
    await join(JOINERS);
    const many: Awaited<ReturnType<typeof join>>[] = [];
    for (let k = 0; k < repetitions; k += 1) many.push(await join(JOINERS));
    const single: typeof many = [];
    for (let k = 0; k < 4 * repetitions; k += 1) single.push(await join(1));
    seated.leave();
    const wrong = crowd.wrong() + seated.wrong();
    return {
      figures: {
        time: median(many.map(({ time }) => time)),
        cpu: median(many.map(({ cpu }) => cpu)),
        one: median(single.map(({ time }) => time)),
        oneCpu: single.reduce((sum, { cpu }) => sum + cpu, 0) / single.length,
        megabytes: crowd.received() / 1e6,
      },
      soundness: { lost: 0, doubled: 0, gaps: 0, converged: wrong === 0 },
    };
  },
};
