import { describe, expect, it } from 'vitest';
import { keptOn } from '../../../client/ui/kept-on-device.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';

function storage(refuses = false) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new Error('full');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}
const document = 'doc' as DocumentId;

describe('a draft kept on the device', () => {
  it('U212: is read as it was written until it is dropped, and its key names document and person', () => {
    const store = storage();
    const kept = keptOn<{ reason: string }>('objection', document, 'person', 'one', store);
    expect(kept.read()).toBe(null);
    expect(kept.write({ reason: 'Too far.' })).toBe(true);
    expect(kept.read()).toEqual({ reason: 'Too far.' });
    const [key] = store.items.keys();
    expect(key).toContain('doc');
    expect(key).toContain('person');
    kept.drop();
    expect(store.items.size).toBe(0);
  });

  it('U212: areas, people and names never mix', () => {
    const store = storage();
    keptOn<string>('objection', document, 'person', 'one', store).write('mine');
    expect(keptOn<string>('objection', document, 'other', 'one', store).read()).toBe(null);
    expect(keptOn<string>('statements', document, 'person', 'one', store).read()).toBe(null);
    expect(keptOn<string>('objection', document, 'person', 'two', store).read()).toBe(null);
  });

  it('U212: a store that keeps nothing, or something unreadable, is told as such', () => {
    expect(keptOn('objection', document, 'person', 'one', storage(true)).write('x')).toBe(false);
    const store = storage();
    const kept = keptOn('objection', document, 'person', 'one', store);
    kept.write('x');
    for (const key of store.items.keys()) store.items.set(key, '{');
    expect(kept.read()).toBe(null);
  });
});
