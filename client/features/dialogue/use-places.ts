import { useEffect, useMemo, useState } from 'react';
import type { Anchor, Place } from '../../../shared/model/anchor.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { RegisterRows } from '../../api/register/register-copy.ts';
import type { SurfaceParagraph, TextSurface } from '../../ui/text-surface.ts';
import type { Thread } from './threads.ts';

/** The text as it stood when places were last worked out, and where everything stands in it. */
export interface Places {
  readonly paragraphs: readonly SurfaceParagraph[];
  readonly places: ReadonlyMap<string, Place>;
}

/** After the last change of the text, in milliseconds: marks follow the words in the meantime. */
const SETTLED = 350;

/**
 * Where comments stand in the text in sight: beside the working text all of them, beside a version those put on it
 * and those that were carried into it.
 */
export function usePlaces(
  surface: TextSurface,
  threads: readonly Thread[],
  carriages: RegisterRows['carriage'],
): Places {
  const anchors = useMemo(() => {
    const list: { readonly id: string; readonly anchor: Anchor }[] = [];
    for (const { comment } of threads)
      if (
        comment.on.noun === 'text' &&
        (surface.text === 'working' || comment.on.anchor.text === surface.text)
      )
        list.push({ id: comment.id, anchor: comment.on.anchor });
    return list;
  }, [threads, surface]);
  const carried = carriages.get(surface.text as VersionId);
  const [places, setPlaces] = useState<Places>({ paragraphs: [], places: new Map() });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const found = new Map(carried?.comments.map(({ id, place }) => [id as string, place]));
      for (const [id, place] of surface.resolve(anchors)) found.set(id, place);
      setPlaces({ paragraphs: surface.paragraphs(), places: found });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(work, SETTLED);
    };
    work();
    const stop = surface.subscribe(later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [surface, anchors, carried]);
  return places;
}
