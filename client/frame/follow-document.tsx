import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentId } from '../../shared/model/ids.ts';
import { documentEvents } from '../api/events/document-events.ts';
import { keys } from '../api/keys.ts';

/**
 * Asks for the document again when its phase, its versions, its people or its audiences changed, on every page of it:
 * a text that has just been put under silence, or adopted, must not look open anywhere.
 */
export default function FollowDocument({ id }: { id: DocumentId }) {
  const queries = useQueryClient();
  useEffect(
    () =>
      documentEvents(id).listen(({ kind }) => {
        if (kind === 'register-changed' || kind === 'notices-changed' || kind === 'text-imported') return;
        void queries.invalidateQueries({ queryKey: keys.summary(id) });
      }),
    [id, queries],
  );
  return null;
}
