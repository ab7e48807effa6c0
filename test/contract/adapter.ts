import type { Store } from '../../server/ports/store.ts';

/** A kind of store under test. */
export interface StoreAdapter {
  readonly name: string;
  /** A new, empty store. */
  open(): Store;
  /** Closes and opens the same data again; absent where nothing outlives the process. */
  readonly reopen?: (store: Store) => Promise<Store>;
}
