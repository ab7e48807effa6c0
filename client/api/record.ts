import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { DocumentRecord } from '../../shared/model/record.ts';
import { documentEvents } from './events/document-events.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

/** Changes within this time are asked for once, in ms: the record is long, and nobody reads it by the second. */
const REST_MS = 5000;

/** The record as it stands; asked for again after something was recorded. */
export function useRecord(id: DocumentId, enabled: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = documentEvents(id).listen(() => {
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: keys.record(id) });
      }, REST_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [id, queries]);
  return useQuery({
    queryKey: keys.record(id),
    queryFn: () => requestOrThrow<DocumentRecord>('GET', `/documents/${id}/record`),
    enabled,
  });
}

/** Addresses of the record as files. */
export const recordFile = (
  id: DocumentId,
  file: 'record.docx' | 'archive.json' | 'dispositions.docx',
): string => `/api/documents/${id}/export/${file}`;
