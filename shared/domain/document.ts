import type { OutcomeDocument, RegisterAudience, WorkingTextAudience } from '../model/document.ts';
import type { DocumentId, IsoTime } from '../model/ids.ts';

export interface NewDocument {
  readonly title: string;
  readonly workingText: WorkingTextAudience;
  readonly register: RegisterAudience;
}

/** A document as it begins: in preparation, for its facilitators to set up. */
export const createDocument = (
  id: DocumentId,
  wanted: NewDocument,
  now: IsoTime,
  sample: boolean,
): OutcomeDocument => ({
  id,
  title: wanted.title.trim(),
  phase: 'preparation',
  phaseSince: now,
  closesAt: null,
  workingText: wanted.workingText,
  register: wanted.register,
  createdAt: now,
  sample,
});

/** Title and audiences as wanted; what is absent stays. */
export const configureDocument = (
  document: OutcomeDocument,
  wanted: Partial<NewDocument>,
): OutcomeDocument => ({
  ...document,
  title: wanted.title?.trim() ?? document.title,
  workingText: wanted.workingText ?? document.workingText,
  register: wanted.register ?? document.register,
});
