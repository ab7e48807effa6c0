import { expect, it } from 'vitest';
import type { DocumentId } from '../../shared/model/ids.ts';
import { ask, openTable, sitDown, tell } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben', 'Cem'];
const SEED = Number(process.env.SEED ?? 1);
const HOUR = 3_600_000;
const drill = prepareDrill();

it('F9: the clock jumps back an hour and on a day while people type and a window is open', async () => {
  let server = await drill.start();
  const table = await openTable(server, NAMES);
  const typing = sitDown(table, NAMES, SEED);
  const { id: open } = await ask<{ id: DocumentId }>(server, 'POST', '', { title: 'With a window' });
  const closesAt = new Date(Date.now() + HOUR / 2).toISOString();
  await ask(server, 'POST', `/${open}/phase`, { phase: 'consultation', closesAt });
  const phase = async (): Promise<string> =>
    (await ask<{ document: { phase: string } }>(server, 'GET', `/${open}`)).document.phase;
  const jump = async (ahead: number): Promise<void> => {
    server.setClock(ahead);
    await expect.poll(() => server.clock()).toBe(ahead);
    await typing.promised(NAMES.length * 5);
  };

  /** The same request, sent again: it creates a document once. */
  const create = (): Promise<unknown> => tell(server, 'POST', '', { title: 'Once' }, 'once');
  const created = await create();
  typing.enter(server);
  await typing.promised(NAMES.length * 3);
  await jump(-HOUR);
  expect(await create()).toEqual(created);
  expect(await phase()).toBe('consultation');
  await jump(24 * HOUR);
  // Whoever looks first finds the window closed; the clock going back opens it for nobody.
  expect(await phase()).not.toBe('consultation');
  // Another answer is kept by a clock that is a day and more ahead, which forgets those of the day before.
  await jump(26 * HOUR);
  await tell(server, 'POST', '', { title: 'Another' }, 'another');
  await jump(-HOUR);
  expect(await phase()).not.toBe('consultation');
  expect(await create()).toEqual(created);
  expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);

  await server.kill();
  typing.leave();
  expect(await verdict(typing.scene(drill))).toEqual([]);
  // And a start by a clock that is behind everything that was written.
  server = await drill.start();
  expect(await create()).toEqual(created);
  typing.enter(server);
  await typing.promised(NAMES.length);
  await typing.settled();
  typing.leave();
  expect(await server.stop()).toBe(0);
  expect(await verdict(typing.scene(drill))).toEqual([]);
});
