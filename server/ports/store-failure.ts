/**
 * Why a store cannot do what it is asked: no space is left; it cannot be read or written just now (a disk that fails,
 * a file that another process holds); what it holds is damaged; the disk did not keep what it had taken, and nothing is
 * written until the server is started anew. Also the codes of the problems that say so.
 */
export type StoreTrouble = 'storage-full' | 'storage-unavailable' | 'storage-damaged' | 'storage-failed';

/**
 * A store met with trouble. Nothing of what it was asked was done, but after `storage-failed`, where it may have been.
 * `message` is one line for whoever runs the server.
 */
export class StoreFailure extends Error {
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}

/** The trouble behind an error; null for one that is no trouble of the store, such as a bug. */
export const troubleOf = (error: unknown): StoreTrouble | null =>
  error instanceof StoreFailure ? error.trouble : null;

/** For people who wrote or asked for something: what happened, and what becomes of their words. */
export const TROUBLE_WORDS: Readonly<Record<StoreTrouble, string>> = {
  'storage-full':
    'The disk of the server is full, so nothing can be stored. It goes on by itself once there is space again.',
  'storage-unavailable': 'The server cannot reach its storage just now. It goes on by itself once it can.',
  'storage-damaged':
    'What the server stored of this is damaged. Whoever runs the server has to restore it from a backup.',
  'storage-failed':
    'The disk of the server failed, and nothing is stored until the server is started anew. What was sent last may be there then, or not: look before you send it again.',
};

/** In how many seconds it is worth asking again; null where waiting does not help. */
export const RETRY_AFTER: Readonly<Record<StoreTrouble, number | null>> = {
  'storage-full': 30,
  'storage-unavailable': 10,
  'storage-damaged': null,
  'storage-failed': null,
};

/** Whether a store takes what is written. Reading goes on where it does not. */
export interface StoreHealth {
  /** Null: it takes what is written; else why the last write failed, and none since succeeded. */
  readonly trouble: StoreTrouble | null;
  /** Something damaged was met since the start, by whoever read or wrote. */
  readonly damaged: boolean;
}
