import type { RegisterEntry } from '../../../shared/model/register.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { EventHub } from '../events/event-hub.ts';
import { createWatchers } from '../events/watchers.ts';
import { askAgainAfter, type Failure, passesByItself } from '../request.ts';
import {
  bringsOlderRows,
  EMPTY_COPY,
  putEntries,
  type RegisterCopy,
  type RegisterPage,
  takePage,
} from './register-copy.ts';

/** What the page knows of a register now. */
export interface RegisterState {
  /** Whether it has been read once. */
  readonly ready: boolean;
  readonly copy: RegisterCopy;
  /** Why it could not be read last time, or null. */
  readonly failure: Failure | null;
}

/** A document's register on this device: read once, then kept up to date by events while somebody watches. */
export interface RegisterStore {
  get(): RegisterState;
  /** Calls `listener` after every change until the answer is called. Reading begins with the first listener. */
  subscribe(listener: () => void): () => void;
  /** Puts the answer of an act in at once. */
  put(entry: RegisterEntry): void;
  /** Whoever reads now may see other rows than before: everything is read again. */
  anew(): void;
}

export interface StorePorts {
  ask(after: number): Promise<Result<RegisterPage, Failure>>;
  readonly events: Pick<EventHub, 'listen'>;
  readonly random: () => number;
  readonly setTimer: (act: () => void, ms: number) => unknown;
}

const NOTHING: RegisterState = { ready: false, copy: EMPTY_COPY, failure: null };

export function createRegisterStore(ports: StorePorts): RegisterStore {
  let state = NOTHING;
  /** Rises when what is on its way must not count any more. */
  let reading = 0;
  let underWay = false;
  /** What is to be asked for after the answer under way. */
  let next: 'nothing' | 'newer' | 'all' = 'nothing';
  let failures = 0;
  /** What acts put in while an answer was on its way that may be older. */
  let meanwhile: RegisterEntry[] = [];

  const set = (now: RegisterState): void => {
    state = now;
    watchers.tell();
  };

  const read = async (all: boolean): Promise<void> => {
    if (underWay) {
      next = all || next === 'all' ? 'all' : 'newer';
      return;
    }
    underWay = true;
    const mine = ++reading;
    const before = all ? EMPTY_COPY : state.copy;
    meanwhile = [];
    const answer = await ports.ask(before.head);
    underWay = false;
    if (mine !== reading) return follow();
    if (answer.ok) {
      failures = 0;
      if (bringsOlderRows(before, answer.value)) next = 'all';
      const copy = putEntries(takePage(all ? EMPTY_COPY : state.copy, answer.value), meanwhile);
      if (copy !== state.copy || !state.ready || state.failure !== null)
        set({ ready: true, copy, failure: null });
    } else if (passesByItself(answer.error)) {
      set({ ...state, failure: answer.error });
      ports.setTimer(
        () => watchers.any() && void read(all),
        askAgainAfter(answer.error, failures++, ports.random()),
      );
    } else {
      // Not allowed, or gone: what was known is not shown any longer.
      set({ ready: true, copy: EMPTY_COPY, failure: answer.error });
    }
    follow();
  };
  const follow = (): void => {
    const what = next;
    next = 'nothing';
    if (what !== 'nothing' && watchers.any()) void read(what === 'all');
  };

  const watchers = createWatchers(() => {
    const stop = ports.events.listen((heard) => {
      if (heard.kind === 'register-changed') {
        if (heard.head > state.copy.head && heard.only === undefined) void read(false);
      } else if (heard.kind === 'back' || heard.kind === 'members-changed') void read(false);
      else if (heard.kind === 'anew') void read(true);
    });
    void read(false);
    return stop;
  });

  return {
    get: () => state,
    subscribe: watchers.subscribe,
    put: (entry) => {
      if (underWay) meanwhile.push(entry);
      const copy = putEntries(state.copy, [entry]);
      if (copy !== state.copy) set({ ...state, copy });
    },
    anew: () => {
      if (!watchers.any()) {
        state = NOTHING;
        return;
      }
      reading += 1;
      void read(true);
    },
  };
}
