import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WaitingAnswer } from '../../shared/api/waiting.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { documentEvents } from './events/document-events.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

/** What waits for the visitor, counted by the server. */
export const useWaiting = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.waiting(id),
    queryFn: () => requestOrThrow<WaitingAnswer>('GET', `/documents/${id}/waiting`),
    enabled,
  });

/** Changes in the register within this time are asked for once, in ms. */
const REST_MS = 1500;

/** Asks again when the register changes, for as long as the page stands. */
export function useFreshWaiting(id: DocumentId, enabled: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = documentEvents(id).listen((heard) => {
      const positions = heard.kind === 'register-changed' && heard.only === 'positions';
      if ((heard.kind !== 'register-changed' && heard.kind !== 'back') || positions) return;
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: keys.waiting(id) });
      }, REST_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [id, enabled, queries]);
}
