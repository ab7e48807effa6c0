import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { TextAnswer } from '../../../shared/api/text.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { BaseLabels } from '../../../shared/text/labels.ts';
import { keys } from '../../api/keys.ts';
import { requestOrThrow } from '../../api/request.ts';
import type { Connection } from '../../editor/connection/connection.ts';

/**
 * The labels that the latest version froze: `12 bis` is counted between them. Null where there is no version,
 * undefined while it is not known. Asked again when a version is published.
 */
export function useBaseLabels(id: DocumentId, connection: Connection | null): BaseLabels | null | undefined {
  const queries = useQueryClient();
  const key = useMemo(() => [...keys.document(id), 'base-labels'], [id]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => (await requestOrThrow<TextAnswer>('GET', `/documents/${id}/text`)).base,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(
    () =>
      connection?.onEvent((event) => {
        if (event.kind === 'version-published' || event.kind === 'text-imported')
          void queries.invalidateQueries({ queryKey: key });
      }),
    [connection, queries, key],
  );
  return useMemo(() => {
    if (data === undefined) return undefined;
    if (data.version === null) return null;
    return new Map(Object.entries(data.labels)) as ReadonlyMap<string, string> as ReadonlyMap<ParagraphId, string>;
  }, [data]);
}
