import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { type PositionsAddress, positionsAddress, readPositionsAddress } from './positions-address.ts';

/** What the address of the page says, and a way to change a part of it. */
export function usePositionsAddress(
  documentId: DocumentId,
): readonly [PositionsAddress, (part: Partial<PositionsAddress>) => void] {
  const query = useSearch();
  const [path, go] = useLocation();
  const address = useMemo(() => readPositionsAddress(path, query), [path, query]);
  const change = useCallback(
    (part: Partial<PositionsAddress>) =>
      go(positionsAddress(documentId, { ...address, ...part }), { replace: part.view === undefined }),
    [go, documentId, address],
  );
  return [address, change];
}
