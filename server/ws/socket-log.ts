import { CLOSE } from '../../shared/api/socket.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import { type Counters, countClosing, type SeatKind } from '../ports/counters.ts';
import type { Journal } from '../ports/journal.ts';
import type { Begun, FollowedSocket } from './followed-socket.ts';

/** Whose socket it is, as far as a log may tell. */
export interface SocketFacts {
  /** `sync` or `events`. */
  readonly door: string;
  /** Null where there is no such document: its name is then anybody's words. */
  readonly documentId: DocumentId | null;
  readonly participantId: ParticipantId | null;
  /** Null for somebody who is turned away. */
  readonly seat: SeatKind | null;
  /** Id of the upgrade request. */
  readonly requestId: string;
}

export interface SocketLog {
  /** Tells of a socket from its opening to its end, and counts how the server closed it. */
  follow(socket: FollowedSocket, facts: SocketFacts): void;
  /** An upgrade that was answered with an HTTP status. */
  turnedAway(status: number, requestId: string, reason: string): void;
}

/** Closings that say nothing against the client. */
const KINDLY: ReadonlySet<number> = new Set([CLOSE.goingAway, CLOSE.reauthorise]);

/** Lines about refusals in a second. A flood of them must not become one of the log. */
const LINES_A_SECOND = 20;

/**
 * W13: every socket has an id of its own, which its lines carry. Openings and ordinary ends stand at `debug`, refusals at
 * `info`. `now` in milliseconds.
 */
export function createSocketLog(
  journal: Journal,
  counters: Counters,
  newId: () => string,
  now: () => number,
): SocketLog {
  let second = 0;
  let lines = 0;
  let passedOver = 0;
  const refused = (what: string, facts: Parameters<Journal['info']>[1]): void => {
    const current = Math.floor(now() / 1_000);
    if (current !== second) {
      second = current;
      lines = 0;
    }
    lines += 1;
    if (lines > LINES_A_SECOND) {
      passedOver += 1;
      return;
    }
    journal.info(what, passedOver === 0 ? facts : { ...facts, passedOver });
    passedOver = 0;
  };

  const countBegun = ({ code, reason }: Begun): void => countClosing(counters, code, reason);

  return {
    follow(socket, facts) {
      const connection = newId();
      const since = now();
      if (facts.seat !== null) journal.debug('socket opened', { connection, ...facts });
      socket.whenBegun = countBegun;
      socket.on('close', (code: number) => {
        const { begun } = socket;
        const seconds = Math.round(now() - since) / 1_000;
        if (begun === null) {
          journal.debug('socket closed by the client', { connection, ...facts, code, seconds });
          return;
        }
        const ended = { connection, ...facts, ...begun, seconds };
        if (KINDLY.has(begun.code)) journal.debug('socket closed', ended);
        else refused('socket refused', ended);
      });
    },
    turnedAway(status, requestId, reason) {
      countClosing(counters, status, reason);
      refused('upgrade refused', { status, reason, requestId });
    },
  };
}
