import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Claim, TextLog } from '../ports/text-log.ts';
import type { Timers } from './timers.ts';

export interface ClaimQueue {
  /** Binds an announced clientID durably; the first claim wins. Answers the owner that stands. */
  claim(claim: Claim): Promise<ParticipantId>;
}

interface WaitingClaim {
  readonly claim: Claim;
  readonly done: (owner: ParticipantId) => void;
  readonly failed: (error: unknown) => void;
}

/** One flush to disk for all that was announced in a turn, in whatever room: a thousand may enter at once. */
export function createClaimQueue(log: Pick<TextLog, 'claim'>, timers: Timers): ClaimQueue {
  let waiting: WaitingClaim[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    log.claim(group.map(({ claim }) => claim)).then(
      (owners) => {
        for (const [k, { done }] of group.entries()) done(owners[k] as ParticipantId);
      },
      (error: unknown) => {
        for (const { failed } of group) failed(error);
      },
    );
  };
  return {
    claim: (claim) =>
      new Promise((done, failed) => {
        waiting.push({ claim, done, failed });
        if (waiting.length === 1) timers.soon(flush);
      }),
  };
}
