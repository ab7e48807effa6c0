import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { StoredUpdate, TextLog } from '../../../server/ports/text-log.ts';
import type { LiveText } from '../../../server/room/live-text.ts';
import { loadLiveText } from '../../../server/room/load-text.ts';
import { isSnapshotDue } from '../../../server/room/snapshot.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { createPlainLog } from '../../sim/room/plain-log.ts';
import { AT, DOC } from './cast.ts';
import { createStage } from './stage.ts';

const EVERY = 500;

describe('when a snapshot is made', () => {
  it.each([
    ['nothing was written', { updates: 0, tailBytes: 0, snapshotBytes: 0 }, false],
    ['less than the least', { updates: 300, tailBytes: 6_000, snapshotBytes: 0 }, false],
    ['the least', { updates: 500, tailBytes: 9_000, snapshotBytes: 0 }, true],
    ['a large paste', { updates: 1, tailBytes: 100_000, snapshotBytes: 30_000 }, true],
    ['a long text, and 500 keystrokes', { updates: 500, tailBytes: 9_000, snapshotBytes: 400_000 }, false],
    [
      'a long text, and 8,000 keystrokes',
      { updates: 8_000, tailBytes: 144_000, snapshotBytes: 400_000 },
      true,
    ],
  ])('R19, S63: %s', (_what, { updates, tailBytes, snapshotBytes }, due) => {
    const text = { seq: 1_000 + updates, snapshot: { seq: 1_000, bytes: snapshotBytes }, tailBytes };
    expect(isSnapshotDue(text as LiveText, EVERY)).toBe(due);
  });

  it('S63: the work of all snapshots grows with what was written, not with its square', () => {
    // Every keystroke adds 6 bytes to the state and 18 to the log.
    const text = { seq: 0, snapshot: { seq: 0, bytes: 0 }, tailBytes: 0 };
    let [written, encoded, made] = [0, 0, 0];
    for (let key = 0; key < 100_000; key += 1) {
      text.seq += 1;
      text.tailBytes += 18;
      written += 18;
      if (!isSnapshotDue(text as LiveText, EVERY)) continue;
      text.snapshot = { seq: text.seq, bytes: text.seq * 6 };
      text.tailBytes = 0;
      encoded += text.snapshot.bytes;
      made += 1;
    }
    expect(encoded).toBeLessThan(4 * written);
    expect(made).toBeLessThan(60);
  });

  it('S63: after one that failed the next is not tried with every keystroke', async () => {
    let tries = 0;
    const log = createPlainLog();
    const stage = createStage({
      log: {
        ...log,
        compact: async () => {
          tries += 1;
          throw new Error('no thread');
        },
      },
      limits: { snapshotEvery: 5 },
    });
    const anna = await stage.enter('Anna', 'drafter');
    for (const letter of 'A long paragraph that is typed in whatever snapshots do') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(13);
    expect(stage.reports).toHaveLength(tries);
    const ben = await (await stage.restart()).enter('Ben', 'observer');
    expect(ben.text.toString()).toBe(anna.text.toString());
  });
});

describe('loading', () => {
  it.each([
    ['many', 5_000, 1],
    ['large', 12, 100_000],
  ])('S64: others get their turn while a tail of %s updates is loaded', async (_name, updates, length) => {
    const doc = new Y.Doc();
    const rows: StoredUpdate[] = [];
    doc.on('update', (update: Uint8Array) =>
      rows.push({ seq: rows.length + 1, participantId: 'anna' as ParticipantId, at: AT, update }),
    );
    const text = doc.getText('text');
    for (let k = 0; k < updates; k += 1) text.insert(text.length, 'x'.repeat(length));
    const log: Pick<TextLog, 'load' | 'read' | 'owners'> = {
      load: async (_id, most) => ({ snapshot: null, tail: rows.slice(0, most) }),
      read: async (_id, after, limit) => rows.slice(after, after + limit),
      owners: async () => new Map(),
    };
    let turns = 0;
    let loading = true;
    const count = (): void => {
      turns += 1;
      if (loading) setImmediate(count);
    };
    setImmediate(count);
    const loaded = await loadLiveText(log as TextLog, DOC, (error) => {
      throw error;
    });
    loading = false;
    expect(turns).toBeGreaterThan(8);
    expect(loaded).toMatchObject({ seq: updates, snapshot: { seq: 0, bytes: 0 } });
    expect(loaded.tailBytes).toBe(rows.reduce((sum, { update }) => sum + update.length, 0));
    expect(loaded.doc.getText('text').length).toBe(updates * length);
  });
});
