import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '../../shared/api/socket.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import type { Typist } from '../sim/room/typist.ts';
import { ask, invite, openTable, sitDown, type Typing, together } from './people.ts';
import { sendRaw } from './raw-session.ts';
import { prepareDrill, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const SESSIONS = seeds(50, 5_000);
/** Sessions at one table: many have a clientID of their own, and what one person may bring to a text is bounded (R76). */
const AT_A_TABLE = 250;
/** Codes of the protocol, of RFC 6455 for what is no frame, and echoes of what the offender said. */
const CODES: readonly (number | null)[] = [
  ...[CLOSE.garbage, CLOSE.oversized, CLOSE.forged, CLOSE.notPermitted, CLOSE.flooding, CLOSE.notSignedIn],
  // A bit of the address may be another document's or another schema's.
  ...[CLOSE.noDocument, CLOSE.otherSchema],
  ...[1000, 1001, 1002, 1005, 1007, 1008, 3000, 4999, null],
];
const drill = prepareDrill();

/** One types a key, and the other's text has it. */
const shows = ({ doc, hurry }: Typist, other: Typist): Promise<void> =>
  new Promise((resolve) => {
    hurry(1);
    const clock = Y.getState(doc.store, doc.clientID);
    const look = (): void => {
      if (Y.getState(other.doc.store, doc.clientID) < clock) return;
      other.doc.off('update', look);
      resolve();
    };
    other.doc.on('update', look);
    look();
  });

/** What the sessions of a drill have come to, and how much memory the server had on the way. */
interface Account {
  readonly answers: Map<number | null, number>;
  readonly codes: Map<number | null, number>;
  readonly levels: number[];
}

/** While two type at a table of their own, others send raw bytes in one session each, from a seed on. */
async function sitting(server: Server, first: number, count: number, account: Account): Promise<Typing> {
  const { answers, codes, levels } = account;
  const table = await openTable(server, NAMES);
  await ask(server, 'PATCH', `/${table.id}`, { workingText: 'participants' });
  const [writer] = await invite(server, table.id, ['Mallory'], 'drafter');
  const [reader] = await invite(server, table.id, ['Olga'], 'observer');
  const typing = sitDown(table, NAMES, first, 100 + 2 * (first - SEED));
  const [anna, ben] = typing.typists as [Typist, Typist];
  typing.enter(server);
  await typing.promised(NAMES.length);
  await typing.settled();
  // Who is sent away shows nothing any more, and would be waited for without an end.
  const sentAway = Promise.race([anna.ended, ben.ended]).then((code) => {
    throw new Error(`who types was sent away with ${code}`);
  });
  const isUp = async (): Promise<boolean> => (await fetch(`${server.origin}/healthz`)).ok;
  for (let seed = first; seed < first + count; seed += 1) {
    const random = createRandom(seed);
    const where = `seed ${seed} (SEED=${seed} npx vitest run --project faults test/faults/raw-bytes)`;
    const { token } = random.pick([writer, writer, reader]) as { token: string };
    const headers = {
      Authorization: `Bearer ${token}`,
      // Each from somewhere else: what one address may do is another drill.
      'X-Forwarded-For': `10.${(seed >> 16) & 255}.${(seed >> 8) & 255}.${seed & 255}`,
    };
    const path = random.pick([`/sync/${table.id}?schema=1`, `/sync/${table.id}`, `/events/${table.id}`]);
    const { status, code } = await sendRaw(random, server.port, path, headers, isUp);
    answers.set(status, (answers.get(status) ?? 0) + 1);
    codes.set(code, (codes.get(code) ?? 0) + 1);
    expect([500, 502, 504], where).not.toContain(status);
    expect(CODES, where).toContain(code);
    expect(await isUp(), where).toBe(true);
    await Promise.race([shows(anna, ben), sentAway]);
    await Promise.race([shows(ben, anna), sentAway]);
    if ((seed - SEED) % Math.ceil(SESSIONS / 8) === 0) levels.push(server.memory());
  }
  await typing.settled();
  expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
  typing.leave();
  return typing;
}

it(
  `F17: ${SESSIONS} sessions of raw bytes from seed ${SEED}: the server answers, others type and see, memory comes back`,
  async () => {
    const server = await drill.start();
    const account: Account = { answers: new Map(), codes: new Map(), levels: [] };
    const sittings: Typing[] = [];
    for (let first = SEED; first < SEED + SESSIONS; first += AT_A_TABLE)
      sittings.push(await sitting(server, first, Math.min(AT_A_TABLE, SEED + SESSIONS - first), account));
    const { answers, codes, levels } = account;
    levels.push(server.memory());
    // Nothing would be tested if nobody came in.
    expect(answers.get(101) ?? 0).toBeGreaterThan(SESSIONS / 3);
    expect(codes.get(1002) ?? 0).toBeGreaterThan(SESSIONS / 60);
    // What is collected later stands in the single levels: the lowest of the last three against those of the beginning.
    const [early, late] = [levels.slice(1, 4), levels.slice(-3)].map((some) => Math.min(...some));
    expect(late, levels.join(', ')).toBeLessThan((early as number) * 1.25);
    expect(await server.stop()).toBe(0);
    expect(await verdict(together(sittings.map((typing) => typing.scene(drill))))).toEqual([]);
    expect(drill.stderr()).not.toMatch(/"level":"(error|fatal)"/);
    console.log(`from seed ${SEED}:`, Object.fromEntries(answers), Object.fromEntries(codes), levels);
  },
  SESSIONS * 15_000,
);
