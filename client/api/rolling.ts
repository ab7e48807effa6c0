import type { StatusRequest } from '../../shared/api/disposition.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { useAct } from './act.ts';
import { putEntry } from './register/register-stores.ts';

/** One status for paragraphs of the working text, all or none. */
export const useSetStatuses = (id: DocumentId) =>
  useAct<StatusRequest, { readonly entries: readonly RegisterEntry[] }>({
    method: 'POST',
    path: () => `/documents/${id}/statuses`,
    body: (input) => input,
    stale: () => [],
    done: ({ entries }) => {
      for (const entry of entries) putEntry(id, entry);
    },
  });

export const ROLLING_FORMATS = ['docx', 'html'] as const;

/** Address of the rolling text as a file. */
export const rollingAddress = (id: DocumentId, format: (typeof ROLLING_FORMATS)[number]): string =>
  `/api/documents/${id}/export/rolling.${format}`;
