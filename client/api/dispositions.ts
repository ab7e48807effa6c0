import type {
  ContestRequest,
  DisposeRequest,
  DispositionsAnswer,
  LinkRequest,
  ReactionRequest,
  SplitRequest,
} from '../../shared/api/disposition.ts';
import type { CommentId, DocumentId } from '../../shared/model/ids.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { useAct } from './act.ts';
import { putEntry } from './register/register-stores.ts';
import { useRegisterAct } from './register/use-register-act.ts';

interface EntriesAnswer {
  readonly entries: readonly RegisterEntry[];
}

const putAll =
  (id: DocumentId) =>
  ({ entries }: EntriesAnswer): void => {
    for (const entry of entries) putEntry(id, entry);
  };

/** One decision on one input or on many, all or none. */
export const useDispose = (id: DocumentId) =>
  useAct<DisposeRequest, DispositionsAnswer>({
    method: 'POST',
    path: () => `/documents/${id}/dispositions`,
    body: (input) => input,
    stale: () => [],
    done: putAll(id),
  });

/** Splits a submission into items, anew each time; none undoes the split. */
export const useSplit = (id: DocumentId) =>
  useAct<SplitRequest & { readonly comment: CommentId }, EntriesAnswer>({
    method: 'POST',
    path: ({ comment }) => `/documents/${id}/comments/${comment}/items`,
    body: ({ items }) => ({ items }),
    stale: () => [],
    done: putAll(id),
  });

/** Calls inputs equal; with the id of a link that stands, says anew which. */
export const useLink = (id: DocumentId) =>
  useRegisterAct<LinkRequest>(id, {
    method: 'POST',
    path: () => `/documents/${id}/links`,
    body: (input) => input,
  });

export const useRelink = (id: DocumentId) =>
  useRegisterAct<LinkRequest & { readonly link: string }>(id, {
    method: 'PUT',
    path: ({ link }) => `/documents/${id}/links/${link}`,
    body: ({ inputs }) => ({ inputs }),
  });

/** The author's delegation says whether it is satisfied. */
export const useReact = (id: DocumentId) =>
  useRegisterAct<ReactionRequest & { readonly disposition: string }>(id, {
    method: 'POST',
    path: ({ disposition }) => `/documents/${id}/dispositions/${disposition}/reaction`,
    body: ({ disposition: _, ...reaction }) => reaction,
  });

/** The author's delegation contests how its input was summarised. */
export const useContest = (id: DocumentId) =>
  useRegisterAct<ContestRequest & { readonly disposition: string }>(id, {
    method: 'POST',
    path: ({ disposition }) => `/documents/${id}/dispositions/${disposition}/contests`,
    body: ({ text }) => ({ text }),
  });

/** Facilitators answer the contest. */
export const useAnswerContest = (id: DocumentId) =>
  useRegisterAct<ContestRequest & { readonly disposition: string }>(id, {
    method: 'POST',
    path: ({ disposition }) => `/documents/${id}/dispositions/${disposition}/contests/answer`,
    body: ({ text }) => ({ text }),
  });

export const DISPOSITION_FORMATS = ['csv', 'xlsx', 'docx'] as const;

/** Address of the disposition table as a file. */
export const dispositionsAddress = (id: DocumentId, format: (typeof DISPOSITION_FORMATS)[number]): string =>
  `/api/documents/${id}/export/dispositions.${format}`;
