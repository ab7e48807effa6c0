import { expect, it } from 'vitest';
import { kills, SEED } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const KILLS = kills(10, 100);
const NAMES = ['Anna', 'Ben', 'Cem', 'Dana', 'Eli'];
const drill = prepareDrill();

it(
  `F16, R3, R11: kill -9 while five people type, ${KILLS} times: nothing seen or acknowledged is missing`,
  async () => {
    const random = createRandom(SEED);
    let server = await drill.start();
    const table = await openTable(server, NAMES);
    const typing = sitDown(table, NAMES, SEED);
    for (let round = 1; round <= KILLS; round += 1) {
      typing.enter(server);
      await typing.promised(5 + random.below(120));
      await server.kill();
      typing.leave();
      expect(await verdict(typing.scene(drill)), `seed ${SEED}, kill ${round}`).toEqual([]);
      server = await drill.start();
    }
    // What had not arrived is on the typists' side still, and comes back with them.
    typing.enter(server);
    await typing.promised(NAMES.length * 3);
    const text = await typing.settled();
    await server.kill();
    typing.leave();
    expect(await verdict(typing.scene(drill))).toEqual([]);
    for (const { doc } of typing.typists) expect(doc.getText('text').toString()).toBe(text);
    console.log(
      `${KILLS} kills, ${typing.promises()} acknowledgements, ${text.length} characters, seed ${SEED}`,
    );
  },
  KILLS * 15_000,
);
