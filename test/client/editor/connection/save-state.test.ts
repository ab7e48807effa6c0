import { describe, expect, it } from 'vitest';
import {
  type SaveFacts,
  type SaveState,
  saveState,
} from '../../../../client/editor/connection/save-state.ts';
import type { IsoTime } from '../../../../shared/model/ids.ts';

const SINCE = '2030-01-01T10:00:00.000Z' as IsoTime;
const AT = '2030-01-01T10:00:05.000Z' as IsoTime;

const FACTS: SaveFacts = {
  link: 'open',
  since: SINCE,
  slow: false,
  synced: true,
  changes: 0,
  onDevice: true,
  savedAt: null,
  readOnly: null,
  refused: null,
  halt: null,
};

const frozen = { reason: 'phase', phase: 'consultation', closesAt: null } as const;
const flooded = { reason: 'rate', detail: 'slow down', final: false } as const;

describe('R45: the save line', () => {
  const cases: readonly [when: string, facts: Partial<SaveFacts>, says: SaveState][] = [
    ['nothing was written yet', {}, { kind: 'saved', at: null }],
    ['the last barrier was acknowledged', { savedAt: AT }, { kind: 'saved', at: AT }],
    ['something is under way', { changes: 2, savedAt: AT }, { kind: 'saving', changes: 2 }],
    [
      'the server has not yet said what it holds',
      { synced: false },
      { kind: 'connecting', changes: 0, onDevice: true },
    ],
    [
      'nothing was ever heard from the server',
      { link: 'never', changes: 3 },
      { kind: 'connecting', changes: 3, onDevice: true },
    ],
    [
      'the line is down',
      { link: 'down', synced: false, changes: 4 },
      { kind: 'offline', changes: 4, onDevice: true, since: SINCE, slow: false },
    ],
    [
      'the line is down and nothing survives the page',
      { link: 'down', synced: false, changes: 4, onDevice: false },
      { kind: 'offline', changes: 4, onDevice: false, since: SINCE, slow: false },
    ],
    [
      'the server let go of a line that could not keep up (R57)',
      { link: 'down', slow: true, synced: false, changes: 1 },
      { kind: 'offline', changes: 1, onDevice: true, since: SINCE, slow: true },
    ],
    ['this person may only read', { readOnly: frozen }, { kind: 'read-only', ...frozen }],
    [
      'frames were turned away and words wait',
      { link: 'down', refused: flooded, changes: 1 },
      { kind: 'refused', ...flooded, changes: 1, onDevice: true },
    ],
    ['frames were turned away but all arrived since', { refused: flooded }, { kind: 'saved', at: null }],
    [
      'signed out, whatever else',
      { halt: 'signed-out', link: 'down', changes: 1, refused: flooded },
      { kind: 'signed-out', changes: 1, onDevice: true },
    ],
  ];
  for (const [when, facts, says] of cases)
    it(`R45: when ${when}`, () => expect(saveState({ ...FACTS, ...facts })).toEqual(says));

  it('R45: says saved in no case with an unacknowledged change', () => {
    for (const link of ['never', 'open', 'down'] as const)
      for (const synced of [true, false])
        for (const readOnly of [null, frozen])
          for (const refused of [null, flooded])
            expect(saveState({ ...FACTS, link, synced, readOnly, refused, changes: 1 }).kind).not.toBe(
              'saved',
            );
  });
});
