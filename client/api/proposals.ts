import type { AcceptanceRequest, ProposeRequest } from '../../shared/api/proposal.ts';
import type { DelegationId, DocumentId, ProposalId } from '../../shared/model/ids.ts';
import type { ProposedChange, Sponsorship } from '../../shared/model/proposal.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { keys } from './keys.ts';
import { putEntry } from './register/register-stores.ts';
import { useRegisterAct } from './register/use-register-act.ts';

/** A change as it is sent: the server gives it its id. */
export type SentChange = Omit<ProposedChange, 'id'>;

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

/** Words of a proposal of one's own, changed. */
export const useEditProposal = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<{ readonly changes: readonly SentChange[]; readonly rationale: string }>(document, {
    method: 'PATCH',
    path: () => at(document, proposal),
    body: (input) => input,
  });

export const useWithdrawProposal = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<void>(document, { method: 'POST', path: () => at(document, proposal, '/withdrawal') });

/** Makes a delegation's own proposal public: its head alone may. */
export const useSubmitProposal = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<void>(document, { method: 'POST', path: () => at(document, proposal, '/submission') });

/** One's own delegation asks to co-sponsor. */
export const useAskToSponsor = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<void>(document, { method: 'POST', path: () => at(document, proposal, '/sponsorships') });

export interface SponsorAnswer {
  readonly delegation: DelegationId;
  readonly state: Exclude<Sponsorship['state'], 'asked'>;
}

/** The proposer accepts or declines who asked; a co-sponsor leaves. */
export const useAnswerSponsor = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<SponsorAnswer>(document, {
    method: 'POST',
    path: ({ delegation }) => at(document, proposal, `/sponsorships/${delegation}`),
    body: ({ state }) => ({ state }),
  });

export interface CompromiseOffer {
  readonly changes: readonly SentChange[];
  readonly reason: string;
}

export const useOfferCompromise = (document: DocumentId, proposal: ProposalId, keyOf: () => string) =>
  useRegisterAct<CompromiseOffer>(document, {
    method: 'POST',
    path: () => at(document, proposal, '/compromise'),
    body: (input) => input,
    keyOf,
  });

export const useAnswerCompromise = (document: DocumentId, proposal: ProposalId) =>
  useRegisterAct<{ readonly accepted: boolean; readonly reason: string }>(document, {
    method: 'POST',
    path: () => at(document, proposal, '/compromise/answer'),
    body: (input) => input,
  });

interface TakenUp {
  readonly entry: RegisterEntry;
  readonly disposition: RegisterEntry;
}

/** Takes a proposal up into the working text. */
export const useAcceptProposal = (document: DocumentId, proposal: ProposalId, keyOf: () => string) =>
  useRegisterAct<AcceptanceRequest, TakenUp>(document, {
    method: 'POST',
    path: () => at(document, proposal, '/acceptance'),
    body: (input) => input,
    keyOf,
    stale: ({ disposition }) => {
      putEntry(document, disposition);
      return [keys.text(document)];
    },
  });
