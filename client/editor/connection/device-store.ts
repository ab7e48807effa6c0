import type { PermissionsMessage } from '../../../shared/api/socket.ts';
import type { KeptWords } from './kept-words.ts';

/** One local change that the server has not acknowledged. */
export interface UnsentChange {
  /** Unique on the device; rises with time as a string, so that keys sort in writing order. */
  readonly key: string;
  /** Milliseconds since the epoch, by this device's clock. */
  readonly at: number;
  /** Yjs update, encoding version 1. */
  readonly update: Uint8Array;
}

/** Kept words with what is needed to merge them again. */
export interface StoredWords extends KeptWords {
  readonly update: Uint8Array;
}

export interface DeviceContents {
  /** What the server is known to hold, as updates to be applied in any order. */
  readonly server: readonly Uint8Array[];
  readonly unsent: readonly UnsentChange[];
  readonly kept: readonly StoredWords[];
  readonly permissions: PermissionsMessage | null;
}

/**
 * What one device keeps of one working text for one participant. Every promise resolves when the act is durable
 * on the device and is all-or-nothing. Contract: test/client/editor/connection/device-store.test.ts.
 *
 * Two stores instead of one log (as y-indexeddb has it), because a saved line that is honest after a reload, and
 * unsent words that can be taken out of the text again, both need to know which changes the server has.
 */
export interface DeviceStore {
  /** False where nothing survives the page (no IndexedDB, a private window). */
  readonly survives: boolean;
  load(): Promise<DeviceContents>;
  /** Adds updates that the server is known to hold. */
  addServer(updates: readonly Uint8Array[]): Promise<void>;
  /** Adds local changes, after the server's updates which they may build on. */
  addUnsent(changes: readonly UnsentChange[], server: readonly Uint8Array[]): Promise<void>;
  /** Acknowledged: moves changes over to what the server holds. Unknown keys are passed over. */
  acknowledge(keys: readonly string[]): Promise<void>;
  /** Replaces unsent changes by others that say the same. */
  replaceUnsent(keys: readonly string[], changes: readonly UnsentChange[]): Promise<void>;
  /**
   * Takes unsent changes out and keeps their words instead; null forgets changes that left no trace.
   * Answers false, and keeps nothing twice, when another window has already dealt with all of them.
   */
  keep(keys: readonly string[], words: StoredWords | null): Promise<boolean>;
  dropKept(id: string): Promise<void>;
  /** Forgets what the server was thought to hold (it was restored from an older state). */
  forgetServer(): Promise<void>;
  rememberPermissions(permissions: PermissionsMessage): Promise<void>;
  close(): void;
}

/** A store that lasts as long as the page: for readers, and where there is no IndexedDB. */
export function memoryStore(): DeviceStore {
  let server: Uint8Array[] = [];
  const unsent = new Map<string, UnsentChange>();
  const kept = new Map<string, StoredWords>();
  let permissions: PermissionsMessage | null = null;
  return {
    survives: false,
    load: async () => ({ server, unsent: [...unsent.values()], kept: [...kept.values()], permissions }),
    addServer: async (updates) => {
      server = [...server, ...updates];
    },
    addUnsent: async (changes, updates) => {
      server = [...server, ...updates];
      for (const change of changes) unsent.set(change.key, change);
    },
    acknowledge: async (keys) => {
      for (const key of keys) {
        const change = unsent.get(key);
        if (change !== undefined) server = [...server, change.update];
        unsent.delete(key);
      }
    },
    replaceUnsent: async (keys, changes) => {
      for (const key of keys) unsent.delete(key);
      for (const change of changes) unsent.set(change.key, change);
    },
    keep: async (keys, words) => {
      if (keys.length > 0 && !keys.some((key) => unsent.has(key))) return false;
      for (const key of keys) unsent.delete(key);
      if (words !== null) kept.set(words.id, words);
      return true;
    },
    dropKept: async (id) => {
      kept.delete(id);
    },
    forgetServer: async () => {
      server = [];
    },
    rememberPermissions: async (next) => {
      permissions = next;
    },
    close: () => undefined,
  };
}
