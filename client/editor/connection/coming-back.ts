import { comeBackAfter } from '../../../shared/api/come-back.ts';
import { CLOSE } from '../../../shared/api/socket.ts';

/** When a line that ended is opened again. */
export interface ComingBack {
  opened(): void;
  /** The server has acknowledged something: earlier failures count no more. */
  proved(): void;
  /** The line ended; `again`: whether to come back by itself. */
  ended(code: number, again: boolean): void;
  /** The network seems to be back: sooner than planned; but a server that asked for rest gets it. */
  wake(): void;
  /** Somebody asks for it now: what failed before counts no more. */
  afresh(): void;
  /** Nothing is planned any more. */
  cancel(): void;
}

/** A connection that stood for this long, in ms, has proved itself as well. */
const PROVED = 10_000;
/** A whole house has its network back in one instant: its browsers come back within this time, in ms. */
const HOUSE_BACK = 1_000;

/** `open` opens the line where it is down; `anew` hangs up first. `random`: 0 to 1 (R55). */
export function comingBack(open: () => void, anew: () => void, random: () => number): ComingBack {
  let attempts = 0;
  let openedAt: number | null = null;
  let resting = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const plan = (act: () => void, ms: number): void => {
    cancel();
    timer = setTimeout(() => {
      timer = null;
      act();
    }, ms);
  };
  return {
    opened: () => {
      openedAt = Date.now();
      resting = false;
    },
    proved: () => {
      attempts = 0;
    },
    ended: (code, again) => {
      if (openedAt !== null && Date.now() - openedAt >= PROVED) attempts = 0;
      openedAt = null;
      resting = code === CLOSE.tryAgain || code === CLOSE.flooding;
      cancel();
      if (again) plan(open, comeBackAfter(code, attempts++, random()));
    },
    wake: () => {
      if (resting) return;
      attempts = 0;
      plan(anew, random() * HOUSE_BACK);
    },
    afresh: () => {
      cancel();
      attempts = 0;
      anew();
    },
    cancel,
  };
}
