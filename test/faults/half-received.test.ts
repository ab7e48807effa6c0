import { expect, it } from 'vitest';
import { CLOSE, MAX_FRAME_BYTES } from '../../shared/api/socket.ts';
import { LONG } from '../seeded.ts';
import {
  clientFrame,
  closeCodeIn,
  cutRawLines,
  OPCODE,
  type RawLine,
  rawSocket,
} from '../server/ws/raw-line.ts';
import { ask, openTable, sitDown } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const MEGABYTE = 1024 ** 2;
/** What one of them sends and never ends: below the bound of one frame. */
const PART = Buffer.alloc(60 * 1024);
const PARTS = 15;
const STRANGERS = LONG ? 900 : 300;
/** What one address may hold (server/ws/door-limits.ts). */
const BOUND = (16 * MAX_FRAME_BYTES) / MEGABYTE;
const drill = prepareDrill();

it('F31: messages that never end take bounded memory, and those inside type on', async () => {
  const server = await drill.start();
  const table = await openTable(server, NAMES);
  await ask(server, 'PATCH', `/${table.id}`, { workingText: 'public' });
  const typing = sitDown(table, NAMES, 1);
  typing.enter(server);
  await typing.promised(NAMES.length);
  const before = server.memory();
  const lines: RawLine[] = [];
  try {
    for (let k = 0; k < STRANGERS; k += 1) {
      const line = await rawSocket(server.port, `/sync/${table.id}`, { 'x-forwarded-for': '203.0.113.7' });
      for (let part = 0; part < PARTS; part += 1)
        line.write(clientFrame(part === 0 ? OPCODE.binary : OPCODE.continuation, PART, { final: false }));
      lines.push(line);
    }
    const sentAway = (): number =>
      lines.filter((line) => closeCodeIn(line.received()) === CLOSE.tryAgain).length;
    const tooMany = Math.ceil(STRANGERS - (BOUND * MEGABYTE) / (PART.length * PARTS));
    await expect.poll(sentAway).toBeGreaterThanOrEqual(tooMany);
    const grown = (server.memory() - before) / MEGABYTE;
    const sent = (STRANGERS * PARTS * PART.length) / MEGABYTE;
    expect(grown, `of ${sent} MB`).toBeLessThan(BOUND * 2.5);
    await typing.promised(NAMES.length * 3);
    console.log(`${STRANGERS} half messages: ${grown.toFixed(0)} MB of ${sent.toFixed(0)} MB`);
  } finally {
    cutRawLines();
  }
  await typing.settled();
  typing.leave();
  expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
  expect(await server.stop()).toBe(0);
  const witnesses = new Map([[table.id, typing.typists]]);
  expect(await verdict({ folder: drill.folder, stderr: drill.stderr(), witnesses })).toEqual([]);
});
