import { CLOSE, type RefusedReason } from '../../../shared/api/socket.ts';
import type { Halt, RefusedFrame } from './save-state.ts';

/** Refusals in a row, since the server last acknowledged something or welcomed this person as a reader. */
export interface Refusals {
  readonly denied: number;
  readonly forged: number;
  readonly oversized: number;
  readonly garbage: number;
  readonly flooding: number;
  readonly misplaced: number;
}

export const NO_REFUSALS: Refusals = {
  denied: 0,
  forged: 0,
  oversized: 0,
  garbage: 0,
  flooding: 0,
  misplaced: 0,
};

/** What to do about unsent words before coming back. */
export type Mend =
  | 'nothing'
  /** Write them again under a new clientID. */
  | 'rebuild'
  /** The same where there are any: how they were written, and not that they were, may be what was turned away. */
  | 'rebuild-unsent'
  /** Take them out of the text and keep them beside it. */
  | 'keep-forged'
  | 'keep-misplaced'
  | 'keep-too-large';

export interface AfterClose {
  readonly retry: boolean;
  readonly halt: Halt | null;
  readonly refused: RefusedFrame | null;
  /** The line did not carry what happens here: it is there, and comes back. */
  readonly slow: boolean;
  readonly mend: Mend;
  readonly refusals: Refusals;
}

/** A frame that the server cannot read may have been mangled on the way; three are a fault of ours. */
const GARBAGE_LIMIT = 3;

/**
 * Each close code in its own way (docs/protocol.md, Socket). Codes not named here are a connection that broke. `why`:
 * what the server said just before (message 105), if it did.
 */
export function afterClose(code: number, before: Refusals, why: RefusedReason | null = null): AfterClose {
  const again: AfterClose = {
    retry: true,
    halt: null,
    refused: null,
    slow: false,
    mend: 'nothing',
    refusals: before,
  };
  const halted = (halt: Halt): AfterClose => ({ ...again, retry: false, halt });
  switch (code) {
    case CLOSE.notSignedIn:
      return halted('signed-out');
    case CLOSE.noDocument:
      return halted('not-found');
    case CLOSE.otherSchema:
      return halted('reload-needed');
    case CLOSE.notPermitted: {
      // Once: access may have changed while words were on their way; the next connection says what holds.
      const refusals = { ...before, denied: before.denied + 1 };
      return refusals.denied > 1 ? { ...halted('no-access'), refusals } : { ...again, refusals };
    }
    case CLOSE.forged: {
      const refusals = { ...before, forged: before.forged + 1 };
      const mend = refusals.forged === 1 ? 'rebuild' : 'keep-forged';
      return { ...again, refused: 'forged', mend, retry: refusals.forged < 4, refusals };
    }
    case CLOSE.oversized: {
      const refusals = { ...before, oversized: before.oversized + 1 };
      const mend = refusals.oversized === 1 ? 'nothing' : 'keep-too-large';
      return { ...again, refused: 'too-large', mend, refusals };
    }
    case CLOSE.flooding: {
      if (why === 'misplaced') {
        const refusals = { ...before, misplaced: before.misplaced + 1 };
        const mend = refusals.misplaced === 1 ? 'rebuild-unsent' : 'keep-misplaced';
        return { ...again, refused: 'misplaced', mend, retry: refusals.misplaced < 4, refusals };
      }
      // Rest alone brings through what was too much at once, but not what is turned away for where it stands.
      const refusals = { ...before, flooding: before.flooding + 1 };
      const mend = refusals.flooding === 2 ? 'rebuild-unsent' : 'nothing';
      return { ...again, refused: 'rate', mend, refusals };
    }
    case CLOSE.tryAgain:
      // It is also said to whoever was too slow to hear: their words were not refused.
      if (why === 'slow' || why === 'crowded') return { ...again, slow: why === 'slow' };
      return { ...again, refused: why === 'rate' ? 'rate' : 'cannot-store' };
    case CLOSE.garbage: {
      const refusals = { ...before, garbage: before.garbage + 1 };
      return { ...again, refused: 'garbage', retry: refusals.garbage < GARBAGE_LIMIT, refusals };
    }
    default:
      return again;
  }
}
