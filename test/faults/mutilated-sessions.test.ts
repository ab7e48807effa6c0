import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openSqliteReader } from '../../server/store/sqlite/store.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import { MUTILATIONS, offend } from './offender.ts';
import { ask, invite, openTable, sitDown, syncUrl } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const SEEDS = seeds(40, 2_000);
/** Codes of docs/protocol.md that frames of a session may bring about. */
const CODES: readonly (number | null)[] = [
  ...[CLOSE.garbage, CLOSE.oversized, CLOSE.tryAgain, CLOSE.forged, CLOSE.notPermitted, CLOSE.flooding],
  null,
];
const drill = prepareDrill();

/** Every character that the log brings, in its order; others may have deleted it since. */
async function charactersLogged(id: DocumentId): Promise<string> {
  const store = openSqliteReader(drill.folder);
  const updates = await store.textLog.read(id, 0, 1_000_000);
  store.close();
  return updates
    .flatMap(({ update }) => Y.decodeUpdate(update).structs)
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
    )
    .join('');
}

it(
  `F11: ${SEEDS} sessions with garbage, cut, replayed, reordered and doubled frames: only the offender is closed`,
  async () => {
    const server = await drill.start();
    const table = await openTable(server, NAMES);
    await ask(server, 'PATCH', `/${table.id}`, { workingText: 'participants' });
    let [mallory] = await invite(server, table.id, ['Mallory'], 'drafter');
    const [olga] = await invite(server, table.id, ['Olga'], 'observer');
    const typing = sitDown(table, NAMES, SEED);
    typing.enter(server);
    await typing.promised(NAMES.length);
    const codes: Record<string, number> = {};
    const whole: string[] = [];
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const how = random.pick(MUTILATIONS);
      // Each session has a clientID of its own, and nobody may bring any number of them.
      if (seed % 100 === 0) [mallory] = await invite(server, table.id, [`Mallory ${seed}`], 'drafter');
      const reads = random.chance(0.2);
      // Characters of its own, so that each is found again: 2,000 sessions end before the surrogates.
      const words = Array.from({ length: 20 }, (_, k) =>
        String.fromCharCode(0x3400 + (seed - SEED) * 20 + k),
      ).join('');
      const { code } = await offend(
        syncUrl(server, table.id),
        (reads ? olga : mallory)?.token ?? '',
        random,
        words,
        how,
      );
      expect(CODES, `seed ${seed}, ${how}`).toContain(code);
      codes[`${reads ? 'reader' : 'writer'}, ${how}: ${code}`] =
        (codes[`${reads ? 'reader' : 'writer'}, ${how}: ${code}`] ?? 0) + 1;
      if (reads) expect([CLOSE.notPermitted, CLOSE.garbage], `seed ${seed}, ${how}`).toContain(code);
      if (how === 'garbage' || how === 'truncated' || reads) continue;
      // Nothing was wrong with any frame: whatever their order, all of it counts.
      expect(code, `seed ${seed}, ${how}`).toBeNull();
      whole.push(words);
    }
    await typing.promised(NAMES.length * 2);
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
    await typing.settled();
    typing.leave();
    expect(await server.stop()).toBe(0);
    const logged = await charactersLogged(table.id);
    for (const words of whole) for (const character of words) expect(logged.split(character)).toHaveLength(2);
    expect(await verdict(typing.scene(drill))).toEqual([]);
    expect(drill.stderr()).not.toMatch(/"level":"(error|fatal)"/);
    console.log(`from seed ${SEED}:`, codes);
  },
  SEEDS * 15_000,
);
