import { describe, expect, it } from 'vitest';
import { keptTake } from '../../../client/features/positions/kept-take.ts';
import { carriedOver, parseJson } from '../../../client/ui/carried-over.ts';
import { keptOn } from '../../../client/ui/kept-on-device.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';

function storage(items: Record<string, string>) {
  const kept = new Map(Object.entries(items));
  const state = { full: false };
  return {
    kept,
    state,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (state.full) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}
const document = 'doc' as DocumentId;
const open = (store: ReturnType<typeof storage>) =>
  carriedOver<string>(
    keptOn<string>('answer', document, 'person', 'one', store),
    { key: 'before', parse: (stored) => stored },
    store,
  );

describe('a draft that an earlier release kept under another name', () => {
  it('U246: is carried over once, and gone when it was sent', () => {
    const store = storage({ before: 'We had begun' });
    expect(open(store).read()).toBe('We had begun');
    expect(store.kept.has('before')).toBe(false);
    const later = open(store);
    expect(later.read()).toBe('We had begun');
    later.drop();
    expect(open(store).read()).toBe(null);
    expect(store.kept.size).toBe(0);
  });

  it('U246: is offered after what was typed since', () => {
    const store = storage({ before: 'Earlier words' });
    keptOn<string>('answer', document, 'person', 'one', store).write('Later words');
    const kept = open(store);
    expect(kept.read()).toBe('Later words');
    kept.drop();
    expect(open(store).read()).toBe('Earlier words');
  });

  it('U246: is not lost where the device has no room for it under its new name, and not offered again once it was sent', () => {
    const store = storage({ before: 'We had begun' });
    store.state.full = true;
    const kept = open(store);
    expect(kept.read()).toBe('We had begun');
    expect(kept.write('We had begun more')).toBe(false);
    expect(store.kept.get('before')).toBe('We had begun');
    kept.drop();
    expect(open(store).read()).toBe(null);
  });

  it('U246: stays where it is when it cannot be read', () => {
    const store = storage({ before: '{' });
    const plain = keptOn<string>('answer', document, 'person', 'one', store);
    expect(carriedOver(plain, { key: 'before', parse: parseJson<string> }, store).read()).toBe(null);
    expect(store.kept.has('before')).toBe(true);
  });

  it('U246: a position begun before is found again', () => {
    const store = storage({ 'sb.position.doc.me.target': '{"standing":"oppose","words":"Too far."}' });
    const kept = keptTake(store, document, 'me' as ParticipantId, 'target');
    expect(kept.read()).toEqual({ standing: 'oppose', words: 'Too far.' });
    expect([...store.kept.keys()]).toEqual(['sounding-board/positions/1/doc/me/target']);
  });
});
