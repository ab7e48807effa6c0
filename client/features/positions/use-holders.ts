import { useMemo } from 'react';
import type { Holder } from '../../../shared/model/holder.ts';
import { holdersFor } from './may-speak.ts';
import type { PositionScene } from './scene.ts';

const NOBODY: readonly Holder[] = [];

/** Whom the visitor may take positions for on the version shown: nobody on an earlier one, or without the right. */
export function useHolders({ me, answer, isLatest, groups, at }: PositionScene): readonly Holder[] {
  const may = isLatest && answer.abilities['position.record'].allowed;
  return useMemo(
    () => (me === null || !may ? NOBODY : holdersFor(me.delegation.id, groups.values(), at)),
    [me, may, groups, at],
  );
}
