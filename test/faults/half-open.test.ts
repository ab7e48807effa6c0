import { expect, it } from 'vitest';
import { LONG } from '../seeded.ts';
import { cutRawLines, rawLine, upgradeRequest } from '../server/ws/raw-line.ts';
import { lookOn } from './burst.ts';
import { ask, openTable, sitDown, syncUrl } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const PEERS = LONG ? 200 : 30;
const drill = prepareDrill();

it('F15: peers that vanished are cut after a ping, those slow to ask keep nobody waiting', async () => {
  // Pings come twenty times as often, so that a minute of silence is three seconds.
  const server = await drill.start({ env: { FAULT_HASTE: '20' } });
  const table = await openTable(server, NAMES);
  await ask(server, 'PATCH', `/${table.id}`, { workingText: 'public' });
  const reading = async (): Promise<number> =>
    (await ask<{ attendance: { reading: number } }>(server, 'GET', `/${table.id}`)).attendance.reading;
  const typing = sitDown(table, NAMES, 1);
  typing.enter(server);
  await typing.promised(NAMES.length);
  try {
    // Requests and upgrades that never come to their end.
    const whole = upgradeRequest(`/sync/${table.id}`);
    for (let k = 0; k < PEERS; k += 1) {
      const line = await rawLine(server.port);
      line.write(
        k % 2 === 0 ? whole.slice(0, 20 + k) : 'POST /api/documents HTTP/1.1\r\nContent-Length: 90\r\n',
      );
    }
    const vanished = Array.from({ length: PEERS }, () =>
      lookOn(syncUrl(server, table.id), null, () => undefined),
    );
    await expect.poll(reading).toBe(PEERS);
    // Nothing is read and nothing answered from now on, and the line stays open.
    for (const { line } of vanished) line.pause();
    await typing.promised(NAMES.length * 3);
    await expect.poll(reading).toBe(0);
    await typing.promised(NAMES.length * 3);
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
    for (const { close } of vanished) close();
  } finally {
    cutRawLines();
  }
  await typing.settled();
  typing.leave();
  expect(await server.stop()).toBe(0);
  expect(await verdict(typing.scene(drill))).toEqual([]);
});
