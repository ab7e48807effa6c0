import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useState } from 'react';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { LiveText } from '../../editor/connection/connection.ts';
import { fetchUntilItComes } from '../../ui/fetch-until-it-comes.ts';
import type { ParagraphCounts, TextSurface } from '../../ui/text-surface.ts';

const loadSurface = () => import('./draft-surface.ts');
const NO_COUNTS: ReadonlyMap<ParagraphId, ParagraphCounts> = new Map();

/** The border to what is said about the working text. Nothing of it is fetched before the text stands there. */
export function useDraftSurface(
  documentId: DocumentId,
  editor: Editor | null,
  live: LiveText | null,
  host: RefObject<HTMLElement | null>,
): { readonly surface: TextSurface | null; readonly counts: ReadonlyMap<ParagraphId, ParagraphCounts> } {
  const [surface, setSurface] = useState<TextSurface | null>(null);
  const [counts, setCounts] = useState(NO_COUNTS);
  useEffect(() => {
    if (editor === null || live === null) return;
    let end: (() => void) | null = null;
    const callOff = fetchUntilItComes(loadSurface, ({ draftSurface }) => {
      const element = host.current;
      if (element === null || editor.isDestroyed) return;
      const made = draftSurface(documentId, editor, live, element, setCounts);
      end = made.end;
      setSurface(made.surface);
    });
    return () => {
      callOff();
      setSurface(null);
      end?.();
    };
  }, [documentId, editor, live, host]);
  return { surface, counts };
}
