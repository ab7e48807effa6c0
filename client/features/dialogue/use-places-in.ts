import { useCallback, useMemo } from 'react';
import type { Chained } from '../../../shared/anchor/chain.ts';
import { chainsOf } from '../../../shared/domain/carriage.ts';
import type { Place } from '../../../shared/model/anchor.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { useCarried } from '../../anchor/use-carried.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import type { RegisterRows } from '../../api/register/register-copy.ts';

const NOTHING: ReadonlyMap<string, Chained> = new Map();

/**
 * Where comments stand in a text that is not on screen, found beside the page; empty until it is known. Words in the
 * working text are found by what they say, for only a page that follows it knows positions.
 */
export function usePlacesIn(
  documentId: DocumentId,
  text: OrderingText | undefined,
  { comment, carriage }: Pick<RegisterRows, 'comment' | 'carriage'>,
  versions: readonly Pick<VersionSummary, 'id' | 'ordinal'>[],
): ReadonlyMap<string, Place> {
  const order = useMemo(
    () => versions.toSorted((a, b) => a.ordinal - b.ordinal).map(({ id }) => id),
    [versions],
  );
  const name = text?.text ?? null;
  const chained = useMemo(
    () =>
      name === null
        ? NOTHING
        : chainsOf({
            comments: [...comment.values()],
            proposals: [],
            carriages: order.flatMap((id) => carriage.get(id) ?? []),
          }).comments,
    [name, comment, carriage, order],
  );
  const paragraphs = useCallback(() => text?.paragraphs ?? [], [text]);
  return useCarried(documentId, name ?? 'working', paragraphs, chained, order).carried.places;
}
