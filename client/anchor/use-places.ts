import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Chained } from '../../shared/anchor/chain.ts';
import type { AnchorParagraph } from '../../shared/anchor/indexed-text.ts';
import type { Place } from '../../shared/model/anchor.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { textLoader } from './load-text.ts';
import { findInWorker, findPlaces } from './place-finder.ts';

/** A published text on screen. */
export interface ShownVersion {
  readonly id: VersionId;
  readonly paragraphs: readonly AnchorParagraph[];
}

export type PlaceMap = ReadonlyMap<string, Place>;

const NOWHERE: PlaceMap = new Map();

/**
 * Where anchors stand in a version, found in a worker; ids without an entry are still being looked for. Only anchors
 * that are new or were put elsewhere are looked for again. `order`: all versions, oldest first (`useVersionOrder`).
 */
export function usePlaces(
  documentId: DocumentId,
  version: ShownVersion | null,
  chained: ReadonlyMap<string, Chained>,
  order: readonly VersionId[],
): PlaceMap {
  const queries = useQueryClient();
  const load = useMemo(() => textLoader(queries, documentId), [queries, documentId]);
  const [found, setFound] = useState<{ readonly of: VersionId | null; readonly places: PlaceMap }>({
    of: null,
    places: NOWHERE,
  });
  /** What was last asked of each id, for the version on screen. */
  const asked = useRef<{ of: VersionId | null; anchors: Map<string, Chained> }>({
    of: null,
    anchors: new Map(),
  });
  const id = version?.id ?? null;
  const paragraphs = version?.paragraphs;
  useEffect(() => {
    if (id === null || paragraphs === undefined) return;
    if (asked.current.of !== id) asked.current = { of: id, anchors: new Map() };
    const { anchors } = asked.current;
    const lacking = new Map([...chained].filter(([key, one]) => !sameChain(anchors.get(key), one)));
    const gone = [...anchors.keys()].some((key) => !chained.has(key));
    for (const key of anchors.keys()) if (!chained.has(key)) anchors.delete(key);
    if (lacking.size === 0 && !gone) return;
    for (const [key, one] of lacking) anchors.set(key, one);
    void findPlaces(findInWorker, load, { name: id, paragraphs }, lacking, order).then((places) => {
      if (asked.current.of !== id) return;
      setFound((before) => {
        const kept = before.of === id ? before.places : NOWHERE;
        const next = new Map([...kept, ...places]);
        for (const key of next.keys()) if (!asked.current.anchors.has(key)) next.delete(key);
        return { of: id, places: next };
      });
    });
  }, [id, paragraphs, chained, order, load]);
  return found.of === id ? found.places : NOWHERE;
}

/** A further publication adds a recorded place, which says nothing new of the versions before it. */
const sameChain = (before: Chained | undefined, now: Chained): boolean =>
  before !== undefined && before.anchor === now.anchor && before.recorded.length === now.recorded.length;
