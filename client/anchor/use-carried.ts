import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Chained } from '../../shared/anchor/chain.ts';
import type { AnchorParagraph } from '../../shared/anchor/indexed-text.ts';
import type { AnchoredText, Place } from '../../shared/model/anchor.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { textLoader } from './load-text.ts';
import { findInWorker, findPlaces } from './place-finder.ts';

/** Places, and the state of the text that they were found in. */
export interface Carried {
  readonly places: ReadonlyMap<string, Place>;
  readonly paragraphs: readonly AnchorParagraph[];
}

const NOWHERE: Carried = { places: new Map(), paragraphs: [] };

/**
 * Where anchors that were put on other texts stand in the text on screen, found by comparison in a worker. Answers
 * the places found last with the text they were found in (`followOn` brings them up to date), and a function to look
 * anew when the text has changed: one search runs at a time, and a request that comes meanwhile is answered by one
 * more. `chained` and `order` should stay the same while they say the same; `order`: all versions, oldest first.
 */
export function useCarried(
  documentId: DocumentId,
  name: AnchoredText,
  paragraphs: () => readonly AnchorParagraph[],
  chained: ReadonlyMap<string, Chained>,
  order: readonly VersionId[],
): { readonly carried: Carried; readonly look: () => void } {
  const queries = useQueryClient();
  const load = useMemo(() => textLoader(queries, documentId), [queries, documentId]);
  const [found, setFound] = useState<{ readonly in: AnchoredText | null; readonly carried: Carried }>({
    in: null,
    carried: NOWHERE,
  });
  const running = useRef(false);
  /** The search to make when the running one is done: the newest one asked for. */
  const next = useRef<(() => Promise<void>) | null>(null);
  const mounted = useRef(false);

  const look = useCallback((): void => {
    next.current = async () => {
      const words = paragraphs();
      const places = await findPlaces(findInWorker, load, { name, paragraphs: words }, chained, order);
      // Places that were asked for meanwhile are better, but these are better than the last ones.
      if (mounted.current) setFound({ in: name, carried: { places, paragraphs: words } });
    };
    if (running.current || chained.size === 0) return;
    const search = async (): Promise<void> => {
      running.current = true;
      try {
        for (let one = next.current; one !== null; one = next.current) {
          next.current = null;
          await one();
        }
      } finally {
        running.current = false;
      }
    };
    void search();
  }, [name, paragraphs, chained, order, load]);

  useEffect(() => {
    mounted.current = true;
    look();
    return () => {
      mounted.current = false;
      next.current = null;
    };
  }, [look]);

  // What was found last stays while more is looked for: marks must not go and come with every comment.
  return { carried: found.in === name ? found.carried : NOWHERE, look };
}
