import { expect, it } from 'vitest';
import type { ParticipantId } from '../../shared/model/ids.ts';
import { kills, SEED } from '../seeded.ts';
import { createRandom, type Random } from '../sim/random.ts';
import { BURST_CLIENT, burst, burstFrames, lookOn } from './burst.ts';
import { openTable, syncUrl } from './people.ts';
import { prepareDrill, type Rule, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const KILLS = kills(3, 100);
const UPDATES = 20_000;
const drill = prepareDrill();
const frames = burstFrames(UPDATES);

/** From outside when as many are acknowledged or seen; or inside, at a row or at the end of a window. */
function aim(random: Random): {
  readonly acknowledged: number;
  readonly seen: number;
  readonly rules: Rule[];
} {
  const some = 1 + random.below(UPDATES);
  const never = Number.POSITIVE_INFINITY;
  const when = random.pick(['before', 'after'] as const);
  const act = 'kill';
  switch (random.below(4)) {
    case 0:
      return { acknowledged: some, seen: never, rules: [] };
    case 1:
      return { acknowledged: never, seen: some, rules: [] };
    case 2:
      return {
        ...{ acknowledged: never, seen: never },
        // What one person types while the log is busy is one row: a burst is some dozen of them.
        rules: [{ match: '^INSERT INTO updates', when, act, nth: 1 + random.below(12) }],
      };
    default:
      return {
        ...{ acknowledged: never, seen: never },
        rules: [{ match: '^COMMIT', when, act, nth: 1 + random.below(6) }],
      };
  }
}

it(
  `F2: kill -9 in a burst of ${UPDATES} updates, ${KILLS} times: nothing seen or acknowledged is missing`,
  async () => {
    const random = createRandom(SEED);
    let server: Server = await drill.start();
    let [inTheMiddle, promises] = [0, 0];
    for (let round = 1; round <= KILLS; round += 1) {
      const { id, tokens, participants } = await openTable(server, ['Anna', 'Ben']);
      const [writes = '', reads = ''] = tokens;
      const { acknowledged, seen, rules } = aim(random);
      const doomed = server;
      const kill = (): void => doomed.signal('SIGKILL');
      const reader = lookOn(syncUrl(server, id), reads, (doc) => {
        if (doc.getText('text').length >= seen) kill();
      });
      drill.plan(...rules);
      let promised = 0;
      const writer = burst(syncUrl(server, id), writes, frames, 50, (count) => {
        promised = count;
        if (count >= acknowledged || count === UPDATES) kill();
      });
      await doomed.ended;
      promises += promised;
      if (promised < UPDATES) inTheMiddle += 1;
      for (const line of [reader, writer]) line.close();
      const witnesses = new Map([[id, [reader.witness, writer.witness]]]);
      const authors = new Map([[BURST_CLIENT, participants[0] as ParticipantId]]);
      expect(
        await verdict({ folder: drill.folder, stderr: drill.stderr(), witnesses, authors }),
        `seed ${SEED}, kill ${round}, ${promised} of ${UPDATES} acknowledged`,
      ).toEqual([]);
      drill.plan();
      // Everything that is in the folder is verified after each kill.
      if (round % 3 === 0) drill.clear();
      server = await drill.start();
    }
    expect(inTheMiddle).toBeGreaterThan(KILLS / 4);
    expect(await server.stop()).toBe(0);
    console.log(
      `${KILLS} kills in a burst, ${inTheMiddle} in its middle, ${promises} acknowledged, seed ${SEED}`,
    );
  },
  KILLS * 30_000,
);
