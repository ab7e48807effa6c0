import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Store } from '../../ports/store.ts';
import { createMutex } from '../mutex.ts';
import { readOnlyRows } from '../read-only-rows.ts';
import { memoryRows } from './rows.ts';
import { copyState, emptyState, type MemoryState } from './state.ts';
import { memoryTextLog } from './text-log.ts';

/** A store that forgets everything when the process ends. For tests, and the model of what the others must do. */
export function createMemoryStore(): Store {
  let committed = emptyState();
  const mutex = createMutex();
  const write = <Answer>(change: (state: MemoryState) => Promise<Answer> | Answer): Promise<Answer> =>
    mutex.run(async () => {
      const next = copyState(committed);
      const answer = await change(next);
      committed = next;
      return answer;
    });
  return {
    rows: readOnlyRows(memoryRows(() => committed)),
    textLog: memoryTextLog(() => committed, write),
    updates: {
      documents: async () => [...committed.updates.keys()] as DocumentId[],
      read: async (documentId, afterSeq, limit) =>
        (committed.updates.get(documentId) ?? []).filter((row) => row.seq > afterSeq).slice(0, limit),
    },
    transact: (work) => write((state) => work(memoryRows(() => state))),
    health: async () => ({ trouble: null, damaged: false }),
    close: async () => undefined,
  };
}
