import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../client/editor/connection/connection.ts';
import { createCounters } from '../../../server/ports/counters.ts';
import { linesOf, open, openHouse, until, untilLines, write } from '../../client/editor/connection/house.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../random.ts';
import { directLines } from './direct-socket.ts';

const SEEDS = seeds(15, 500);
const STEPS = 40;
const START = 'Recalling all relevant resolutions. '.repeat(40);

/** Somebody writes on; newcomers with empty devices come, their lines break, and some packed answers are mangled. */
async function run(seed: number): Promise<number> {
  const random = createRandom(seed);
  const counters = createCounters();
  const deflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
    random.chance(0.3) ? new Uint8Array([255, 1]) : deflateRawSync(bytes);
  const house = await openHouse({ packFrom: 0 }, { counters, deflate });
  const lines = directLines(house);
  const enter = (name: string): Connection =>
    open(house, name, null, { webSocket: lines.socketOf(name), random: () => 0 });
  const writer = enter('Kenya');
  await until(writer.live, (live) => live !== null);
  write(writer, START);
  let text = START;
  const newcomers: Connection[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const act = random.below(10);
    if (act < 5) {
      const word = `w${step}.`;
      text += word;
      write(writer, word);
    } else if (act < 8 && newcomers.length < 8) newcomers.push(enter(`Guest ${newcomers.length}`));
    else if (newcomers.length > 0) {
      const name = `Guest ${random.below(newcomers.length)}`;
      lines.drop(name);
      newcomers[Number(name.slice(6))]?.reconnect();
    }
    for (let k = random.below(12); k > 0; k -= 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const last = enter('Last');
  const all = [writer, ...newcomers, last];
  // A text that comes to stand is the proof: a test that never ends has failed.
  await Promise.all(all.map((one) => untilLines(one, [text])));
  for (const one of all) expect(linesOf(one), `seed ${seed}`).toEqual([text]);
  await Promise.all(all.map((one) => one.close()));
  await house.close();
  return counters.joinsWithPackedState;
}

describe('newcomers who read the packed form while the text goes on', () => {
  it(`R63: end with the text, whatever breaks and whatever is mangled (${SEEDS} seeds from ${SEED})`, async () => {
    let packed = 0;
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) packed += await run(seed);
    expect(packed).toBeGreaterThan(SEEDS);
  });
});
