import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { IsoTime } from '../../../../shared/model/ids.ts';
import { readParagraphs } from '../../../../shared/text/read.ts';
import { counting, DOCUMENT, linesOf, openHouse, saved, until, untilLines, write } from './house.ts';
import { visits } from './visits.ts';

const { house, enter, leave, offline } = visits();

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
    expect(await house().lines()).toEqual(['We recognise']);
    await untilLines(chile, ['We recognise']);
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
    await house().cut();
    await Promise.all([offline(kenya), offline(chile)]);
    write(chile, 'One more.');
    await offline(chile, 1);
    bytes.sent = 0;
    bytes.received = 0;
    await house().restore();
    await untilLines(kenya, [`${before}One more.`]);
    expect(bytes.sent).toBeLessThan(500);
    expect(bytes.received).toBeLessThan(1_500);
  });

  it('R40: nothing goes out for somebody who may not write', async () => {
    house().roles.set('Reader', 'observer');
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
    expect(await house().lines()).toEqual(['']);
  });

  it('P9: where the end of a phase alone moves, the line stays, and says the new end; so does the device', async () => {
    const device = new IDBFactory();
    house().setPhase('silence');
    const kenya = enter('Kenya', device);
    await until(kenya.state, (state) => state.kind === 'read-only');
    const states: string[] = [];
    kenya.state.subscribe(() => states.push(kenya.state.get().kind));
    const closesAt = '2030-02-01T00:00:00.000Z' as IsoTime;
    const at = '2030-01-01T00:00:00.000Z' as IsoTime;
    const moved = { kind: 'phase-changed', phase: 'silence', closesAt, only: 'closesAt' } as const;
    house().tell({ ...moved, documentId: DOCUMENT, at });
    await until(kenya.permissions, (may) => may?.closesAt === closesAt);
    expect(kenya.permissions.get()).toMatchObject({ canWrite: false, reason: 'phase', phase: 'silence' });
    expect(kenya.state.get()).toMatchObject({ kind: 'read-only', closesAt });
    expect(states.filter((kind) => kind !== 'read-only')).toEqual([]);
    await leave(kenya);
    await house().cut();
    const again = enter('Kenya', device);
    await until(again.permissions, (may) => may?.closesAt === closesAt);
    await house().restore();
  });

  it('R50: two windows of one person bring their words once each', async () => {
    const device = new IDBFactory();
    const [left, right] = [enter('Kenya', device), enter('Kenya', device)];
    await Promise.all([saved(left), saved(right)]);
    await house().cut();
    await Promise.all([offline(left), offline(right)]);
    write(left, 'left ');
    write(right, 'right ');
    await Promise.all([offline(left, 1), offline(right, 1)]);
    expect(linesOf(left)).toEqual(['left ']);
    const third = enter('Kenya', device);
    await until(third.live, (live) => live !== null && linesOf(third)[0]?.length === 11);
    await house().restore();
    await Promise.all([saved(left), saved(right), saved(third)]);
    const [line] = await house().lines();
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
    await house().cut();
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
    await house().restore();
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
