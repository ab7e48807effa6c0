import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDialect, NOTHING_KNOWN } from '../../bench/rooms/core/dialect.ts';
import { createHeardCache } from '../../bench/rooms/core/heard-cache.ts';

describe.each([
  ['y-websocket', null],
  ['hocuspocus', 'document-1'],
])('the dialect of %s', (_, name) => {
  const dialect = createDialect(name);
  const hear = createHeardCache(dialect, new Map([[5, 0]]));
  const heard = (message: Uint8Array): ReturnType<typeof hear> => {
    const framed = Buffer.concat([Buffer.alloc(9), message, Buffer.alloc(9)]);
    return hear(framed, 9, 9 + message.length);
  };

  it('tells which clocks of a watched writer an update brings', () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('text').insert(0, 'abc');
    doc.getText('text').insert(3, 'd');
    expect(updates.map((update) => heard(dialect.update(update)))).toMatchObject([
      { kind: 'update', whole: false, stretches: [{ writer: 0, start: 0, end: 3 }] },
      { kind: 'update', whole: false, stretches: [{ writer: 0, start: 3, end: 4 }] },
    ]);
    expect(heard(dialect.whole(Y.encodeStateAsUpdate(doc)))).toMatchObject({ kind: 'update', whole: true });
  });

  it('takes a message apart once, however often it comes', () => {
    const long = new Y.Doc();
    long.getText('text').insert(0, 'x'.repeat(10_000));
    for (const message of [
      dialect.presence([{ client: 1, clock: 2, state: '{}' }]),
      dialect.update(Y.encodeStateAsUpdate(long)),
    ])
      expect(heard(message)).toBe(heard(message));
  });

  it('hears presence, and who asks', () => {
    const states = [{ client: 1, clock: 2, state: '{"a":1}' }];
    expect(heard(dialect.presence(states))).toEqual({ kind: 'presence', states });
    expect(heard(dialect.hello(NOTHING_KNOWN).at(-1) as Uint8Array)).toMatchObject({ kind: 'asks' });
  });
});
