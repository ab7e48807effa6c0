import type { PositionsAnswer } from '../../../shared/api/position.ts';
import { isTaken, ownHeld } from '../../../shared/domain/held-position.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { EntryOf } from '../../../shared/model/register.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { EventHub } from '../events/event-hub.ts';
import { createWatchers } from '../events/watchers.ts';
import { askAgainAfter, type Failure, passesByItself } from '../request.ts';
import {
  apply,
  type HeldChange,
  indexRow,
  type KnownPositions,
  type PositionsReading,
} from './known-positions.ts';
import { readGone, readHeld, readTies } from './read-held.ts';

export interface PositionsState {
  /** Whether it has been read once. */
  readonly ready: boolean;
  readonly reading: PositionsReading | null;
  /** Rises whenever something changed. */
  readonly at: number;
  /** Why it could not be read last time, or null. */
  readonly failure: Failure | null;
}

/** The positions on one version on this device: read once, then followed through events while somebody watches. */
export interface PositionsStore {
  get(): PositionsState;
  /** Calls `listener` after every change until the answer is called. Reading begins with the first listener. */
  subscribe(listener: () => void): () => void;
  /** Puts the answer of an act in at once. */
  put(entries: readonly EntryOf<'position'>[]): void;
  /** Asks for what is lacking: after an act whose consequences the server works out. */
  refresh(): void;
  /** Whoever reads now may see other rows than before: everything is read again. */
  anew(): void;
}

export interface PositionsPorts {
  readonly documentId: DocumentId;
  ask(after: number): Promise<Result<PositionsAnswer, Failure>>;
  readonly events: Pick<EventHub, 'listen'>;
  readonly random: () => number;
  readonly setTimer: (act: () => void, ms: number) => unknown;
}

/** Between two answers, in ms: whatever is told meanwhile is asked for at once. Nobody sees a tenth of a second. */
const PAUSE = 100;
/** Timers may end a little early, in ms. */
const TIMER_SLACK = 50;
/** The longest time a timer takes, in ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function createPositionsStore(ports: PositionsPorts): PositionsStore {
  let state: PositionsState = { ready: false, reading: null, at: 0, failure: null };
  let known: KnownPositions | null = null;
  let head = 0;
  /** Rises when what is on its way must not count any more. */
  let era = 0;
  let busy: 'no' | 'asking' | 'pausing' = 'no';
  /** What is to be asked for after the answer under way. */
  let next: 'nothing' | 'newer' | 'all' = 'nothing';
  let failures = 0;
  /** What acts put in that no answer has told yet, by holder and paragraph. */
  const ahead = new Map<string, { readonly seq: number; readonly change: HeldChange }>();

  const set = (now: Omit<PositionsState, 'at'>): void => {
    state = { ...now, at: state.at + 1 };
    watchers.tell();
  };

  const take = (answer: PositionsAnswer): void => {
    head = answer.head;
    const ties = answer.ties === null ? null : readTies(answer.ties);
    if (answer.whole || known === null)
      known = { version: answer.version, held: new Map(), ties: ties ?? new Map(), log: [] };
    else if (ties !== null) known = { ...known, ties, log: [] };
    for (const part of answer.parts) {
      for (const { holder, held } of readHeld(ports.documentId, part)) {
        const key = holderKey(holder);
        // A matrix is filled holder by holder; nobody follows it yet, so nothing has to be logged.
        if (answer.whole && !known.held.has(key)) known.held.set(key, indexRow(held));
        else for (const one of held) apply(known, { holder, paragraph: one.paragraph, held: one });
      }
      for (const gone of readGone(part)) apply(known, { ...gone, held: null });
    }
    for (const [key, { seq, change }] of ahead)
      if (seq <= head) ahead.delete(key);
      else apply(known, change);
    const wait = answer.ties?.changesIn ?? null;
    if (wait !== null) lookAgainIn(wait, era);
  };

  /** Memberships that begin or end change who is spoken for; nothing is told of that. */
  const lookAgainIn = (ms: number, mine: number): void => {
    ports.setTimer(
      () => mine === era && watchers.any() && read('all'),
      Math.min(LONGEST_TIMER, ms + TIMER_SLACK),
    );
  };

  const read = (what: 'newer' | 'all'): void => {
    if (busy === 'no') void ask(what);
    else if (next !== 'all') next = what;
  };
  const ask = async (what: 'newer' | 'all'): Promise<void> => {
    busy = 'asking';
    const mine = what === 'all' ? ++era : era;
    const answer = await ports.ask(what === 'all' ? 0 : head);
    if (mine === era) {
      if (answer.ok && !answer.value.whole && answer.value.version !== known?.version) {
        // The latest version is another now: what changed on it says nothing of the rest.
        next = 'all';
      } else if (answer.ok) {
        failures = 0;
        take(answer.value);
        set({ ready: true, reading: known, failure: null });
      } else if (passesByItself(answer.error)) {
        set({ ...state, failure: answer.error });
        ports.setTimer(
          () => mine === era && watchers.any() && read(what),
          askAgainAfter(answer.error, failures++, ports.random()),
        );
      } else {
        // Not allowed, or gone: what was known is not shown any longer.
        known = null;
        head = 0;
        set({ ready: true, reading: null, failure: answer.error });
      }
    }
    busy = 'pausing';
    ports.setTimer(() => {
      busy = 'no';
      const wanted = next;
      next = 'nothing';
      if (wanted !== 'nothing' && watchers.any()) void ask(wanted);
    }, PAUSE);
  };

  const watchers = createWatchers(() => {
    const stop = ports.events.listen((heard) => {
      if (heard.kind === 'register-changed') {
        if (heard.head > head) read('newer');
      } else if (heard.kind === 'back') read('newer');
      else if (heard.kind === 'version-published' || heard.kind === 'anew') read('all');
    });
    read('newer');
    return stop;
  });

  return {
    get: () => state,
    subscribe: watchers.subscribe,
    put: (entries) => {
      if (known === null) return;
      for (const { seq, row } of entries) {
        if (seq <= head || row.version !== known.version) continue;
        const { holder, paragraph } = row;
        const change: HeldChange = { holder, paragraph, held: isTaken(row) ? ownHeld(row) : null };
        ahead.set(`${holderKey(holder)} ${paragraph}`, { seq, change });
        apply(known, change);
      }
      set({ ...state, reading: known });
    },
    refresh: () => {
      if (watchers.any()) read('newer');
    },
    anew: () => {
      if (watchers.any()) {
        era += 1;
        read('all');
      } else {
        known = null;
        head = 0;
        state = { ready: false, reading: null, at: state.at + 1, failure: null };
      }
    },
  };
}
