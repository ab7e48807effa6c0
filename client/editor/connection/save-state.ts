import type { Phase } from '../../../shared/model/document.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { unreachable } from '../../../shared/model/result.ts';
import type { Refusal } from '../../../shared/policy/can.ts';

/** Why the server turned a frame away, although this person may write. `cannot-store`: its disk is full, or its store away. */
export type RefusedFrame = 'rate' | 'cannot-store' | 'too-large' | 'garbage' | 'forged' | 'misplaced';

/**
 * What the save line says. `changes` counts what the server has not acknowledged as durable.
 * `onDevice` says whether those changes would survive closing the page.
 */
export type SaveState =
  /** The first connection of this visit is being made. */
  | { readonly kind: 'connecting'; readonly changes: number; readonly onDevice: boolean }
  /** Everything written here is durable on the server. `at`: when that was acknowledged; null if nothing was written. */
  | { readonly kind: 'saved'; readonly at: IsoTime | null }
  | { readonly kind: 'saving'; readonly changes: number }
  | {
      readonly kind: 'offline';
      readonly changes: number;
      readonly onDevice: boolean;
      readonly since: IsoTime;
      /** The server let go of a line that could not keep up. */
      readonly slow: boolean;
    }
  | {
      readonly kind: 'read-only';
      readonly reason: Refusal;
      readonly phase: Phase;
      readonly closesAt: IsoTime | null;
    }
  /** Connected, but the server turned frames away; the words stand and are tried again unless `final`. */
  | {
      readonly kind: 'refused';
      readonly reason: RefusedFrame;
      readonly detail: string;
      readonly changes: number;
      readonly onDevice: boolean;
      readonly final: boolean;
    }
  /** 4401. Words are kept on the device; `reconnect()` after signing in. */
  | { readonly kind: 'signed-out'; readonly changes: number; readonly onDevice: boolean }
  /** Somebody else is signed in now, in another tab. Nothing is sent under that name. */
  | { readonly kind: 'other-participant'; readonly changes: number; readonly onDevice: boolean }
  /** 4403 twice in a row: this text may not be seen any more. Words are kept. */
  | { readonly kind: 'no-access'; readonly changes: number; readonly onDevice: boolean }
  /** 4404. */
  | { readonly kind: 'not-found'; readonly changes: number; readonly onDevice: boolean }
  /** 4426: the program is newer on the server; words are kept and sent after a reload. */
  | { readonly kind: 'reload-needed'; readonly changes: number; readonly onDevice: boolean };

/** Why no connection is tried any more until `reconnect()`. */
export type Halt = 'signed-out' | 'other-participant' | 'no-access' | 'not-found' | 'reload-needed';

/** All that the save line depends on. */
export interface SaveFacts {
  readonly link: 'never' | 'open' | 'down';
  readonly since: IsoTime;
  /** Why the line is down: it could not keep up. */
  readonly slow: boolean;
  /** True once this connection has exchanged both sync steps. */
  readonly synced: boolean;
  readonly changes: number;
  readonly onDevice: boolean;
  readonly savedAt: IsoTime | null;
  readonly readOnly: {
    readonly reason: Refusal;
    readonly phase: Phase;
    readonly closesAt: IsoTime | null;
  } | null;
  readonly refused: {
    readonly reason: RefusedFrame;
    readonly detail: string;
    readonly final: boolean;
  } | null;
  readonly halt: Halt | null;
}

/** The one place that decides what the save line says. Says "saved" only when nothing is unacknowledged. */
export function saveState(facts: SaveFacts): SaveState {
  const { changes, onDevice } = facts;
  if (facts.halt !== null) return { kind: facts.halt, changes, onDevice };
  if (facts.refused !== null && (changes > 0 || facts.refused.final))
    return { kind: 'refused', ...facts.refused, changes, onDevice };
  switch (facts.link) {
    case 'never':
      return { kind: 'connecting', changes, onDevice };
    case 'down':
      return { kind: 'offline', changes, onDevice, since: facts.since, slow: facts.slow };
    case 'open':
      if (changes > 0) return { kind: 'saving', changes };
      if (!facts.synced) return { kind: 'connecting', changes, onDevice };
      if (facts.readOnly !== null) return { kind: 'read-only', ...facts.readOnly };
      return { kind: 'saved', at: facts.savedAt };
    default:
      return unreachable(facts.link);
  }
}
