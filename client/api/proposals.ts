import type { ProposeRequest } from '../../shared/api/proposal.ts';
import type { DocumentId, ProposalId } from '../../shared/model/ids.ts';
import { useRegisterAct } from './register/use-register-act.ts';

const at = (document: DocumentId, proposal?: ProposalId, rest = ''): string =>
  `/documents/${document}/proposals${proposal === undefined ? '' : `/${proposal}`}${rest}`;

/** Sends a proposal. `keyOf` gives the draft's own key, which outlives the page. */
export const usePropose = (document: DocumentId, keyOf: () => string) =>
  useRegisterAct<ProposeRequest>(document, {
    method: 'POST',
    path: () => at(document),
    body: (input) => input,
    keyOf,
  });
