import type { AskedStatement, StatementsAnswer, StatementsRequest } from '../../shared/api/statement.ts';
import type { SubmissionAnswer, SubmissionRequest } from '../../shared/api/submission.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useAct } from './act.ts';
import type { KeptKey } from './comments.ts';
import { putEntry } from './register/register-stores.ts';
import { useRegisterAct } from './register/use-register-act.ts';

const at = (id: DocumentId): string => `/documents/${id}/statements`;

/** Puts statements into the library: all of them in one act. */
export const usePutStatements = (id: DocumentId, kept: KeptKey = {}) =>
  useAct<StatementsRequest, StatementsAnswer>({
    method: 'POST',
    path: () => at(id),
    body: (input) => input,
    stale: () => [],
    done: ({ entries }) => {
      for (const entry of entries) putEntry(id, entry);
    },
    ...kept,
  });

/** Changes a statement, upon the revision that was looked at. */
export const useEditStatement = (id: DocumentId, statement: string) =>
  useRegisterAct<{ readonly revision: number; readonly statement: AskedStatement }>(id, {
    method: 'PUT',
    path: () => `${at(id)}/${statement}`,
    body: (input) => input,
  });

export const useVerifyStatement = (id: DocumentId, statement: string) =>
  useRegisterAct<{ readonly revision: number; readonly verified: boolean }>(id, {
    method: 'POST',
    path: () => `${at(id)}/${statement}/verification`,
    body: (input) => input,
  });

export const useWithdrawStatement = (id: DocumentId, statement: string) =>
  useRegisterAct<void>(id, { method: 'POST', path: () => `${at(id)}/${statement}/withdrawal` });

/** Enters answers to a questionnaire for whoever sent them. */
export const useEnterSubmission = (id: DocumentId, kept: KeptKey = {}) =>
  useRegisterAct<SubmissionRequest, SubmissionAnswer>(id, {
    method: 'POST',
    path: () => `/documents/${id}/submissions`,
    body: (input) => input,
    stale: ({ items }) => {
      for (const entry of items) putEntry(id, entry);
      return [];
    },
    ...kept,
  });
