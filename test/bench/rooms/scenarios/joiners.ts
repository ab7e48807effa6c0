import type { Scenario } from '../core/scenario.ts';
import { again, medianOf, openComing } from '../joins/coming.ts';
import { NO_BAGGAGE } from '../joins/visitor.ts';

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
    const coming = await openComing(server, JOINERS);
    const join = (count: number) => coming.come(Array.from({ length: count }, () => NO_BAGGAGE));
    await coming.sit();
    const repetitions = short ? 2 : REPETITIONS;
    // Both servers compile what is called often; the first hundred would measure that.
    await join(JOINERS);
    const many = await again(repetitions, () => join(JOINERS));
    const single = await again(4 * repetitions, () => join(1));
    const { megabytes, soundness } = coming.end();
    return {
      figures: {
        time: medianOf(many, 'time'),
        cpu: medianOf(many, 'cpu'),
        one: medianOf(single, 'time'),
        oneCpu: single.reduce((sum, { cpu }) => sum + cpu, 0) / single.length,
        megabytes,
      },
      soundness,
    };
  },
};
