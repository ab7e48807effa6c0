import * as Y from 'yjs';
import { readUpdate } from '../../../../server/room/update-reader.ts';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { fingerprint } from '../core/check.ts';
import { type Dialect, NOTHING_KNOWN, NOTHING_NEW } from '../core/dialect.ts';
import { type Address, type Line, openLine } from '../core/line.ts';

/** What somebody has who comes: nothing, or the text up to some moment. */
export interface Baggage {
  readonly stateVector: Uint8Array;
  /** The answer to a server that has everything: no structs, and the deletions one knows. */
  readonly reply: Uint8Array;
  /** The text itself, as an update. */
  readonly state: Uint8Array;
}

export const NO_BAGGAGE: Baggage = {
  stateVector: NOTHING_KNOWN,
  reply: NOTHING_NEW,
  state: NOTHING_NEW,
};

export function baggageOf(state: Uint8Array): Baggage {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const stateVector = Y.encodeStateVector(doc);
  const reply = Y.encodeStateAsUpdate(doc, stateVector);
  doc.destroy();
  return { stateVector, reply, state };
}

/** Somebody who comes into a large room and looks only at how far what it is sent reaches. */
export interface Visitor {
  readonly line: Line;
  /** When it had everything: `performance.now()`, or null. */
  readonly doneAt: number | null;
}

/** A crowd of visitors who all wait for the same text. What they are sent is taken apart once for all. */
export interface Crowd {
  enter(address: Address, baggage: Baggage): Promise<Visitor>;
  /** Resolves when all who came have everything; rejects after `patience` milliseconds. */
  all(patience?: number): Promise<void>;
  /** Drops all lines and forgets everybody; what they were sent stays for `check`. */
  leave(): void;
  /** Puts together what was sent for each kind of baggage: the number of visitors whose text is not the whole one. */
  wrong(): number;
  /** Bytes of text that were received, over all. */
  received(): number;
}

interface Heard {
  readonly number: number;
  readonly bytes: Buffer;
  readonly update: Uint8Array | null;
  readonly asks: boolean;
  readonly reaches: readonly { readonly client: number; readonly start: number; readonly end: number }[];
}

/** Different messages that are remembered to be compared with. */
const REMEMBERED = 256;

export function createCrowd(dialect: Dialect, whole: Uint8Array): Crowd {
  const ends = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(whole));
  const remembered: Heard[] = [];
  let heardSoFar = 0;
  let received = 0;
  const visitors: { doneAt: number | null; line: Line | null; ended: string | null }[] = [];
  const histories = new Map<Baggage, Map<string, { updates: readonly Heard[]; count: number }>>();
  const told: { baggage: Baggage; heard: Heard[] }[] = [];

  const hear = (bytes: Buffer, start: number, end: number): Heard => {
    for (const known of remembered)
      if (known.bytes.length === end - start && bytes.compare(known.bytes, 0, end - start, start, end) === 0)
        return known;
    const copy = Buffer.from(bytes.subarray(start, end));
    const message = dialect.hear(copy);
    const update = message.kind === 'update' ? message.update : null;
    heardSoFar += 1;
    const heard: Heard = {
      number: heardSoFar,
      bytes: copy,
      update,
      asks: message.kind === 'asks',
      reaches: update === null ? [] : (readUpdate(update)?.sections ?? []),
    };
    remembered.unshift(heard);
    remembered.length = Math.min(remembered.length, REMEMBERED);
    return heard;
  };

  return {
    async enter(address, baggage) {
      const has = new Map(Y.decodeStateVector(baggage.stateVector));
      let lacking = [...ends].filter(([client, end]) => (has.get(client) ?? 0) < end).length;
      let answered = false;
      const mine = { baggage, heard: [] as Heard[] };
      const visitor = {
        doneAt: null as number | null,
        line: null as Line | null,
        ended: null as string | null,
      };
      told.push(mine);
      visitors.push(visitor);
      const line = await openLine(address, {
        open(opened) {
          visitor.line = opened;
          opened.sendAll(dialect.hello(baggage.stateVector));
        },
        message(bytes, start, end) {
          const heard = hear(bytes, start, end);
          if (heard.asks) visitor.line?.send(dialect.whole(baggage.reply));
          if (heard.update === null) return;
          answered = true;
          mine.heard.push(heard);
          received += heard.bytes.length;
          for (const { client, start: from, end: to } of heard.reaches) {
            const wanted = ends.get(client) ?? 0;
            const had = has.get(client) ?? 0;
            if (from > had || to <= had) continue;
            has.set(client, to);
            if (had < wanted && to >= wanted) lacking -= 1;
          }
          if (lacking === 0 && answered) visitor.doneAt ??= performance.now();
        },
        ended: (why) => {
          visitor.ended = why;
        },
      });
      visitor.line = line;
      return visitor as Visitor;
    },
    async all(patience = 20_000) {
      const deadline = performance.now() + patience;
      while (visitors.some(({ doneAt }) => doneAt === null)) {
        const gone = visitors.find(({ ended }) => ended !== null);
        if (gone !== undefined) throw new Error(`a line ended: ${gone.ended}`);
        if (performance.now() > deadline) throw new Error('not everybody got the whole text');
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    leave() {
      for (const { line } of visitors) line?.drop();
      visitors.length = 0;
      for (const { baggage, heard } of told) {
        const kinds = histories.get(baggage) ?? new Map();
        histories.set(baggage, kinds);
        const key = heard.map(({ number }) => number).join(' ');
        const known = kinds.get(key) ?? { updates: heard, count: 0 };
        kinds.set(key, { ...known, count: known.count + 1 });
      }
      told.length = 0;
    },
    received: () => received,
    wrong() {
      const right = shownBy([whole]);
      let wrong = 0;
      for (const [{ state }, kinds] of histories)
        for (const { updates, count } of kinds.values())
          if (shownBy([state, ...updates.map(({ update }) => update as Uint8Array)]) !== right)
            wrong += count;
      return wrong;
    },
  };
}

function shownBy(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const shown = fingerprint(doc.getText(TEXT_NAME));
  doc.destroy();
  return shown;
}
