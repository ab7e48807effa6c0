import type { DeviceStore, StoredWords, UnsentChange } from './device-store.ts';

/** How long updates from the server may wait before they are written, in milliseconds: the server has them anyway. */
const SERVER_DELAY = 500;

/**
 * Writes to the device in order, one transaction at a time; what comes in meanwhile goes into the next one.
 * Own changes are written at once, with the server's updates they may build on.
 */
export interface DeviceWriter {
  unsent(change: UnsentChange): void;
  server(update: Uint8Array): void;
  /** Runs `act` after everything written before it. */
  after<T>(act: (store: DeviceStore) => Promise<T>): Promise<T>;
  keep(keys: readonly string[], words: StoredWords | null): Promise<boolean>;
  /** True when every change so far would survive the page. */
  safe(): boolean;
  /** Since when (milliseconds since the epoch) own changes are on their way to the device; null when none are. */
  busySince(): number | null;
  /** Resolves when everything so far is written. */
  flush(): Promise<void>;
}

/** `changed` is called whenever `safe()` may answer otherwise. */
export function deviceWriter(store: DeviceStore, changed: () => void): DeviceWriter {
  let changes: UnsentChange[] = [];
  let updates: Uint8Array[] = [];
  let failed = false;
  let writing = false;
  let busySince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  const queue = <T>(act: () => Promise<T>): Promise<T> => {
    const result = tail.then(act);
    tail = result.catch(() => undefined);
    return result;
  };
  const write = (): Promise<void> =>
    queue(async () => {
      if (changes.length === 0 && updates.length === 0) return;
      const batch = changes;
      const learned = updates;
      changes = [];
      updates = [];
      writing = true;
      try {
        await (batch.length > 0 ? store.addUnsent(batch, learned) : store.addServer(learned));
        failed = false;
      } catch (error) {
        // No room, or the database was taken away: the words stay in memory, and the save line says so.
        changes = [...batch, ...changes];
        updates = [...learned, ...updates];
        failed = true;
        console.error('Words could not be written to this device.', error);
      }
      writing = false;
      if (changes.length === 0 || failed) busySince = null;
      changed();
    });
  const soon = (): void => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void write();
    }, SERVER_DELAY);
  };
  return {
    unsent: (change) => {
      changes.push(change);
      busySince ??= Date.now();
      void write();
    },
    server: (update) => {
      updates.push(update);
      soon();
    },
    after: async (act) => {
      void write();
      return queue(() => act(store));
    },
    keep: (keys, words) => {
      void write();
      return queue(() => store.keep(keys, words));
    },
    safe: () => store.survives && !failed && !writing && changes.length === 0,
    busySince: () => busySince,
    flush: async () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await write();
    },
  };
}

/** For what the device may fail at without losing words; those it could not take are told apart on the save line. */
export const deviceFailed = (error: unknown): void => {
  console.error('This device could not keep the state of the text.', error);
};
