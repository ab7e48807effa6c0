import { describe, expect, it } from 'vitest';
import { SYNC } from '../../shared/api/socket.ts';
import { DOC } from '../server/room/cast.ts';
import { made } from '../server/room/made-update.ts';
import { createStage } from '../server/room/stage.ts';
import { syncMessage } from '../server/room/test-client.ts';

const beside = (client: number, clock = 0) => ({ client, clock });
const struct = (origin: { client: number; clock: number } | null, clock = 0, length = 1) => ({
  clock,
  length,
  origin,
  rightOrigin: null,
});

describe('F33: structs that build on each other in a circle', () => {
  it.each([
    [
      'two that build on each other',
      new Map([
        [4_001, [struct(beside(4_002))]],
        [4_002, [struct(beside(4_001))]],
      ]),
    ],
    [
      'three',
      new Map([
        [4_001, [struct(beside(4_002))]],
        [4_002, [struct(beside(4_003))]],
        [4_003, [struct(beside(4_001))]],
      ]),
    ],
    [
      'one that waits for two in a circle',
      new Map([
        [4_003, [struct(beside(4_002))]],
        [4_002, [struct(beside(4_001))]],
        [4_001, [struct(beside(4_002))]],
      ]),
    ],
  ])('%s', async (_what, groups) => {
    for (const step of [SYNC.update, SYNC.step2]) {
      const stage = createStage();
      const anna = await stage.enter('Anna', 'drafter');
      const eve = await stage.enter('Eve', 'drafter');
      eve.send(syncMessage(step, made(groups)));
      anna.text.insert(1, 'Words');
      await stage.quiet();
      expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('Words');
      expect(stage.reports).toEqual([]);
    }
  });
});
