import { useMemo } from 'react';
import { isObjection } from '../../../shared/domain/held-position.ts';
import { isToReconfirm, kindOf, standingOf } from '../../../shared/domain/position-matrix.ts';
import {
  type ConsensusReading,
  type Frame,
  isIn,
  readConsensus,
} from '../../../shared/domain/rough-consensus.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { FrameName } from './positions-address.ts';
import type { PositionScene } from './scene.ts';

const FRAME_OF: Readonly<Record<FrameName, Frame>> = { government: ['government'], everybody: null };

/** The readings of a version, in the order of the text; headings only where somebody was heard on them. */
export function useReadings(
  { matrix, tick, paragraphOf }: PositionScene,
  frame: FrameName,
): readonly ConsensusReading[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  return useMemo(
    () =>
      readConsensus(matrix, FRAME_OF[frame]).filter(({ paragraph, numbers, outside }) => {
        const kind = paragraphOf.get(paragraph)?.kind;
        const isHead = kind === 'heading' || kind === 'title';
        return !isHead || numbers.notHeard < numbers.asked || outside.length > 0;
      }),
    [matrix, tick, paragraphOf, frame],
  );
}

/** Who of the frame was not heard on a paragraph, and who only on other words, which they were not against. */
export function unheard(
  { matrix }: Pick<PositionScene, 'matrix'>,
  paragraph: ParagraphId,
  frame: FrameName,
): { readonly notHeard: readonly Delegation[]; readonly waiting: readonly Delegation[] } {
  const p = matrix.paragraphAt.get(paragraph) ?? -1;
  const notHeard: Delegation[] = [];
  const waiting: Delegation[] = [];
  for (const [d, delegation] of matrix.delegations.entries()) {
    if (!isIn(FRAME_OF[frame], delegation)) continue;
    const cell = matrix.cells[d * matrix.paragraphs.length + p] ?? 0;
    const standing = standingOf(cell);
    if (kindOf(cell) === 0) notHeard.push(delegation);
    else if (standing !== null && !isObjection(standing) && isToReconfirm(cell)) waiting.push(delegation);
  }
  return { notHeard, waiting };
}
