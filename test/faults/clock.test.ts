import { expect, it } from 'vitest';
import type { DocumentId } from '../../shared/model/ids.ts';
import { SEED } from '../seeded.ts';
import { ask, invite, openTable, sitDown, tell } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben', 'Cem'];
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

interface Silences {
  readonly silences: readonly {
    readonly silence: { readonly id: string; readonly outcome: string; readonly decidedAt: string | null };
  }[];
}

it('F9: the clock jumps over deadlines of silences, one of them moved, and back: each is decided once, by the one that stands', async () => {
  let server = await drill.start();
  const table = await openTable(server, NAMES);
  const typing = sitDown(table, NAMES, SEED);
  typing.enter(server);
  await typing.promised(NAMES.length * 3);
  await typing.settled();
  typing.leave();
  const at = `/${table.id}`;
  const [delegate] = await invite(server, table.id, ['Dee'], 'delegate');
  const token = delegate?.token as string;
  const deadline = new Date(Date.now() + 2 * HOUR).toISOString();
  const jump = async (ahead: number): Promise<void> => {
    server.setClock(ahead);
    await expect.poll(() => server.clock()).toBe(ahead);
  };
  await ask(server, 'POST', `${at}/phase`, { phase: 'negotiation' });
  const published = { stage: 'revision', name: 'Rev.1' };
  const { id: version } = await ask<{ id: string }>(server, 'POST', `${at}/versions`, published);
  const { paragraphs } = await ask<{ paragraphs: { id: string }[] }>(
    server,
    'GET',
    `${at}/versions/${version}`,
  );
  const places = [{ paragraph: paragraphs[0]?.id }];
  const open = async (): Promise<string> => {
    const { entry } = await ask<{ entry: { id: string } }>(server, 'POST', `${at}/silences`, {
      version,
      deadline,
    });
    return entry.id;
  };
  const object = (silence: string): Promise<unknown> =>
    ask(server, 'POST', `${at}/silences/${silence}/objections`, { places, reason: 'Not agreed.' }, token);
  const became = async (silence: string): Promise<unknown> => {
    const { silences } = await ask<Silences>(server, 'GET', `${at}/silences`);
    const found = silences.find((one) => one.silence.id === silence)?.silence;
    return [found?.outcome, found?.decidedAt];
  };
  const settled = async (): Promise<number> => {
    const { entries } = await ask<{ entries: { act: string }[] }>(server, 'GET', `${at}/audit?limit=500`);
    return entries.filter(({ act }) => act === 'silence.settle').length;
  };

  const kept = await open();
  await jump(-HOUR);
  expect(await became(kept)).toEqual(['running', null]);
  await jump(3 * HOUR);
  // Whoever comes first decides it: here somebody who would object.
  await expect(object(kept)).rejects.toThrow('too-late');
  expect(await became(kept)).toEqual(['kept', deadline]);
  for (const ahead of [-HOUR, 3 * HOUR, HOUR]) {
    await jump(ahead);
    await expect(object(kept)).rejects.toThrow('too-late');
    expect(await became(kept)).toEqual(['kept', deadline]);
  }
  expect(await settled()).toBe(1);

  const broken = await open();
  await jump(-24 * HOUR);
  await object(broken);
  await jump(3 * HOUR);
  expect(await became(broken)).toEqual(['broken', deadline]);
  await jump(-HOUR);
  expect(await became(broken)).toEqual(['broken', deadline]);

  // More time is given, then the clock jumps over the deadline that stood before (V129).
  const extended = await open();
  const to = new Date(Date.parse(deadline) + 2 * HOUR).toISOString();
  await ask(server, 'POST', `${at}/silences/${extended}/extension`, { deadline: to });
  await jump(3 * HOUR);
  expect(await became(extended)).toEqual(['running', null]);
  await object(extended);
  await server.kill();
  expect(await verdict(typing.scene(drill))).toEqual([]);

  // And a start by a clock that is before the deadline again.
  server = await drill.start();
  expect([await became(kept), await became(broken), await became(extended)]).toEqual([
    ['kept', deadline],
    ['broken', deadline],
    ['running', null],
  ]);
  expect(await settled()).toBe(2);
  await expect(object(broken)).rejects.toThrow('too-late');
  await jump(3 * HOUR);
  expect(await became(extended)).toEqual(['running', null]);
  await jump(5 * HOUR);
  expect(await became(extended)).toEqual(['broken', to]);
  await jump(3 * HOUR);
  expect(await became(extended)).toEqual(['broken', to]);
  expect(await settled()).toBe(3);
  expect(await server.stop()).toBe(0);
  expect(await verdict(typing.scene(drill))).toEqual([]);
});
