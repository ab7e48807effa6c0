import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection, ConnectionOptions } from '../../../../client/editor/connection/connection.ts';
import { readParagraphs } from '../../../../shared/text/read.ts';
import { counting, type House, linesOf, open, openHouse, saved, until, untilLines, write } from './house.ts';

let house: House;
let opened: Connection[] = [];
const enter = (name: string, device?: IDBFactory | null, more?: Partial<ConnectionOptions>): Connection => {
  const connection = open(house, name, device, more);
  opened.push(connection);
  return connection;
};
/** Closes the page: whatever is not on the device is gone. */
const leave = async (connection: Connection): Promise<void> => {
  opened = opened.filter((one) => one !== connection);
  await connection.close();
};
/** Resolves when the line says that so many changes are kept on the device. */
const offline = (connection: Connection, changes = 0) =>
  until(connection.state, (state) => state.kind === 'offline' && state.onDevice && state.changes === changes);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await Promise.all(opened.map((connection) => connection.close()));
  opened = [];
  await house.close();
});

describe('a connection to a real room', () => {
  it('R44: says saved only when the server has the words, and others receive them', async () => {
    const [kenya, chile] = [enter('Kenya'), enter('Chile')];
    await Promise.all([saved(kenya), saved(chile)]);
    const seen: string[] = [];
    kenya.state.subscribe(() => seen.push(kenya.state.get().kind));
    write(kenya, 'We recognise');
    expect(kenya.state.get()).toEqual({ kind: 'saving', changes: 1 });
    await saved(kenya);
    expect(seen).toEqual(['saving', 'saved']);
    expect(await house.lines()).toEqual(['We recognise']);
    await untilLines(chile, ['We recognise']);
  });

  it('R43: what was written offline is on the device and comes back', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'written offline');
    const state = await offline(kenya, 1);
    expect(state).toMatchObject({ kind: 'offline', changes: 1, onDevice: true });
    expect(kenya.editable.get()).toBe(true);
    await house.restore();
    await saved(kenya);
    expect(await house.lines()).toEqual(['written offline']);
  });

  it('R56: whoever comes back sends what it has as a state vector and gets the difference, never the whole text', async () => {
    const bytes = { sent: 0, received: 0 };
    const [kenya, chile] = [
      enter('Kenya', undefined, { webSocket: counting('Kenya', bytes) }),
      enter('Chile'),
    ];
    await Promise.all([saved(kenya), saved(chile)]);
    const before = 'Recalling all relevant resolutions. '.repeat(1_000);
    write(chile, before);
    await saved(chile);
    await untilLines(kenya, [before]);
    await house.cut();
    await Promise.all([offline(kenya), offline(chile)]);
    write(chile, 'One more.');
    await offline(chile, 1);
    bytes.sent = 0;
    bytes.received = 0;
    await house.restore();
    await untilLines(kenya, [`${before}One more.`]);
    expect(bytes.sent).toBeLessThan(500);
    expect(bytes.received).toBeLessThan(1_500);
  });

  it('R46: after a reload offline the words stand there, are counted again, and arrive once', async () => {
    const device = new IDBFactory();
    const first = enter('Kenya', device);
    await saved(first);
    write(first, 'Before. ');
    await saved(first);
    await house.cut();
    await offline(first);
    write(first, 'After.');
    await offline(first, 1);
    await leave(first);

    const second = enter('Kenya', device);
    await untilLines(second, ['Before. After.']);
    expect(await offline(second, 1)).toMatchObject({ changes: 1, onDevice: true });
    expect(second.editable.get()).toBe(true);
    expect(second.unsentWords()).toMatchObject([
      { change: 'words', server: 'Before. ', mine: 'Before. After.' },
    ]);
    await house.restore();
    await saved(second);
    expect(await house.lines()).toEqual(['Before. After.']);
    await leave(second);

    const third = enter('Kenya', device);
    expect(await saved(third)).toEqual({ kind: 'saved', at: null });
  });

  it('R48: what was written while the text was frozen is kept beside it, survives a reload, and can be put back', async () => {
    const device = new IDBFactory();
    const [kenya, chile] = [enter('Kenya', device), enter('Chile')];
    await Promise.all([saved(kenya), saved(chile)]);
    write(kenya, 'Agreed words');
    await saved(kenya);
    await untilLines(chile, ['Agreed words']);
    await house.cut();
    await offline(kenya);
    write(kenya, ' and mine');
    await offline(kenya, 1);
    house.setPhase('consultation');
    await house.restore();

    await until(kenya.kept, (kept) => kept.length === 1);
    expect(kenya.kept.get()).toMatchObject([
      { reason: 'read-only', paragraphs: [{ server: 'Agreed words', mine: 'Agreed words and mine' }] },
    ]);
    await until(kenya.state, (state) => state.kind === 'read-only');
    expect(linesOf(kenya)).toEqual(['Agreed words']);
    expect(kenya.editable.get()).toBe(false);
    const id = kenya.kept.get()[0]?.id ?? '';
    expect(await kenya.putBack(id)).toMatchObject({ ok: false, error: 'read-only' });
    await leave(kenya);

    const again = enter('Kenya', device);
    await until(again.kept, (kept) => kept.length === 1);
    house.setPhase('negotiation');
    await until(again.editable, (editable) => editable);
    await until(again.state, (state) => state.kind === 'saved');
    expect(linesOf(again)).toEqual(['Agreed words']);
    expect(await again.putBack(id)).toMatchObject({ ok: true });
    await until(again.state, (state) => state.kind === 'saved' && state.at !== null);
    expect(await house.lines()).toEqual(['Agreed words and mine']);
    expect(again.kept.get()).toEqual([]);
    await untilLines(chile, ['Agreed words and mine']);
  });

  it('R48: when the text was frozen and opened again meanwhile, the words merge', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'mine');
    house.setPhase('consultation');
    house.setPhase('negotiation');
    await house.restore();
    await saved(kenya);
    expect(await house.lines()).toEqual(['mine']);
    expect(kenya.kept.get()).toEqual([]);
  });

  it('R48: discarded words are gone from the device too', async () => {
    const device = new IDBFactory();
    const kenya = enter('Kenya', device);
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'mine');
    house.setPhase('consultation');
    await house.restore();
    const kept = await until(kenya.kept, (words) => words.length === 1);
    await kenya.discard(kept[0]?.id ?? '');
    await leave(kenya);
    const again = enter('Kenya', device);
    await until(again.state, (state) => state.kind === 'read-only');
    expect(again.kept.get()).toEqual([]);
  });

  it('R40: nothing goes out for somebody who may not write', async () => {
    house.roles.set('Reader', 'observer');
    const reader = enter('Reader');
    await until(reader.state, (state) => state.kind === 'read-only');
    expect(reader.state.get()).toMatchObject({ kind: 'read-only', reason: 'role' });
    const { generation } = reader.live.get() ?? { generation: 0 };
    write(reader, 'smuggled');
    await until(reader.kept, (kept) => kept.length === 1);
    await until(
      reader.state,
      (state) => state.kind === 'read-only' && reader.live.get()?.generation === generation + 1,
    );
    expect(await house.lines()).toEqual(['']);
  });

  it('R41: another person on the same device neither sees nor sends the words', async () => {
    const device = new IDBFactory();
    const kenya = enter('Kenya', device);
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'of Kenya');
    await offline(kenya, 1);
    await leave(kenya);
    await house.restore();
    const chile = enter('Chile', device);
    await saved(chile);
    expect(linesOf(chile)).toEqual(['']);
    expect(await house.lines()).toEqual(['']);
    const again = enter('Kenya', device);
    await untilLines(again, ['of Kenya']);
    await untilLines(chile, ['of Kenya']);
  });

  it('R52: words are not sent when somebody else is signed in now', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'of Kenya');
    house.aliases.set('Kenya', 'Chile');
    await house.restore();
    expect(await until(kenya.state, (state) => state.kind === 'other-participant')).toMatchObject({
      changes: 1,
    });
    expect(kenya.editable.get()).toBe(false);
    expect(await house.lines()).toEqual(['']);
    house.aliases.clear();
    kenya.reconnect();
    await saved(kenya);
    expect(await house.lines()).toEqual(['of Kenya']);
  });

  it('R47: signed out, the words stay on the device until signing in again', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'mine');
    house.strangers.add('Kenya');
    await house.restore();
    const out = await until(kenya.state, (state) => state.kind === 'signed-out' && state.onDevice);
    expect(out).toEqual({ kind: 'signed-out', changes: 1, onDevice: true });
    house.strangers.clear();
    kenya.reconnect();
    await saved(kenya);
    expect(await house.lines()).toEqual(['mine']);
  });

  it('R49: words under a clientID that belongs to somebody else are written again under a new one', async () => {
    const [kenya, chile] = [enter('Kenya'), enter('Chile')];
    await Promise.all([saved(kenya), saved(chile)]);
    write(chile, 'Chile. ');
    await saved(chile);
    await untilLines(kenya, ['Chile. ']);
    const before = kenya.live.get();
    if (before === null) throw new Error('no text');
    before.doc.clientID = chile.live.get()?.doc.clientID ?? 0;
    write(kenya, 'Kenya.');
    await until(kenya.state, (state) => state.kind === 'refused' && state.reason === 'forged');
    await saved(kenya);
    expect(kenya.live.get()?.generation).toBe(before.generation + 1);
    expect(await house.lines()).toEqual(['Chile. Kenya.']);
    await untilLines(chile, ['Chile. Kenya.']);
  });

  it('R41: without a store on the device the line says so', async () => {
    const kenya = enter('Kenya', null);
    await saved(kenya);
    await house.cut();
    await until(kenya.state, (state) => state.kind === 'offline');
    write(kenya, 'mine');
    expect(kenya.state.get()).toMatchObject({ kind: 'offline', changes: 1, onDevice: false });
    await house.restore();
    await saved(kenya);
    expect(await house.lines()).toEqual(['mine']);
  });

  it('R50: two windows of one person bring their words once each', async () => {
    const device = new IDBFactory();
    const [left, right] = [enter('Kenya', device), enter('Kenya', device)];
    await Promise.all([saved(left), saved(right)]);
    await house.cut();
    await Promise.all([offline(left), offline(right)]);
    write(left, 'left ');
    write(right, 'right ');
    await Promise.all([offline(left, 1), offline(right, 1)]);
    expect(linesOf(left)).toEqual(['left ']);
    const third = enter('Kenya', device);
    await until(third.live, (live) => live !== null && linesOf(third)[0]?.length === 11);
    await house.restore();
    await Promise.all([saved(left), saved(right), saved(third)]);
    const [line] = await house.lines();
    expect(['left right ', 'right left ']).toContain(line);
    expect(left.others.get()).toEqual([]);
  });

  it('R51: others stand where their words are, under the names the server gives them', async () => {
    const [kenya, chile] = [enter('Kenya'), enter('Chile')];
    await Promise.all([saved(kenya), saved(chile)]);
    write(kenya, 'one two');
    await untilLines(chile, ['one two']);
    kenya.setCaret({ anchor: 5, head: 8 });
    await until(chile.others, (others) => others[0]?.caret !== undefined && others[0].caret !== null);
    expect(chile.others.get()).toMatchObject([
      {
        participant: 'Kenya',
        name: 'Kenya',
        delegation: 'Kenyaland',
        role: 'drafter',
        caret: { anchor: 5, head: 8 },
      },
    ]);
    chile.live.get()?.text.insert(1, 'now ');
    await until(chile.others, (others) => others[0]?.caret?.anchor === 9);
    kenya.setCaret(null);
    await until(chile.others, (others) => others[0]?.caret === null);
    await until(kenya.attendance, (attendance) => attendance.drafting === 2);
    await leave(kenya);
    await until(chile.others, (others) => others.length === 0);
  });

  it('R60: nobody sends presence but their own, and a caret that did not move is not told again', async () => {
    const bytes = { sent: 0, received: 0 };
    const [kenya, chile] = [
      enter('Kenya', undefined, { webSocket: counting('Kenya', bytes) }),
      enter('Chile'),
    ];
    await Promise.all([saved(kenya), saved(chile)]);
    write(kenya, 'Words that others write behind.');
    await saved(kenya);
    await untilLines(chile, ['Words that others write behind.']);
    kenya.setCaret({ anchor: 6, head: 6 });
    await until(chile.others, (others) => others[0]?.caret?.head === 6);
    bytes.sent = 0;
    for (let k = 1; k <= 20; k += 1) {
      write(chile, '.');
      chile.setCaret({ anchor: 32 + k, head: 32 + k });
      await until(kenya.others, (others) => others[0]?.caret?.head === 32 + k);
      kenya.setCaret({ anchor: 6, head: 6 });
    }
    expect(bytes.sent).toBe(0);
  });

  it('R53: a server that went back to an older state is believed, and unsent words are kept', async () => {
    const device = new IDBFactory();
    const kenya = enter('Kenya', device);
    await saved(kenya);
    write(kenya, 'long ago. ');
    await saved(kenya);
    await house.cut();
    await offline(kenya);
    write(kenya, 'unsent');
    await offline(kenya, 1);
    await leave(kenya);
    const restored = await openHouse();
    const again = enter('Kenya', device, { origin: restored.origin });
    await until(again.kept, (kept) => kept.length === 1);
    expect(again.kept.get()).toMatchObject([
      { reason: 'server-restored', paragraphs: [{ server: 'long ago. ', mine: 'long ago. unsent' }] },
    ]);
    await saved(again);
    write(again, 'new');
    await until(again.state, (state) => state.kind === 'saved' && state.at !== null);
    expect(await restored.lines()).toEqual(['new']);
    expect(await again.putBack(again.kept.get()[0]?.id ?? '')).toMatchObject({ error: 'cannot-merge' });
    await leave(again);
    await restored.close();
    await house.restore();
  });
});

