import * as Y from 'yjs';
import type { PermissionsMessage } from '../../../shared/api/socket.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { unreachable } from '../../../shared/model/result.ts';
import { SCHEMA_VERSION } from '../../../shared/text/marker.ts';
import { afterClose, type Mend, NO_REFUSALS } from './after-close.ts';
import { countChanges } from './change-count.ts';
import type { ConnectionOptions } from './connection.ts';
import type { DeviceContents, DeviceStore, StoredWords, UnsentChange } from './device-store.ts';
import { deviceWriter } from './device-writer.ts';
import { createExchange } from './exchange.ts';
import type { KeptParagraph, KeptReason } from './kept-words.ts';
import type { Caret } from './presence.ts';
import { presenceWatch } from './presence-watch.ts';
import { rebuildUnsent } from './rebuild.ts';
import { type SaveFacts, type SaveState, saveState } from './save-state.ts';
import { docOf, isBeyond, serverCopy } from './server-copy.ts';
import type { Surfaces } from './surfaces.ts';
import { unsentLedger } from './unsent-ledger.ts';
import { describeUnsent, wordsToKeep } from './unsent-words.ts';
import { openWire, type Wire, type WireListener } from './wire.ts';
import { type WorkingCopy, workingCopy } from './working-copy.ts';

/** How often in a row a server may seem to have gone back to an older state before it is believed. */
const BELIEVE_AFTER = 3;

/** A device that has not taken a change after this many milliseconds is said not to have it. */
const PASSING = 1_000;

const isoNow = (): IsoTime => new Date().toISOString() as IsoTime;
const updatesOf = (changes: readonly UnsentChange[]): Uint8Array[] => changes.map((change) => change.update);
const keysOf = (changes: readonly UnsentChange[]): string[] => changes.map((change) => change.key);

function newChange(update: Uint8Array): UnsentChange {
  const at = Date.now();
  return { key: `${at.toString(36).padStart(9, '0')}-${crypto.randomUUID()}`, at, update };
}

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

