import type {
  AdoptionCorrection,
  AdoptionRequest,
  RecordedAdoptionAnswer,
} from '../../shared/api/adoption.ts';
import type {
  ExtensionRequest,
  ObjectionRequest,
  SilenceAnswer,
  SilenceRequest,
} from '../../shared/api/silence.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { keys } from './keys.ts';
import { useRegisterAct } from './register/use-register-act.ts';

/** The phase moves with these acts: what was read of the document is old after them. */
const moves = (id: DocumentId) => ({ stale: () => [keys.document(id), keys.documents] });

export const useOpenSilence = (id: DocumentId) =>
  useRegisterAct<SilenceRequest, SilenceAnswer>(id, {
    ...moves(id),
    method: 'POST',
    path: () => `/documents/${id}/silences`,
    body: (input) => input,
  });

/** Moves the deadline of one that runs to a later one. */
export const useExtendSilence = (id: DocumentId, silence: string) =>
  useRegisterAct<ExtensionRequest, SilenceAnswer>(id, {
    ...moves(id),
    method: 'POST',
    path: () => `/documents/${id}/silences/${silence}/extension`,
    body: (input) => input,
  });

/** Ends one before its deadline. */
export const useEndSilence = (id: DocumentId) =>
  useRegisterAct<string>(id, {
    ...moves(id),
    method: 'POST',
    path: (silence) => `/documents/${id}/silences/${silence}/ending`,
  });

export const useObject = (id: DocumentId, silence: string) =>
  useRegisterAct<ObjectionRequest>(id, {
    method: 'POST',
    path: () => `/documents/${id}/silences/${silence}/objections`,
    body: (input) => input,
  });

export const useWithdrawObjection = (id: DocumentId) =>
  useRegisterAct<string>(id, {
    method: 'POST',
    path: (objection) => `/documents/${id}/objections/${objection}/withdrawal`,
  });

export const useAdopt = (id: DocumentId) =>
  useRegisterAct<AdoptionRequest, RecordedAdoptionAnswer>(id, {
    ...moves(id),
    method: 'POST',
    path: () => `/documents/${id}/adoption`,
    body: (input) => input,
  });

export const useMendAdoption = (id: DocumentId) =>
  useRegisterAct<AdoptionCorrection, RecordedAdoptionAnswer>(id, {
    method: 'PATCH',
    path: () => `/documents/${id}/adoption`,
    body: (input) => input,
  });

export const useCloseRecord = (id: DocumentId) =>
  useRegisterAct<void>(id, {
    ...moves(id),
    method: 'POST',
    path: () => `/documents/${id}/record/closing`,
  });
