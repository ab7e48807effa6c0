import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { VersionSummary } from '../../shared/model/version.ts';
import type { Viewer } from '../../shared/policy/visible.ts';
import type { RegisterCopy } from './register-copies.ts';

/** Somebody who reads notices of one document, and what is needed to put them into words. */
export interface NoticeReader {
  readonly document: OutcomeDocument;
  readonly participant: Participant;
  readonly viewer: Viewer;
  readonly register: RegisterCopy;
  readonly versions: readonly VersionSummary[];
  readonly people: readonly Participant[];
  readonly delegations: readonly Delegation[];
}
