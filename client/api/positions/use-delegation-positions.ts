import { useMemo, useSyncExternalStore } from 'react';
import { type EffectivePosition, effectivePosition } from '../../../shared/domain/effective-position.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import { positionsOf } from './positions-stores.ts';

/**
 * Where one delegation stands on a version, by itself or through groups, followed through the document's events: by
 * paragraph, those on which it was heard. Null until it is known. What others hold is not asked for.
 */
export function useDelegationPositions(
  documentId: DocumentId,
  version: VersionId,
  delegation: DelegationId,
): ReadonlyMap<ParagraphId, EffectivePosition> | null {
  const store = positionsOf(documentId, version, delegation);
  const state = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => {
    const { reading } = state;
    if (reading === null || reading.version !== version) return null;
    const { held, ties } = reading;
    const named = new Set([...held.values()].flatMap((row) => [...row.keys()]));
    return new Map(
      [...named].flatMap((paragraph) => {
        const effective = effectivePosition(delegation, paragraph, held, ties);
        return effective.through === 'nobody' ? [] : [[paragraph, effective] as const];
      }),
    );
  }, [state, version, delegation]);
}
