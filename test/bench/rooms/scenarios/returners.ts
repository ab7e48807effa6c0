import { median } from '../core/histogram.ts';
import { pause } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { openLargeRoom } from '../joins/large-room.ts';
import { baggageOf, createCrowd, NO_BAGGAGE } from '../joins/visitor.ts';
import { createLongText } from '../long-text.ts';

const RETURNERS = 500;
/** Moments at which they were cut off, among the last so many keystrokes. */
const MOMENTS = 20;
const KEYS_BACK = 400;
const REPETITIONS = 3;

/** A network comes back, or the server does: everybody returns at once with nearly all of the text. */
export const scenario: Scenario = {
  name: 'returners',
  title: `500 come back at once to 15,000 words, cut off at ${MOMENTS} moments of the last ${KEYS_BACK} keystrokes`,
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    time: 'ms until all have it',
    cpu: 'server CPU ms',
    restarted: 'ms, server just restarted',
    restartedCpu: 'CPU ms, restarted',
    megabytes: 'MB received',
  },
  targets: [
    { figure: 'time', against: 'hocuspocus', atMost: 0.4 },
    { figure: 'cpu', against: 'hocuspocus', atMost: 0.4 },
    { figure: 'restarted', against: 'hocuspocus', atMost: 0.6 },
  ],
  rounds: 3,
  async run({ server, short }) {
    const text = createLongText();
    const room = await openLargeRoom(server, text, RETURNERS + 1);
    const baggages = Array.from({ length: MOMENTS }, (_, k) =>
      baggageOf(text.stateAfter(text.updates.length - Math.round((KEYS_BACK * (k + 1)) / MOMENTS))),
    );
    const crowd = createCrowd(room.dialect, text.state);
    const seated = createCrowd(room.dialect, text.state);
    const comeBack = async () => {
      const ofServer = measureProcess(server.pid);
      const begun = performance.now();
      await Promise.all(
        Array.from({ length: RETURNERS }, (_, k) =>
          crowd.enter(room.reader(k), baggages[k % MOMENTS] ?? NO_BAGGAGE),
        ),
      );
      await crowd.all();
      const time = performance.now() - begun;
      // Their answers, which repeat what they know to be deleted, are still to be read.
      await pause(500);
      const { cpu } = ofServer();
      crowd.leave();
      await pause(300);
      return { time, cpu: cpu * 1_000 };
    };
    await seated.enter(room.reader(RETURNERS), NO_BAGGAGE);
    await seated.all();
    const warm: Awaited<ReturnType<typeof comeBack>>[] = [];
    const cold: typeof warm = [];
    const repetitions = short ? 1 : REPETITIONS;
    await comeBack();
    for (let k = 0; k < repetitions; k += 1) warm.push(await comeBack());
    for (let k = 0; k < repetitions; k += 1) {
      seated.leave();
      await server.stop();
      await server.start();
      cold.push(await comeBack());
    }
    const wrong = crowd.wrong() + seated.wrong();
    const mid = (runs: typeof warm, figure: 'time' | 'cpu'): number => median(runs.map((run) => run[figure]));
    return {
      figures: {
        time: mid(warm, 'time'),
        cpu: mid(warm, 'cpu'),
        restarted: mid(cold, 'time'),
        restartedCpu: mid(cold, 'cpu'),
        megabytes: crowd.received() / 1e6 / (1 + 2 * repetitions),
      },
      soundness: { lost: 0, doubled: 0, gaps: 0, converged: wrong === 0 },
    };
  },
};
