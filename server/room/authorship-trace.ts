import * as Y from 'yjs';
import type { IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId, StoredUpdate } from '../ports/text-log.ts';

/** Clocks of one clientID that one person inserted, or deleted, in one go. `end` is behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly by: ParticipantId;
  /** Time of the first and last act of the span, in milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
}

/**
 * The update log replayed with everything deleted kept, and for every character who brought it and who deleted it.
 * Grows with the log; nothing in it ever changes.
 */
export interface AuthorshipTrace {
  readonly doc: Y.Doc;
  seq: number;
  readonly inserted: Map<ClientId, Span[]>;
  readonly deleted: Map<ClientId, Span[]>;
}

/** Acts of one person that follow one another within this time are one span: a spell of typing, not its keystrokes. */
export const SPELL = 5 * 60_000;

export const createTrace = (): AuthorshipTrace => ({
  // Its `Y.Text` must stay unopened: an opened one deletes doubled formatting under nobody's name.
  doc: new Y.Doc({ gc: false }),
  seq: 0,
  inserted: new Map(),
  deleted: new Map(),
});

/** R21: replays further updates of the log, in order. */
export function extendTrace(trace: AuthorshipTrace, updates: readonly StoredUpdate[]): void {
  for (const { seq, participantId, at, update } of updates) {
    const act = { by: participantId, first: Date.parse(at), last: Date.parse(at) };
    let transaction: Y.Transaction | undefined;
    trace.doc.transact((running) => {
      transaction = running;
      Y.applyUpdate(trace.doc, update);
    });
    const { beforeState, afterState, deleteSet } = transaction as unknown as Y.Transaction;
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0;
      if (end > start) addSpan(trace.inserted, client, { start, end, ...act });
    }
    for (const [client, ranges] of deleteSet.clients)
      for (const { clock, len } of ranges)
        addSpan(trace.deleted, client, { start: clock, end: clock + len, ...act });
    trace.seq = seq;
  }
}

/** Keeps the spans of a clientID sorted and apart: each clock is inserted once and deleted once. */
function addSpan(spans: Map<ClientId, Span[]>, client: ClientId, span: Span): void {
  const list = spans.get(client);
  if (list === undefined) {
    spans.set(client, [span]);
    return;
  }
  const index = firstEndingAfter(list, span.start);
  const before = list[index - 1];
  const after = list[index];
  if (before !== undefined && before.end === span.start && isOneSpell(before, span))
    list[index - 1] = joined(before, span);
  else if (after !== undefined && span.end === after.start && isOneSpell(after, span))
    list[index] = joined(after, span);
  else list.splice(index, 0, span);
}

const isOneSpell = (a: Span, b: Span): boolean =>
  a.by === b.by && Math.max(a.last, b.last) - Math.min(a.first, b.first) <= SPELL;

const joined = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
  by: a.by,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** Index of the first span that ends behind `clock`; the list's length when there is none. */
function firstEndingAfter(list: readonly Span[], clock: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Span).end > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span that holds a clock. */
export function spanAt(spans: ReadonlyMap<ClientId, Span[]>, client: ClientId, clock: number): Span | null {
  const list = spans.get(client) ?? [];
  const span = list[firstEndingAfter(list, clock)];
  return span !== undefined && span.start <= clock ? span : null;
}

export const timeOf = (milliseconds: number): IsoTime => new Date(milliseconds).toISOString() as IsoTime;
