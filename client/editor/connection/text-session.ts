import * as Y from 'yjs';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { pageBeat } from './beat.ts';
import type { ConnectionOptions } from './connection.ts';
import type { DeviceContents, DeviceStore, StoredWords } from './device-store.ts';
import { deviceFailed, deviceWriter } from './device-writer.ts';
import { createExchange } from './exchange.ts';
import { keptShelf } from './kept-shelf.ts';
import type { KeptParagraph } from './kept-words.ts';
import type { Caret } from './presence.ts';
import { presenceWatch } from './presence-watch.ts';
import { saveLine } from './save-line.ts';
import { docOf, serverCopy } from './server-copy.ts';
import { serverMessages } from './server-messages.ts';
import type { Surfaces } from './surfaces.ts';
import { takingOut } from './taking-out.ts';
import { keysOf, newChange, updatesOf } from './unsent-change.ts';
import { unsentLedger } from './unsent-ledger.ts';
import { describeUnsent } from './unsent-words.ts';
import { openWire, type Wire } from './wire.ts';
import { type WorkingCopy, workingCopy } from './working-copy.ts';

const isoNow = (): IsoTime => new Date().toISOString() as IsoTime;

/** One working text on one device, once what the device held has been read. */
export interface TextSession {
  setCaret(caret: Caret | null): void;
  unsentWords(): readonly KeptParagraph[];
  /** Merges an update in as if written now. Answers when the device has it; false: the text lacks what it builds on. */
  merge(update: Uint8Array): Promise<boolean>;
  dropKept(id: string): Promise<void>;
  words(id: string): StoredWords | undefined;
  /** Whether closing the page now would lose words. */
  wouldLose(): boolean;
  reconnect(): void;
  /** The network may be back. */
  wake(): void;
  /** The network may be gone. */
  doubt(): void;
  /** Looks after the connection; call about once a second. */
  tick(): void;
  close(): Promise<void>;
}

/** Puts the parts of a session together; `out` shows what they come to. */
export function startSession(
  options: ConnectionOptions,
  store: DeviceStore,
  held: DeviceContents,
  out: Surfaces,
): TextSession {
  const ledger = unsentLedger(held.unsent);
  const beat = options.beat ?? pageBeat();
  const presence = presenceWatch(out.others, options.participantId, beat);
  const copy = serverCopy(held.server);
  let working: WorkingCopy;
  let wire: Wire | null = null;
  let closed = false;

  const describe = (): readonly KeptParagraph[] => {
    // Words of others that wait to be shown would look as if they had been deleted here.
    working.catchUp();
    return describeUnsent(copy, working.text, options.labels?.() ?? new Map());
  };
  const hangUp = (): void => {
    wire?.close();
    wire = null;
    exchange.lost();
    line.note({ link: 'never', since: isoNow() });
  };
  const written = (update: Uint8Array): void => {
    const change = newChange(update);
    ledger.add(change);
    device.unsent(change);
    exchange.written(change);
    if (out.permissions.get()?.canWrite === false) queueMicrotask(server.settle);
    line.refresh();
  };
  const begin = (doc: Y.Doc, show: boolean): void => {
    hangUp();
    working?.retire();
    const generation = (working?.generation ?? 0) + 1;
    working = workingCopy({ generation, doc, beat, changed: written, received: () => server.received() });
    presence.follow(working);
    wire = openWire(
      { ...options, doc, awareness: working.awareness, random: options.random ?? Math.random },
      server.listener,
    );
    if (line.facts().halt !== null) wire.pause();
    out.live.set(show ? working : null);
    line.refresh();
  };

  const device = deviceWriter(store, () => line.refresh());
  const shelf = keptShelf(held.kept, device, out.kept);
  const exchange = createExchange({
    ledger,
    wire: () => wire,
    now: Date.now,
    durable: (changes) => {
      for (const change of changes) copy.add(change.update);
      void device.after((on) => on.acknowledge(keysOf(changes))).catch(deviceFailed);
      server.forgive();
      line.note({ savedAt: isoNow(), refused: null });
    },
    tooLarge: () => void unsent.keep('too-large'),
  });
  const unsent = takingOut({
    ledger,
    copy,
    device,
    shelf,
    describe,
    now: isoNow,
    shown: () => out.live.get() !== null,
    closed: () => closed,
    hangUp,
    begin,
  });
  const line = saveLine({
    out,
    ledger,
    device,
    exchange,
    survives: store.survives,
    keeping: unsent.underWay,
    now: isoNow(),
  });
  const server = serverMessages({
    participantId: options.participantId,
    out,
    ledger,
    copy,
    device,
    exchange,
    line,
    unsent,
    working: () => working,
    wire: () => wire,
    now: isoNow,
  });

  if (held.permissions !== null) out.permissions.set(held.permissions);
  const doc = docOf([...held.server, ...updatesOf(held.unsent)]);
  begin(doc, held.server.length > 0);

  return {
    setCaret: (caret) => {
      if (out.permissions.get()?.canWrite === true) presence.setCaret(caret);
    },
    unsentWords: () => (ledger.changes().length === 0 ? [] : describe()),
    merge: async (update) => {
      working.catchUp();
      const trial = docOf([Y.encodeStateAsUpdate(working.doc), update]);
      const fits = trial.store.pendingStructs === null && trial.store.pendingDs === null;
      trial.destroy();
      if (!fits) return false;
      Y.applyUpdate(working.doc, update, 'put back');
      await device.flush();
      return true;
    },
    dropKept: shelf.drop,
    words: shelf.words,
    wouldLose: () => unsent.unsafe() || (ledger.changes().length > 0 && !device.safe()),
    reconnect: () => {
      server.forgive();
      line.note({ halt: null, refused: null });
      wire?.restart();
    },
    wake: () => {
      if (line.facts().halt !== null) return;
      if (line.facts().link === 'open') exchange.doubt();
      else wire?.wake();
    },
    doubt: () => {
      if (line.facts().link === 'open') exchange.doubt();
    },
    tick: () => {
      if (line.facts().link === 'open' && !exchange.alive()) wire?.wake();
      presence.renew();
      line.refresh();
    },
    close: async () => {
      closed = true;
      wire?.close();
      presence.stop();
      beat.stop();
      working.retire();
      await device.flush();
      store.close();
    },
  };
}
