import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import type { Chained } from '../../shared/anchor/chain.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { createLivePlaces } from './live-places.ts';
import { textLoader } from './load-text.ts';
import { findInWorker, findPlaces } from './place-finder.ts';
import type { PlaceMap } from './use-places.ts';

/** After the last change, in milliseconds: between two words of somebody who types. */
const QUIET = 400;
/** While somebody types without a pause, places are brought up to date this often, in milliseconds. */
const MOST_DELAY = 3000;

const NOWHERE: PlaceMap = new Map();

/**
 * Where anchors stand in the live text. Brought up to date when writing pauses, never with a key; in between the
 * editor moves its marks along (client/editor/anchors). Anchors on versions are carried here once, in a worker, and
 * followed like the others from then on. `text` null: there is no live text on screen (yet).
 */
export function useLivePlaces(
  documentId: DocumentId,
  text: Y.Text | null,
  chained: ReadonlyMap<string, Chained>,
  order: readonly VersionId[],
): PlaceMap {
  const queries = useQueryClient();
  const load = useMemo(() => textLoader(queries, documentId), [queries, documentId]);
  const live = useMemo(() => (text === null ? null : createLivePlaces(text)), [text]);
  const [places, setPlaces] = useState<{ readonly of: typeof live; readonly places: PlaceMap }>({
    of: null,
    places: NOWHERE,
  });

  useEffect(() => {
    if (live === null || text === null) return;
    let stopped = false;
    const show = (): void => setPlaces({ of: live, places: live.places() });
    const carry = async (): Promise<void> => {
      const lacking = live.lacking();
      const paragraphs = live.paragraphs();
      const found = await findPlaces(findInWorker, load, { name: 'working', paragraphs }, lacking, order);
      if (stopped || found.size === 0) return;
      live.take(found, paragraphs);
      show();
    };
    live.refresh();
    live.follow(chained);
    show();
    void carry();
    const stop = whenQuiet(text, () => {
      if (live.refresh()) show();
      void carry();
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [live, text, chained, order, load]);

  return places.of === live ? places.places : NOWHERE;
}

/** Calls back some time after changes of a text, when the page has nothing better to do. Answers how to stop. */
function whenQuiet(text: Y.Text, act: () => void): () => void {
  let timer: number | undefined;
  let since: number | null = null;
  const fire = (): void => {
    since = null;
    act();
  };
  const changed = (): void => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = window.setTimeout(fire, Math.max(0, Math.min(QUIET, since + MOST_DELAY - now)));
  };
  text.observeDeep(changed);
  return () => {
    clearTimeout(timer);
    text.unobserveDeep(changed);
  };
}
