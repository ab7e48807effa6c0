import { describe, expect, it } from 'vitest';
import { LONG, SEED } from '../seeded.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill, type Rule } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben', 'Cem'];
/** More updates than are loaded without a snapshot (`snapshotEvery` in server/room/limits.ts). */
const DUE = 4_500;
/**
 * How often each point is struck, on one record. Before each snapshot the text grows by thousands of updates, which each
 * verdict reads anew. `SEED=2 LONG=1` is another part.
 */
const ROUNDS = LONG ? { window: 10, snapshot: 4 } : { window: 1, snapshot: 1 };
const drill = prepareDrill();

/** Points on the way of a window into the log and of a snapshot onto the disk. */
const POINTS: readonly (readonly [string, Pick<Rule, 'match' | 'when'>])[] = [
  ['before a window begins', { match: '^BEGIN', when: 'before' }],
  ['between two updates of a window', { match: '^INSERT INTO updates', when: 'after' }],
  ['before the COMMIT of a window', { match: '^COMMIT', when: 'before' }],
  ['after the COMMIT of a window, before its sync', { match: '^fdatasync', when: 'before' }],
  ['after the sync of a window, before it is shown', { match: '^fdatasync', when: 'after' }],
  ['before a snapshot is written', { match: 'INTO snapshots', when: 'before' }],
  ['after a snapshot is written', { match: 'INTO snapshots', when: 'after' }],
];

describe('kill -9 at a point of the way to the disk', () => {
  it.each(POINTS)(
    'F3: %s: nothing seen or acknowledged is missing, and the server comes up',
    async (_name, point) => {
      const snapshot = point.match.includes('snapshots');
      const rounds = snapshot ? ROUNDS.snapshot : ROUNDS.window;
      let server = await drill.start();
      const table = await openTable(server, NAMES);
      const typing = sitDown(table, NAMES, SEED);
      for (let round = 1; round <= rounds; round += 1) {
        typing.enter(server);
        await typing.promised(NAMES.length * 5 * round);
        drill.plan({ ...point, act: 'kill', nth: snapshot ? 1 : round });
        // A snapshot is due after some thousand updates: typed at once, that is a second and no minute.
        if (snapshot) typing.typists[0]?.hurry(DUE);
        expect(await server.ended, 'ended by a signal').toBeNull();
        typing.leave();
        expect(drill.struck()).toHaveLength(round);
        drill.plan();
        expect(await verdict(typing.scene(drill)), `seed ${SEED}, kill ${round}`).toEqual([]);
        server = await drill.start();
      }
      typing.enter(server);
      await typing.promised(NAMES.length);
      await typing.settled();
      typing.leave();
      expect(await server.stop()).toBe(0);
      expect(await verdict(typing.scene(drill))).toEqual([]);
    },
  );
});
