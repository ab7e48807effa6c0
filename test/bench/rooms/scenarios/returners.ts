import type { Scenario } from '../core/scenario.ts';
import { again, medianOf, openComing } from '../joins/coming.ts';
import { baggageOf, NO_BAGGAGE } from '../joins/visitor.ts';

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
    const coming = await openComing(server, RETURNERS);
    const { text } = coming;
    const moments = Array.from({ length: MOMENTS }, (_, k) =>
      baggageOf(text.stateAfter(text.updates.length - Math.round((KEYS_BACK * (k + 1)) / MOMENTS))),
    );
    const baggages = Array.from({ length: RETURNERS }, (_, k) => moments[k % MOMENTS] ?? NO_BAGGAGE);
    const comeBack = () => coming.come(baggages);
    await coming.sit();
    const repetitions = short ? 1 : REPETITIONS;
    // Both servers compile what is called often; the first would measure that.
    await comeBack();
    const warm = await again(repetitions, comeBack);
    const cold = await again(repetitions, async () => {
      await coming.restart();
      return comeBack();
    });
    const { megabytes, soundness } = coming.end();
    return {
      figures: {
        time: medianOf(warm, 'time'),
        cpu: medianOf(warm, 'cpu'),
        restarted: medianOf(cold, 'time'),
        restartedCpu: medianOf(cold, 'cpu'),
        megabytes: megabytes / (1 + 2 * repetitions),
      },
      soundness,
    };
  },
};
