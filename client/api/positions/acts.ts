import type { AlignmentRequest, PositionsRequest, PositionsWritten } from '../../../shared/api/position.ts';
import type { DocumentId, GroupId } from '../../../shared/model/ids.ts';
import type { EntryOf } from '../../../shared/model/register.ts';
import { useAct } from '../act.ts';
import { putEntry } from '../register/register-stores.ts';
import type { EntryAnswer } from '../register/use-register-act.ts';
import { positionsStoresOf } from './positions-stores.ts';

/** Takes positions on paragraphs of the latest version, all in one act. They stand in the matrix at once. */
export const useTakePositions = (id: DocumentId) =>
  useAct<PositionsRequest, PositionsWritten>({
    method: 'POST',
    path: () => `/documents/${id}/positions`,
    body: (input) => input,
    stale: () => [],
    done: ({ entries }) => {
      for (const store of positionsStoresOf(id)) store.put(entries as readonly EntryOf<'position'>[]);
    },
  });

/** Says how one's delegation stands to a group. Whom the group speaks for is asked at once. */
export const useAlign = (id: DocumentId) =>
  useAct<AlignmentRequest & { readonly group: GroupId }, EntryAnswer>({
    method: 'PUT',
    path: ({ group }) => `/documents/${id}/alignments/${group}`,
    body: ({ group: _, ...request }) => request,
    stale: () => [],
    done: ({ entry }) => {
      putEntry(id, entry);
      for (const store of positionsStoresOf(id)) store.refresh();
    },
  });
