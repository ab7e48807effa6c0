/**
 * `npm run measure:storage`: what a text of 15,000 words with 100,000 keystrokes of history costs: loading it from
 * snapshot and tail and from the log alone, and making its snapshot in the room's thread (as up to 0.1) and in one of
 * its own. A pause is the longest time for which nothing else had its turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pass } from 'node:timers/promises';
import * as Y from 'yjs';
import type { TextLog } from '../../../server/ports/text-log.ts';
import { loadLiveText } from '../../../server/room/load-text.ts';
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../../shared/model/ids.ts';
import { fillTextLog } from '../rooms/load-text.ts';
import { createLongText, LONG_TEXT } from '../rooms/long-text.ts';

const DOC = 'long' as DocumentId;
const ROUNDS = 7;
const folder = mkdtempSync(join(tmpdir(), 'sounding-board-measure-'));
const store = openSqliteStore(folder, new Date().toISOString() as IsoTime);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Time and longest pause of `act`, medians of some rounds after one to warm up, in milliseconds. */
async function measure(what: string, act: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const pauses: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await pass(5);
    const startedAt = performance.now();
    await act();
    const time = performance.now() - startedAt;
    await pass(5);
    delay.disable();
    if (round === 0) continue;
    times.push(time);
    pauses.push(delay.max / 1e6);
  }
  process.stdout.write(
    `${what.padEnd(58)} ${median(times).toFixed(0).padStart(6)} ms, longest pause ${median(pauses).toFixed(0).padStart(4)} ms\n`,
  );
}

const throwIt = (error: unknown): never => {
  throw error;
};
const load = (log: TextLog): Promise<unknown> => loadLiveText(log, DOC, throwIt);

const text = createLongText();
const authors = Array.from({ length: text.typists }, (_, k) => `typist-${k}` as ParticipantId);
await fillTextLog(store.textLog, DOC, authors, text);
const total = text.updates.length;
process.stdout.write(
  `${text.words} words, ${LONG_TEXT.keystrokes} keystrokes by ${text.typists}; state of ${text.state.length} bytes\n`,
);

await measure('loading: snapshot and 250 updates', () => load(store.textLog));
await measure('loading: the log alone', () =>
  load({
    ...store.textLog,
    load: async (id, most) => ({ snapshot: null, tail: await store.textLog.read(id, 0, most ?? total) }),
  }),
);
const { doc } = await loadLiveText(store.textLog, DOC, throwIt);
await measure('snapshot: in the thread of the room', () =>
  store.textLog.saveSnapshot(DOC, { seq: total, state: Y.encodeStateAsUpdate(doc) }),
);
await measure('snapshot: in a thread of its own', () => store.textLog.compact(DOC));
await store.close();
rmSync(folder, { recursive: true, force: true });
