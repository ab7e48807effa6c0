import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import '../../../../client/ui/words/drafting.ts';
import type { SaveState } from '../../../../client/editor/connection/save-state.ts';
import { saveWords } from '../../../../client/features/drafting/save-words.ts';
import { startMessages, translate } from '../../../../client/ui/messages.ts';
import type { IsoTime } from '../../../../shared/model/ids.ts';

const AT = '2026-10-03T14:00:00.000Z' as IsoTime;
const words = (state: SaveState): string => {
  const said = saveWords(state, { phaseSince: AT }, { t: translate, locale: 'en-GB' }, new Date(AT));
  return `${said.tone}: ${said.words}`;
};

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  await startMessages();
});
afterAll(() => vi.unstubAllGlobals());

describe('save line', () => {
  it.each<readonly [SaveState, string]>([
    [{ kind: 'connecting', changes: 0, onDevice: true }, 'busy: Connecting'],
    [{ kind: 'saved', at: AT }, 'calm: Saved'],
    [{ kind: 'saved', at: null }, 'calm: Saved'],
    [{ kind: 'saving', changes: 2 }, 'busy: Saving…'],
    [
      { kind: 'offline', changes: 3, onDevice: true, since: AT, slow: false },
      'warn: Offline: 3 changes kept on this device',
    ],
    [
      { kind: 'offline', changes: 1, onDevice: true, since: AT, slow: false },
      'warn: Offline: 1 change kept on this device',
    ],
    [
      { kind: 'offline', changes: 1, onDevice: false, since: AT, slow: false },
      'warn: Offline: 1 change held in this page only',
    ],
    [{ kind: 'offline', changes: 0, onDevice: true, since: AT, slow: false }, 'warn: Offline'],
    [
      { kind: 'offline', changes: 2, onDevice: true, since: AT, slow: true },
      'warn: Connection too slow: 2 changes kept on this device',
    ],
    [
      { kind: 'offline', changes: 1, onDevice: false, since: AT, slow: true },
      'warn: Connection too slow: 1 change held in this page only',
    ],
    [{ kind: 'offline', changes: 0, onDevice: true, since: AT, slow: true }, 'warn: Connection too slow'],
    [
      { kind: 'read-only', reason: 'phase', phase: 'silence', closesAt: null },
      'calm: Frozen since 3 Oct, 14:00 UTC',
    ],
    [{ kind: 'read-only', reason: 'role', phase: 'drafting', closesAt: null }, 'calm: Read only'],
    [
      { kind: 'refused', reason: 'rate', detail: '', changes: 1, onDevice: true, final: false },
      'warn: The server is busy: 1 change kept on this device',
    ],
    [
      { kind: 'refused', reason: 'cannot-store', detail: '', changes: 2, onDevice: true, final: false },
      'warn: The server cannot save: 2 changes kept on this device',
    ],
    [
      { kind: 'refused', reason: 'cannot-store', detail: '', changes: 1, onDevice: false, final: false },
      'warn: The server cannot save: 1 change held in this page only',
    ],
    [
      { kind: 'refused', reason: 'misplaced', detail: '', changes: 1, onDevice: true, final: false },
      'warn: Not saved',
    ],
    [
      { kind: 'refused', reason: 'garbage', detail: '', changes: 1, onDevice: true, final: true },
      'warn: Not saved',
    ],
    [{ kind: 'signed-out', changes: 0, onDevice: true }, 'warn: Signed out'],
    [{ kind: 'other-participant', changes: 1, onDevice: true }, 'warn: Somebody else is signed in'],
    [{ kind: 'no-access', changes: 0, onDevice: true }, 'warn: No access any more'],
    [{ kind: 'not-found', changes: 0, onDevice: true }, 'warn: Not found'],
    [{ kind: 'reload-needed', changes: 0, onDevice: true }, 'warn: Reload needed'],
  ])('U31: %o', (state, said) => {
    expect(words(state)).toBe(said);
  });

  it('U31: "Saved" is said of nothing but the acknowledged state', () => {
    const others: readonly SaveState[] = [
      { kind: 'saving', changes: 1 },
      { kind: 'connecting', changes: 0, onDevice: true },
      { kind: 'offline', changes: 0, onDevice: true, since: AT, slow: false },
    ];
    for (const state of others) expect(words(state)).not.toMatch(/\bSaved\b/);
  });

  it('R57: a line that is too slow is told what becomes of it and of the words', () => {
    const help = (changes: number, onDevice: boolean): string =>
      saveWords(
        { kind: 'offline', changes, onDevice, since: AT, slow: true },
        undefined,
        { t: translate, locale: 'en-GB' },
        new Date(AT),
      ).help;
    for (const said of [help(0, true), help(1, true), help(1, false)]) {
      expect(said).toContain('too slow for what happens here at the moment');
      expect(said).toContain('by itself');
    }
    expect(help(1, true)).toContain('kept on this device');
    expect(help(1, false)).toContain('keep it open');
  });

  it('R57: a server that cannot save is said plainly, with where the words are and what becomes of them', () => {
    const help = (reason: 'cannot-store' | 'rate', onDevice: boolean): string =>
      saveWords(
        { kind: 'refused', reason, detail: '', changes: 1, onDevice, final: false },
        undefined,
        { t: translate, locale: 'en-GB' },
        new Date(AT),
      ).help;
    expect(help('cannot-store', true)).toBe(
      'The server cannot save at the moment. Your words are kept on this device and will be sent.',
    );
    expect(help('rate', true)).toBe(
      'The server asked to wait. Your words are kept on this device and will be sent.',
    );
    expect(help('cannot-store', false)).toContain('Keep this page open');
  });

  it('U31: what is not sent is counted wherever no connection is tried', () => {
    const said = saveWords(
      { kind: 'signed-out', changes: 2, onDevice: true },
      undefined,
      { t: translate, locale: 'en-GB' },
      new Date(AT),
    );
    expect(said.help).toContain('2 changes not sent');
    expect(said.offer).toBe('reconnect');
  });
});
