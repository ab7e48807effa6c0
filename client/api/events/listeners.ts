import type { DocumentEvent } from '../../../shared/model/event.ts';
import { turnOf } from './turns.ts';

/**
 * What listeners hear: an event of the document; `back`, when the line was down or is new, so that something may
 * have been missed; `anew`, when access may have changed and nothing known before counts.
 */
export type Heard = DocumentEvent | { readonly kind: 'back' } | { readonly kind: 'anew' };
export type Listener = (heard: Heard) => void;

type RegisterChanged = Extract<DocumentEvent, { kind: 'register-changed' }>;

/** What the register reached within this time is told once, in ms: a whole room asks for it otherwise at one instant. */
const GATHER = 800;

/** Who listens to a document's events in this page, and when they are told. */
export interface Listeners {
  count(): number;
  /** Answers a function that ends it. */
  add(listener: Listener): () => void;
  /** Tells at once; of the register, how far it reached, after a while of chance length, and to a hidden page nothing. */
  tell(heard: DocumentEvent): void;
  /** Tells one after the other that something may have been missed: each will ask the server for it. */
  tellInTurn(kind: 'back' | 'anew'): void;
}

export interface ListenersPorts {
  readonly random: () => number;
  readonly setTimer: (act: () => void, ms: number) => unknown;
  /** Whether nobody looks at the page now. What it misses it asks for when it is looked at again. */
  readonly hidden: () => boolean;
}

export function createListeners(ports: ListenersPorts): Listeners {
  /** Each with what it will be told in its turn. */
  const listeners = new Map<Listener, 'nothing' | 'back' | 'anew'>();
  let reached: RegisterChanged | null = null;

  const tellAll = (heard: Heard): void => {
    for (const listener of [...listeners.keys()]) listener(heard);
  };
  const gather = (heard: RegisterChanged): void => {
    const before = reached;
    reached = before === null ? heard : merge(before, heard);
    if (before !== null) return;
    ports.setTimer(() => {
      const now = reached;
      reached = null;
      if (now !== null && !ports.hidden()) tellAll(now);
    }, ports.random() * GATHER);
  };
  return {
    count: () => listeners.size,
    add: (listener) => {
      listeners.set(listener, 'nothing');
      return () => listeners.delete(listener);
    },
    tell: (heard) => {
      if (heard.kind === 'register-changed') gather(heard);
      else tellAll(heard);
    },
    tellInTurn: (kind) => {
      if (kind === 'back' && ports.hidden()) return;
      let k = 0;
      for (const [listener, waiting] of listeners) {
        if (waiting !== 'anew') listeners.set(listener, kind);
        if (waiting !== 'nothing') continue;
        ports.setTimer(
          () => {
            const due = listeners.get(listener) ?? 'nothing';
            if (due === 'nothing') return;
            listeners.set(listener, 'nothing');
            listener({ kind: due });
          },
          turnOf(k, ports.random()),
        );
        k += 1;
      }
    },
  };
}

/** Both as one: as far as either reaches, and of positions alone only if both are. */
function merge(before: RegisterChanged, heard: RegisterChanged): RegisterChanged {
  const { only: _, ...later } = heard;
  const head = Math.max(before.head, heard.head);
  return before.only !== undefined && heard.only !== undefined ? { ...heard, head } : { ...later, head };
}
