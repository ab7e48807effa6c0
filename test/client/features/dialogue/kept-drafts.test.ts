import { describe, expect, it } from 'vitest';
import {
  type DraftStorage,
  type KeptDraft,
  keptDrafts,
  targetOf,
} from '../../../../client/features/dialogue/kept-drafts.ts';
import type { CommentId, DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';

const storage = (): DraftStorage => {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    key: (k) => [...held.keys()][k] ?? null,
    get length() {
      return held.size;
    },
  };
};
const ID = 'd' as DocumentId;
const [ONE, TWO] = ['one', 'two'] as unknown as [ParticipantId, ParticipantId];
const draft = (text: string): KeptDraft => ({
  on: { noun: 'comment', id: 'c' as CommentId },
  text,
  kind: 'comment',
  nature: 'substantive',
  addressed: { delegations: [], groups: [] },
  onBehalfOf: null,
  isPrivate: false,
  sent: { said: 'path and body', key: 'k' },
});
const target = targetOf(draft('').on);

describe('drafts on the device', () => {
  it('U76: a draft comes back with the key it was sent with, for its participant alone', () => {
    const device = storage();
    keptDrafts(device, ID, ONE).write(target, draft('mine'));
    expect(keptDrafts(device, ID, ONE).read(target)).toEqual(draft('mine'));
    expect(keptDrafts(device, ID, TWO).read(target)).toBeNull();
    expect(keptDrafts(device, ID, TWO).targets()).toEqual([]);
  });

  it('U76: a device that keeps nothing says so and breaks nothing', () => {
    const full: DraftStorage = {
      ...storage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keptDrafts(full, ID, ONE).write(target, draft('x'))).toBe(false);
    expect(keptDrafts(full, ID, ONE).read(target)).toBeNull();
  });
});
