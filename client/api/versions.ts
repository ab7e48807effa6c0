import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PublicationAnswer } from '../../shared/api/comparison.ts';
import type { Authorship } from '../../shared/api/text.ts';
import type { ImportAnswer, ImportQuery, PublishAnswer, PublishRequest } from '../../shared/api/version.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Version } from '../../shared/model/version.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

/** A published text. It never changes, so it is read once; `latest` is asked again. */
export const useVersion = (id: DocumentId, version: string, enabled = true) =>
  useQuery({ ...versionQuery(id, version), enabled });

/** The query behind `useVersion`, for asking several at once. */
export const versionQuery = (id: DocumentId, version: string) =>
  queryOptions({
    queryKey: keys.version(id, version),
    queryFn: () => requestOrThrow<Version>('GET', `/documents/${id}/versions/${version}`),
    ...(version === 'latest' ? {} : { staleTime: Number.POSITIVE_INFINITY }),
  });

/** What publishing now would do. The working text moves on, so it is asked anew each time the page opens. */
export const usePublication = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.publication(id),
    queryFn: () => requestOrThrow<PublicationAnswer>('GET', `/documents/${id}/publication`),
    enabled,
    // What is looked at must not change under the reader: it is read anew only when asked.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const usePublish = (id: DocumentId) =>
  useAct<PublishRequest, PublishAnswer>({
    method: 'POST',
    path: () => `/documents/${id}/versions`,
    body: (input) => input,
    stale: () => [keys.document(id), keys.documents],
  });

export const useAuthorship = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.authorship(id),
    queryFn: () => requestOrThrow<Authorship>('GET', `/documents/${id}/text/authorship`),
    enabled,
    staleTime: 0,
  });

export interface ImportInput {
  readonly file: File;
  readonly query: ImportQuery;
}

export const useImport = (id: DocumentId) =>
  useAct<ImportInput, ImportAnswer>({
    method: 'POST',
    path: ({ query }) => `/documents/${id}/import?${new URLSearchParams(query as Record<string, string>)}`,
    body: ({ file }) => {
      const form = new FormData();
      form.append('file', file);
      return form;
    },
    stale: () => [keys.document(id), keys.documents],
  });

export const EXPORT_FORMATS = ['docx', 'html', 'md', 'txt', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Address of a download; `what` is `working` or a version's id. */
export const exportAddress = (id: DocumentId, what: string, format: ExportFormat): string =>
  `/api/documents/${id}/export/${what}.${format}`;

/** Address of a comparison as a file, as `what` names texts. */
export const comparisonAddress = (id: DocumentId, from: string, to: string, format: string): string =>
  `/api/documents/${id}/export/comparison.${format}?${new URLSearchParams({ from, to })}`;
