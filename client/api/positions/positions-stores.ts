import type { PositionsAnswer } from '../../../shared/api/position.ts';
import type { DelegationId, DocumentId, VersionId } from '../../../shared/model/ids.ts';
import { documentEvents } from '../events/document-events.ts';
import { request } from '../request.ts';
import { createPositionsStore, type PositionsStore } from './positions-store.ts';

/** Stores kept: the version looked at, and those one came from. */
const MOST_STORES = 4;

const held = new Map<string, { readonly documentId: DocumentId; readonly store: PositionsStore }>();

/** The one copy of a version's positions in this page: of everybody, or of one delegation and who speaks for it. */
export function positionsOf(
  documentId: DocumentId,
  version: 'latest' | VersionId,
  delegation: DelegationId | null = null,
): PositionsStore {
  const key = `${documentId} ${version} ${delegation ?? ''}`;
  const whose = delegation === null ? '' : `&delegation=${delegation}`;
  const known = held.get(key);
  if (known !== undefined) {
    held.delete(key);
    held.set(key, known);
    return known.store;
  }
  const store = createPositionsStore({
    documentId,
    ask: (after) =>
      request<PositionsAnswer>(
        'GET',
        `/documents/${documentId}/positions?version=${version}&after=${after}${whose}`,
      ),
    events: documentEvents(documentId),
    random: Math.random,
    setTimer: (act, ms) => setTimeout(act, ms),
  });
  held.set(key, { documentId, store });
  for (const oldest of held.keys()) {
    if (held.size <= MOST_STORES) break;
    held.delete(oldest);
  }
  return store;
}

/** Every store of a document. */
export const positionsStoresOf = (documentId: DocumentId): PositionsStore[] =>
  [...held.values()].flatMap((one) => (one.documentId === documentId ? [one.store] : []));
