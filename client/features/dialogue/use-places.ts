import { useEffect, useMemo, useState } from 'react';
import type { Anchor, Place } from '../../../shared/model/anchor.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { useChains, useVersionOrder } from '../../anchor/use-chains.ts';
import { useLivePlaces } from '../../anchor/use-live-places.ts';
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
 * Where comments stand in the text in sight: beside the working text all of them, those on versions carried there by
 * comparison; beside a version those put on it and those that were carried into it when it was published.
 */
export function usePlaces(
  surface: TextSurface,
  threads: readonly Thread[],
  rows: RegisterRows,
  versions: readonly VersionSummary[],
): Places {
  const own = useMemo(() => {
    const list: { readonly id: string; readonly anchor: Anchor }[] = [];
    for (const { comment } of threads)
      if (comment.on.noun === 'text' && comment.on.anchor.text === surface.text)
        list.push({ id: comment.id, anchor: comment.on.anchor });
    return list;
  }, [threads, surface]);
  const order = useVersionOrder(versions);
  const { comments } = useChains(rows, order);
  const onVersions = useMemo(
    () => new Map([...comments].filter(([, { anchor }]) => anchor.text !== 'working')),
    [comments],
  );
  const carriedHere = useLivePlaces(surface.documentId, surface.live, onVersions, order);
  const recorded = rows.carriage.get(surface.text as VersionId);
  const [now, setNow] = useState<Places>({ paragraphs: [], places: new Map() });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => setNow({ paragraphs: surface.paragraphs(), places: surface.resolve(own) });
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
  }, [surface, own]);
  return useMemo(() => {
    const places = new Map<string, Place>(recorded?.comments.map(({ id, place }) => [id, place]));
    for (const [id, place] of carriedHere) places.set(id, place);
    for (const [id, place] of now.places) places.set(id, place);
    return { paragraphs: now.paragraphs, places };
  }, [now, carriedHere, recorded]);
}
