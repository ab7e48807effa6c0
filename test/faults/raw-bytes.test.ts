import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '../../shared/api/socket.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import type { Typist } from '../sim/room/typist.ts';
import { ask, invite, openTable, sitDown } from './people.ts';
import { sendRaw } from './raw-session.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const SESSIONS = seeds(50, 5_000);
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

it(
  `F17: ${SESSIONS} sessions of raw bytes from seed ${SEED}: the server answers, others type and see, memory comes back`,
  async () => {
    const server = await drill.start();
    const table = await openTable(server, NAMES);
    await ask(server, 'PATCH', `/${table.id}`, { workingText: 'participants' });
    let [writer] = await invite(server, table.id, ['Mallory'], 'drafter');
    const [reader] = await invite(server, table.id, ['Olga'], 'observer');
    const typing = sitDown(table, NAMES, SEED);
    const [anna, ben] = typing.typists as [Typist, Typist];
    typing.enter(server);
    await typing.promised(NAMES.length);
    await typing.settled();
    const isUp = async (): Promise<boolean> => (await fetch(`${server.origin}/healthz`)).ok;
    const [answers, codes] = [new Map<number | null, number>(), new Map<number | null, number>()];
    const levels: number[] = [];
    for (let seed = SEED; seed < SEED + SESSIONS; seed += 1) {
      const random = createRandom(seed);
      const where = `seed ${seed} (SEED=${seed} npx vitest run --project faults test/faults/raw-bytes)`;
      // Each session has a clientID of its own, and nobody may bring any number of them.
      if (seed % 100 === 0) [writer] = await invite(server, table.id, [`Mallory ${seed}`], 'drafter');
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
      await shows(anna, ben);
      await shows(ben, anna);
      if ((seed - SEED) % Math.ceil(SESSIONS / 8) === 0) levels.push(server.memory());
    }
    levels.push(server.memory());
    // Nothing would be tested if nobody came in.
    expect(answers.get(101) ?? 0).toBeGreaterThan(SESSIONS / 3);
    expect(codes.get(1002) ?? 0).toBeGreaterThan(SESSIONS / 60);
    // What is collected later stands in the single levels: the lowest of the last three against those of the beginning.
    const [early, late] = [levels.slice(1, 4), levels.slice(-3)].map((some) => Math.min(...some));
    expect(late, levels.join(', ')).toBeLessThan((early as number) * 1.25);
    await typing.settled();
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
    typing.leave();
    expect(await server.stop()).toBe(0);
    expect(await verdict(typing.scene(drill))).toEqual([]);
    expect(drill.stderr()).not.toMatch(/"level":"(error|fatal)"/);
    console.log(`from seed ${SEED}:`, Object.fromEntries(answers), Object.fromEntries(codes), levels);
  },
  SESSIONS * 15_000,
);
