import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { linesOf, saved, until, untilLines, write } from './house.ts';
import { visits } from './visits.ts';

const { house, enter, leave, offline } = visits();

describe('a connection to a real room', () => {
  it('R43: what was written offline is on the device and comes back', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'written offline');
    const state = await offline(kenya, 1);
    expect(state).toMatchObject({ kind: 'offline', changes: 1, onDevice: true });
    expect(kenya.editable.get()).toBe(true);
    await house().restore();
    await saved(kenya);
    expect(await house().lines()).toEqual(['written offline']);
  });

  it('R46: after a reload offline the words stand there, are counted again, and arrive once', async () => {
    const device = new IDBFactory();
    const first = enter('Kenya', device);
    await saved(first);
    write(first, 'Before. ');
    await saved(first);
    await house().cut();
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
    await house().restore();
    await saved(second);
    expect(await house().lines()).toEqual(['Before. After.']);
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
    await house().cut();
    await offline(kenya);
    write(kenya, ' and mine');
    await offline(kenya, 1);
    house().setPhase('consultation');
    await house().restore();

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
    house().setPhase('negotiation');
    await until(again.editable, (editable) => editable);
    await until(again.state, (state) => state.kind === 'saved');
    expect(linesOf(again)).toEqual(['Agreed words']);
    expect(await again.putBack(id)).toMatchObject({ ok: true });
    await until(again.state, (state) => state.kind === 'saved' && state.at !== null);
    expect(await house().lines()).toEqual(['Agreed words and mine']);
    expect(again.kept.get()).toEqual([]);
    await untilLines(chile, ['Agreed words and mine']);
  });

  it('R48: when the text was frozen and opened again meanwhile, the words merge', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'mine');
    house().setPhase('consultation');
    house().setPhase('negotiation');
    await house().restore();
    await saved(kenya);
    expect(await house().lines()).toEqual(['mine']);
    expect(kenya.kept.get()).toEqual([]);
  });

  it('R48: discarded words are gone from the device too', async () => {
    const device = new IDBFactory();
    const kenya = enter('Kenya', device);
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'mine');
    house().setPhase('consultation');
    await house().restore();
    const kept = await until(kenya.kept, (words) => words.length === 1);
    await kenya.discard(kept[0]?.id ?? '');
    await leave(kenya);
    const again = enter('Kenya', device);
    await until(again.state, (state) => state.kind === 'read-only');
    expect(again.kept.get()).toEqual([]);
  });

  it('R41: another person on the same device neither sees nor sends the words', async () => {
    const device = new IDBFactory();
    const kenya = enter('Kenya', device);
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'of Kenya');
    await offline(kenya, 1);
    await leave(kenya);
    await house().restore();
    const chile = enter('Chile', device);
    await saved(chile);
    expect(linesOf(chile)).toEqual(['']);
    expect(await house().lines()).toEqual(['']);
    const again = enter('Kenya', device);
    await untilLines(again, ['of Kenya']);
    await untilLines(chile, ['of Kenya']);
  });

  it('R52: words are not sent when somebody else is signed in now', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'of Kenya');
    house().aliases.set('Kenya', 'Chile');
    await house().restore();
    expect(await until(kenya.state, (state) => state.kind === 'other-participant')).toMatchObject({
      changes: 1,
    });
    expect(kenya.editable.get()).toBe(false);
    expect(await house().lines()).toEqual(['']);
    house().aliases.clear();
    kenya.reconnect();
    await saved(kenya);
    expect(await house().lines()).toEqual(['of Kenya']);
  });

  it('R47: signed out, the words stay on the device until signing in again', async () => {
    const kenya = enter('Kenya');
    await saved(kenya);
    await house().cut();
    await offline(kenya);
    write(kenya, 'mine');
    house().strangers.add('Kenya');
    await house().restore();
    const out = await until(kenya.state, (state) => state.kind === 'signed-out' && state.onDevice);
    expect(out).toEqual({ kind: 'signed-out', changes: 1, onDevice: true });
    house().strangers.clear();
    kenya.reconnect();
    await saved(kenya);
    expect(await house().lines()).toEqual(['mine']);
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
    expect(await house().lines()).toEqual(['Chile. Kenya.']);
    await untilLines(chile, ['Chile. Kenya.']);
  });

  it('R41: without a store on the device the line says so', async () => {
    const kenya = enter('Kenya', null);
    await saved(kenya);
    await house().cut();
    await until(kenya.state, (state) => state.kind === 'offline');
    write(kenya, 'mine');
    expect(kenya.state.get()).toMatchObject({ kind: 'offline', changes: 1, onDevice: false });
    await house().restore();
    await saved(kenya);
    expect(await house().lines()).toEqual(['mine']);
  });
});
