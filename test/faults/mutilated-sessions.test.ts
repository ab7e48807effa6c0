import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openSqliteReader } from '../../server/store/sqlite/store.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import { MUTILATIONS, offend } from './offender.ts';
import { ask, invite, openTable, sitDown, syncUrl, type Typing, together } from './people.ts';
import { prepareDrill, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const SEEDS = seeds(40, 2_000);
/** Sessions at one table: each has a clientID of its own, and what one person may bring to a text is bounded (R76). */
const AT_A_TABLE = 100;
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

/** People who type at a table of their own, and the words of sessions there in which no frame was wrong. */
interface Sitting {
  readonly id: DocumentId;
  readonly typing: Typing;
  readonly whole: readonly string[];
}

/** While two type, others come for one session each, from a seed on. Counts in `codes` how they ended. */
async function sitting(
  server: Server,
  first: number,
  count: number,
  codes: Map<string, number>,
): Promise<Sitting> {
  const table = await openTable(server, NAMES);
  await ask(server, 'PATCH', `/${table.id}`, { workingText: 'participants' });
  const [mallory] = await invite(server, table.id, ['Mallory'], 'drafter');
  const [olga] = await invite(server, table.id, ['Olga'], 'observer');
  const typing = sitDown(table, NAMES, first, 100 + 2 * (first - SEED));
  typing.enter(server);
  await typing.promised(NAMES.length);
  const whole: string[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const random = createRandom(seed);
    const how = random.pick(MUTILATIONS);
    const reads = random.chance(0.2);
    // Characters of its own, so that each is found again.
    const words = Array.from({ length: 20 }, (_, k) =>
      String.fromCharCode(0x3400 + (seed - first) * 20 + k),
    ).join('');
    const token = (reads ? olga : mallory)?.token ?? '';
    const { code } = await offend(syncUrl(server, table.id), token, random, words, how);
    expect(CODES, `seed ${seed}, ${how}`).toContain(code);
    // Who was sent away types no more, and would be waited for without an end.
    expect(
      typing.typists.flatMap(({ closes }) => closes),
      `until seed ${seed}`,
    ).toEqual([]);
    const ending = `${reads ? 'reader' : 'writer'}, ${how}: ${code}`;
    codes.set(ending, (codes.get(ending) ?? 0) + 1);
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
  return { id: table.id, typing, whole };
}

it(
  `F11: ${SEEDS} sessions from seed ${SEED} with garbage, cut, replayed, reordered and doubled frames: only the offender is closed`,
  async () => {
    const server = await drill.start();
    const codes = new Map<string, number>();
    const sittings: Sitting[] = [];
    for (let first = SEED; first < SEED + SEEDS; first += AT_A_TABLE)
      sittings.push(await sitting(server, first, Math.min(AT_A_TABLE, SEED + SEEDS - first), codes));
    expect(await server.stop()).toBe(0);
    for (const { id, whole } of sittings) {
      const logged = await charactersLogged(id);
      for (const words of whole)
        for (const character of words) expect(logged.split(character)).toHaveLength(2);
    }
    expect(await verdict(together(sittings.map(({ typing }) => typing.scene(drill))))).toEqual([]);
    expect(drill.stderr()).not.toMatch(/"level":"(error|fatal)"/);
    console.log(`from seed ${SEED}:`, Object.fromEntries(codes));
  },
  SEEDS * 15_000,
);
