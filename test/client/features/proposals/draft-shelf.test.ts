import { describe, expect, it } from 'vitest';
import { draftShelf } from '../../../../client/features/proposals/draft/draft-shelf.ts';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { change, draft, paragraph } from './sketch.ts';

/** Web Storage as the standard describes it; `room` bounds the characters it takes. */
function storage(room = Number.POSITIVE_INFINITY) {
  const held = new Map<string, string>();
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(name, value);
    },
    removeItem: (name: string) => void held.delete(name),
    key: (k: number) => [...held.keys()][k] ?? null,
    get length() {
      return held.size;
    },
  };
}

const DOCUMENT = 'd1' as DocumentId;
const ONE = 'one' as ParticipantId;
const OTHER = 'other' as ParticipantId;
const DRAFT = draft(change('delete', paragraph('p1', 'We commit.', '1')));

describe('U93: drafts stay on the device until they are sent', () => {
  it('gives back what was kept, newest first, and forgets what was dropped', () => {
    const shelf = draftShelf(DOCUMENT, ONE, storage());
    expect(shelf.keep(DRAFT)).toBe(true);
    const later = { ...DRAFT, id: 'later', savedAt: '2026-01-02T00:00:00.000Z' };
    shelf.keep(later);
    expect(shelf.list()).toEqual([later, DRAFT]);
    expect(shelf.read(DRAFT.id)).toEqual(DRAFT);
    shelf.drop(DRAFT.id);
    expect(shelf.list()).toEqual([later]);
  });

  it('never shows one participant the drafts of another at the same computer', () => {
    const device = storage();
    draftShelf(DOCUMENT, ONE, device).keep(DRAFT);
    expect(draftShelf(DOCUMENT, OTHER, device).list()).toEqual([]);
    expect(draftShelf('d2' as DocumentId, ONE, device).list()).toEqual([]);
  });

  it('says when the device would not keep it, and passes over what it cannot read', () => {
    const full = draftShelf(DOCUMENT, ONE, storage(10));
    expect(full.keep(DRAFT)).toBe(false);
    const device = storage();
    const shelf = draftShelf(DOCUMENT, ONE, device);
    shelf.keep(DRAFT);
    device.setItem(device.key(0) as string, '{ torn');
    expect(shelf.list()).toEqual([]);
  });
});
