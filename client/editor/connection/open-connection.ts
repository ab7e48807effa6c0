import { fail, ok } from '../../../shared/model/result.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { openStore } from './open-store.ts';
import { watchPage } from './page-signals.ts';
import { createSurfaces } from './surfaces.ts';
import { startSession, type TextSession } from './text-session.ts';

/** How often the connection is looked after, in milliseconds. */
const TICK = 1_000;

/**
 * Opens a working text: shows at once what the device holds, connects, keeps every local change on the device
 * until the server has acknowledged it, and says honestly where the words are (docs/spec.md, R40 and following).
 */
export function openConnection(options: ConnectionOptions): Connection {
  const out = createSurfaces();
  let session: TextSession | null = null;
  let closed = false;

  const start = async (): Promise<void> => {
    const factory = options.indexedDb === undefined ? (globalThis.indexedDB ?? null) : options.indexedDb;
    const { store, held } = await openStore(options.documentId, options.participantId, factory);
    if (closed) store.close();
    else session = startSession(options, store, held, out);
  };
  const started = start();
  const timer = setInterval(() => session?.tick(), TICK);
  const stopWatching = watchPage({
    wake: () => session?.wake(),
    doubt: () => session?.doubt(),
    wouldLose: () => session?.wouldLose() ?? false,
  });

  return {
    live: out.live,
    editable: out.editable,
    state: out.state,
    permissions: out.permissions,
    attendance: out.attendance,
    others: out.others,
    kept: out.kept,
    onEvent: (listener) => {
      out.listeners.add(listener);
      return () => out.listeners.delete(listener);
    },
    setCaret: (caret) => session?.setCaret(caret),
    unsentWords: () => session?.unsentWords() ?? [],
    putBack: async (id) => {
      const words = session?.words(id);
      if (session === null || words === undefined) return fail('not-found');
      if (!out.editable.get()) return fail('read-only');
      if (!(await session.merge(words.update))) return fail('cannot-merge');
      await session.dropKept(id);
      return ok(null);
    },
    discard: async (id) => session?.dropKept(id),
    reconnect: () => session?.reconnect(),
    close: async () => {
      closed = true;
      clearInterval(timer);
      stopWatching();
      await started;
      await session?.close();
    },
  };
}
