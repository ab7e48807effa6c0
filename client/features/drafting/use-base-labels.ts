import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { TextAnswer } from '../../../shared/api/text.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { BaseLabels } from '../../../shared/text/labels.ts';
import { keys } from '../../api/keys.ts';
import { requestOrThrow } from '../../api/request.ts';
import type { Connection } from '../../editor/connection/connection.ts';

/** The latest version and the labels it froze. */
export interface Base {
  readonly version: VersionId | null;
  /** `12 bis` is counted between them. Null where there is no version, undefined while it is not known. */
  readonly labels: BaseLabels | null | undefined;
}

const UNKNOWN: Base = { version: null, labels: undefined };

/** Asked once, and again when a version is published or a text imported. */
export function useBaseLabels(id: DocumentId, connection: Connection): Base {
  const queries = useQueryClient();
  const key = useMemo(() => [...keys.document(id), 'base-labels'], [id]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => (await requestOrThrow<TextAnswer>('GET', `/documents/${id}/text`)).base,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.kind === 'version-published' || event.kind === 'text-imported')
          void queries.invalidateQueries({ queryKey: key });
      }),
    [connection, queries, key],
  );
  return useMemo(() => {
    if (data === undefined) return UNKNOWN;
    const labels =
      data.version === null ? null : new Map(Object.entries(data.labels) as [ParagraphId, string][]);
    return { version: data.version, labels };
  }, [data]);
}
