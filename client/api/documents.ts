import { queryOptions, useQuery } from '@tanstack/react-query';
import type {
  ChangedDocument,
  ConfigureRequest,
  CreateDocumentRequest,
  CreatedDocument,
  DocumentAnswer,
  DocumentsAnswer,
  PhaseRequest,
} from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

export const useDocuments = () =>
  useQuery({
    queryKey: keys.documents,
    queryFn: () => requestOrThrow<DocumentsAnswer>('GET', '/documents'),
  });

/** A document, what the visitor may do there, and its versions. */
export const useDocument = (id: DocumentId) => useQuery(documentQuery(id));

/** The query behind `useDocument`, for asking a part of it. */
export const documentQuery = (id: DocumentId) =>
  queryOptions({
    queryKey: keys.summary(id),
    queryFn: () => requestOrThrow<DocumentAnswer>('GET', `/documents/${id}`),
  });

export const useCreateDocument = () =>
  useAct<CreateDocumentRequest, CreatedDocument>({
    method: 'POST',
    path: () => '/documents',
    body: (input) => input,
    stale: () => [keys.documents, keys.session],
  });

export const useConfigure = (id: DocumentId) =>
  useAct<ConfigureRequest, ChangedDocument>({
    method: 'PATCH',
    path: () => `/documents/${id}`,
    body: (input) => input,
    stale: () => [keys.document(id), keys.documents],
  });

export const useChangePhase = (id: DocumentId) =>
  useAct<PhaseRequest, ChangedDocument>({
    method: 'POST',
    path: () => `/documents/${id}/phase`,
    body: (input) => input,
    stale: () => [keys.document(id), keys.documents],
  });