export function startSession(
  options: ConnectionOptions,
  store: DeviceStore,
  held: DeviceContents,
  out: Surfaces,
): TextSession {
  const ledger = unsentLedger(held.unsent);
  const presence = presenceWatch(out.others, options.participantId);
  let copy = serverCopy(held.server);
  let kept: readonly StoredWords[] = [...held.kept].sort((a, b) => b.at.localeCompare(a.at));
  let working: WorkingCopy;
  let wire: Wire | null = null;
  let refusals = NO_REFUSALS;
  let behind = 0;
  let keeping = false;
  let closed = false;
  /** Kept words that the device could not take. */
  let unsafe = false;
  let detail = '';
  let line: Pick<SaveFacts, 'link' | 'since' | 'savedAt' | 'refused' | 'halt'> = {
    link: 'never',
    since: isoNow(),
    savedAt: null,
    refused: null,
    halt: null,
  };

  /** Offline, a change is counted when the device has it: the line would flicker with every key otherwise. */
  const isPassing = (next: SaveState): boolean => {
    const since = device.busySince();
    return (
      store.survives &&
      next.kind === 'offline' &&
      out.state.get().kind === 'offline' &&
      since !== null &&
      Date.now() - since < PASSING
    );
  };
  const refresh = (): void => {
    const may = out.permissions.get();
    const readOnly =
      exchange.judged() && may !== null && !may.canWrite && may.reason !== null
        ? { reason: may.reason, phase: may.phase, closesAt: may.closesAt }
        : null;
    const next = saveState({
      ...line,
      readOnly,
      synced: exchange.synced(),
      changes: countChanges(ledger.changes().map((change) => change.at)),
      onDevice: device.safe(),
    });
    if (!isPassing(next) && JSON.stringify(next) !== JSON.stringify(out.state.get())) out.state.set(next);
    out.editable.set(out.live.get() !== null && may?.canWrite === true && line.halt === null && !keeping);
  };
  const note = (change: Partial<typeof line>): void => {
    line = { ...line, ...change };
    refresh();
  };

  const device = deviceWriter(store, () => refresh());
  const exchange = createExchange({
    ledger,
    wire: () => wire,
    now: Date.now,
    durable: (changes) => {
      for (const change of changes) copy.add(change.update);
      void device.after((on) => on.acknowledge(keysOf(changes))).catch(deviceFailed);
      refusals = NO_REFUSALS;
      note({ savedAt: isoNow(), refused: null });
    },
    tooLarge: () => void keepUnsent('too-large'),
  });

  const written = (update: Uint8Array): void => {
    const change = newChange(update);
    ledger.add(change);
    device.unsent(change);
    exchange.written(change);
    if (out.permissions.get()?.canWrite === false) queueMicrotask(settle);
    refresh();
  };

  /** Words that may not be written are taken out and kept, as soon as the server's own text is known. */
  const settle = (): void => {
    if (exchange.synced() && out.permissions.get()?.canWrite === false && ledger.changes().length > 0)
      void keepUnsent('read-only');
  };

  /** A writer is never shown an unseeded text: an editor would seed it a second time. The server does it at once. */
  const show = (): void => {
    const seeded = working.text.length > 0 || out.permissions.get()?.canWrite === false;
    if (out.live.get() !== working && exchange.synced() && seeded) out.live.set(working);
  };

  const listener: WireListener = {
    opened: () => {
      exchange.opened();
      note({ link: 'open' });
    },
    permissions: (message) => {
      exchange.heard();
      if (!accept(message)) return;
      out.permissions.set(message);
      void device.after((on) => on.rememberPermissions(message)).catch(deviceFailed);
      exchange.judge(message.canWrite);
      if (!message.canWrite) refusals = NO_REFUSALS;
      refresh();
    },
    serverHolds: (stateVector) => {
      exchange.heard();
      const doc = copy.doc();
      const wentBack = isBeyond(
        Y.decodeStateVector(Y.encodeStateVector(doc)),
        Y.decodeStateVector(stateVector),
      );
      doc.destroy();
      behind = wentBack ? behind + 1 : 0;
      if (!wentBack) exchange.serverAsked();
      else if (behind < BELIEVE_AFTER) queueMicrotask(() => wire?.retry());
      else void keepUnsent('server-restored');
      refresh();
    },
    update: (update, answer) => {
      exchange.heard();
      working.receive(update);
      copy.add(update);
      device.server(update);
      // Yjs met its own clientID in others' words and took another: presence has to follow.
      if (working.doc.clientID !== working.awareness.clientID) queueMicrotask(rewrite);
      if (answer) {
        exchange.answerArrived();
        settle();
      }
      show();
      refresh();
    },
    acknowledged: (barrier) => {
      exchange.heard();
      exchange.acknowledged(barrier);
      refresh();
    },
    event: (event) => {
      exchange.heard();
      for (const tell of [...out.listeners]) tell(event);
    },
    attendance: (message) => {
      exchange.heard();
      out.attendance.set(message);
    },
    refused: (message) => {
      detail = message.detail;
    },
    closed: (code) => {
      const after = afterClose(code, refusals);
      refusals = after.refusals;
      exchange.lost();
      const refused =
        after.refused === null ? line.refused : { reason: after.refused, detail, final: !after.retry };
      const since = line.link === 'open' ? isoNow() : line.since;
      note({ link: 'down', since, halt: after.halt ?? line.halt, refused });
      if (after.mend !== 'nothing') queueMicrotask(() => mend(after.mend));
      return after.retry ? 'again' : 'stay-away';
    },
  };

  /** False when this connection is not for this copy: another program, or another person. */
  const accept = (message: PermissionsMessage): boolean => {
    const halt =
      message.schema !== SCHEMA_VERSION
        ? 'reload-needed'
        : options.participantId !== null && message.participant?.id !== options.participantId
          ? 'other-participant'
          : null;
    if (halt === null) return true;
    note({ halt });
    queueMicrotask(() => wire?.pause());
    return false;
  };

  const hangUp = (): void => {
    wire?.close();
    wire = null;
    exchange.lost();
    note({ link: 'never', since: isoNow() });
  };
  const begin = (doc: Y.Doc, show: boolean): void => {
    hangUp();
    working?.retire();
    working = workingCopy((working?.generation ?? 0) + 1, doc, written);
    presence.follow(working);
    wire = openWire({ ...options, doc, awareness: working.awareness, random: Math.random }, listener);
    if (line.halt !== null) wire.pause();
    out.live.set(show ? working : null);
    refresh();
  };

  const describe = (): readonly KeptParagraph[] =>
    describeUnsent(copy, working.text, options.labels?.() ?? new Map());

  /** Takes unsent words out of the text: durable beside it first, then the text starts again from the server's. */
  const keepUnsent = async (reason: KeptReason): Promise<void> => {
    if (keeping) return;
    keeping = true;
    // Judged anew meanwhile, the same words would go out and be kept as well.
    hangUp();
    for (let changes = ledger.changes(); changes.length > 0; changes = ledger.changes()) {
      const words = wordsToKeep(copy, changes, describe(), reason, { id: crypto.randomUUID(), at: isoNow() });
      const mine = await device.keep(keysOf(changes), words).catch((error) => {
        deviceFailed(error);
        unsafe = true;
        return true;
      });
      ledger.remove(keysOf(changes));
      if (mine && words !== null) showKept([words, ...kept]);
    }
    keeping = false;
    if (reason === 'server-restored') {
      copy = serverCopy([]);
      await device.after((on) => on.forgetServer()).catch(deviceFailed);
    }
    if (!closed) begin(docOf(copy.updates()), out.live.get() !== null && reason !== 'server-restored');
  };
  const mend = (how: Mend): void => {
    if (closed) return;
    switch (how) {
      case 'nothing':
        break;
      case 'rebuild':
        rewrite();
        break;
      case 'keep-forged':
        void keepUnsent('forged');
        break;
      case 'keep-too-large':
        void keepUnsent('too-large');
        break;
      default:
        unreachable(how);
    }
  };
  /** The same unsent work under a new clientID. */
  const rewrite = (): void => {
    const keys = keysOf(ledger.changes());
    const { doc, update } = rebuildUnsent(copy.updates(), updatesOf(ledger.changes()));
    const changes = update === null ? [] : [newChange(update)];
    ledger.remove(keys);
    for (const change of changes) ledger.add(change);
    void device.after((on) => on.replaceUnsent(keys, changes)).catch(deviceFailed);
    begin(doc, out.live.get() !== null);
  };
  const showKept = (next: readonly StoredWords[]): void => {
    kept = next;
    out.kept.set(next.map(({ update: _update, ...words }) => words));
  };

  if (held.permissions !== null) out.permissions.set(held.permissions);
  showKept(kept);
  const doc = docOf([...held.server, ...updatesOf(held.unsent)]);
  begin(doc, held.server.length > 0);

  return {
    setCaret: (caret) => {
      if (out.permissions.get()?.canWrite === true) presence.setCaret(caret);
    },
    unsentWords: () => (ledger.changes().length === 0 ? [] : describe()),
    merge: async (update) => {
      const trial = docOf([Y.encodeStateAsUpdate(working.doc), update]);
      const fits = trial.store.pendingStructs === null && trial.store.pendingDs === null;
      trial.destroy();
      if (!fits) return false;
      Y.applyUpdate(working.doc, update, 'put back');
      await device.flush();
      return true;
    },
    dropKept: async (id) => {
      await device.after((on) => on.dropKept(id)).catch(deviceFailed);
      showKept(kept.filter((words) => words.id !== id));
    },
    words: (id) => kept.find((words) => words.id === id),
    wouldLose: () => unsafe || (ledger.changes().length > 0 && !device.safe()),
    reconnect: () => {
      refusals = NO_REFUSALS;
      note({ halt: null, refused: null });
      wire?.restart();
    },
    wake: () => {
      if (line.halt !== null) return;
      if (line.link === 'open') exchange.doubt();
      else wire?.restart();
    },
    doubt: () => {
      if (line.link === 'open') exchange.doubt();
    },
    tick: () => {
      if (line.link === 'open' && !exchange.alive()) wire?.restart();
      presence.renew();
      refresh();
    },
    close: async () => {
      closed = true;
      wire?.close();
      working.retire();
      await device.flush();
      store.close();
    },
  };
}

const deviceFailed = (error: unknown): void => {
  console.error('This device could not keep the state of the text.', error);
};
