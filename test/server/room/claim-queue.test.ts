import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../server/ports/text-log.ts';
import { createClaimQueue } from '../../../server/room/claim-queue.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { createTestTimers } from './test-timers.ts';

const claim = (documentId: string, clientId: number): Claim => ({
  documentId: documentId as DocumentId,
  clientId,
  participantId: 'anna' as ParticipantId,
});

describe('announced clientIDs', () => {
  it('R7: what is announced in a turn, in all rooms, is bound in one commit', async () => {
    const timers = createTestTimers();
    const batches: number[][] = [];
    const queue = createClaimQueue(
      {
        claim: async (claims) => {
          batches.push(claims.map(({ clientId }) => clientId));
          return claims.map(({ clientId }) => `owner of ${clientId}` as ParticipantId);
        },
      },
      timers,
    );
    const owners = Promise.all([queue.claim(claim('a', 1)), queue.claim(claim('b', 2))]);
    await timers.settle();
    expect(await owners).toEqual(['owner of 1', 'owner of 2']);
    const later = queue.claim(claim('a', 3));
    await timers.settle();
    expect(await later).toBe('owner of 3');
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('R7: a log that cannot be written answers everybody, and the next turn goes on', async () => {
    const timers = createTestTimers();
    let full = true;
    const queue = createClaimQueue(
      {
        claim: async (claims) => {
          if (full) throw new Error('disk full');
          return claims.map(({ participantId }) => participantId);
        },
      },
      timers,
    );
    const refused = Promise.allSettled([queue.claim(claim('a', 1)), queue.claim(claim('a', 2))]);
    await timers.settle();
    expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    full = false;
    const bound = queue.claim(claim('a', 1));
    await timers.settle();
    expect(await bound).toBe('anna');
  });
});
