import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import { isObjection } from '../../../shared/domain/held-position.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { OwnFilter } from './positions-address.ts';
import type { PositionScene } from './scene.ts';

/** A paragraph with what a holder holds there. */
export interface OwnRow {
  readonly paragraph: LabelledParagraph;
  readonly held: HeldPosition | null;
}

/** Every paragraph in order; a heading or title only where something is held on it: positions are on what is said. */
export function ownRows(
  { matrix, paragraphs }: Pick<PositionScene, 'matrix' | 'paragraphs'>,
  holder: Holder,
): OwnRow[] {
  const row = matrix.held.get(holderKey(holder));
  return paragraphs.flatMap((paragraph) => {
    const held = row?.get(paragraph.id) ?? null;
    const isHead = paragraph.kind === 'heading' || paragraph.kind === 'title';
    return isHead && held === null ? [] : [{ paragraph, held }];
  });
}

export function fitsFilter({ held }: OwnRow, filter: OwnFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'not-taken':
      return held === null;
    case 'to-reconfirm':
      return held?.state === 'to-reconfirm';
    case 'carried':
      return held?.state === 'carried';
    case 'objections':
      return held !== null && isObjection(held.position.standing);
  }
}