describe('limits', () => {
  it('R47: what is too large for a frame is kept, and the rest of the work goes on', async () => {
    const small = await openHouse({ frameBytes: 2_000 });
    const kenya = enter('Kenya', undefined, { origin: small.origin });
    await saved(kenya);
    write(kenya, 'x'.repeat(5_000));
    await until(kenya.kept, (kept) => kept.length === 1);
    expect(kenya.kept.get()[0]?.reason).toBe('too-large');
    await saved(kenya);
    write(kenya, 'small');
    await until(kenya.state, (state) => state.kind === 'saved' && state.at !== null);
    expect(await small.lines()).toEqual(['small']);
    await leave(kenya);
    await small.close();
  });

  it('R47: after flooding the words wait, and the line says why', async () => {
    const strict = await openHouse({ writerRate: { perSecond: 1, burst: 10 } });
    const kenya = enter('Kenya', undefined, { origin: strict.origin });
    await saved(kenya);
    for (let i = 0; i < 20; i += 1) write(kenya, 'x');
    await until(kenya.state, (state) => state.kind === 'refused' && state.onDevice);
    expect(kenya.state.get()).toMatchObject({ reason: 'rate', final: false });
    const live = kenya.live.get();
    expect(live === null ? [] : readParagraphs(live.text)[0]?.runs).toMatchObject([{ text: 'x'.repeat(20) }]);
    await leave(kenya);
    await strict.close();
  });
});
