import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Store } from '../../server/ports/store.ts';
import { createMemoryStore } from '../../server/store/memory/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { StoreAdapter } from './adapter.ts';
import { mailContract } from './mail.ts';
import { noticesContract } from './notices.ts';
import { registerContract } from './register.ts';
import { AT } from './rows.ts';
import { storeContract } from './store.ts';
import { textLogContract } from './text-log.ts';

const folders = new Map<Store, string>();
const sqlite: StoreAdapter = {
  name: 'SQLite',
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
    const store = openSqliteStore(folder, AT);
    folders.set(store, folder);
    return store;
  },
  reopen: async (store) => {
    await store.close();
    const folder = folders.get(store) as string;
    const again = openSqliteStore(folder, AT);
    folders.set(again, folder);
    return again;
  },
};
afterAll(() => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

for (const adapter of [{ name: 'memory', open: createMemoryStore }, sqlite]) {
  storeContract(adapter);
  textLogContract(adapter);
  registerContract(adapter);
  noticesContract(adapter);
  mailContract(adapter);
}
