import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import { keys } from '../../api/keys.ts';
import { useFedEvents } from '../../api/register/use-fed-events.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { useObservable } from './use-observable.ts';

/**
 * Asks for the document again when something happened in it: told by an event, or, where the line was down
 * meanwhile, seen from the phase that the server names. "Frozen since" must never show an older phase.
 */
export function useFreshDocument(connection: Connection, document: OutcomeDocument): void {
  const queries = useQueryClient();
  const phase = useObservable(connection.permissions)?.phase ?? document.phase;
  const { id } = document;
  useFedEvents(id, connection);
  useEffect(
    () =>
      connection.onEvent(({ kind }) => {
        if (kind === 'register-changed' || kind === 'notices-changed') return;
        void queries.invalidateQueries({ queryKey: keys.summary(id) });
      }),
    [connection, queries, id],
  );
  useEffect(() => {
    if (phase !== document.phase) void queries.invalidateQueries({ queryKey: keys.summary(id) });
  }, [phase, document.phase, queries, id]);
}
