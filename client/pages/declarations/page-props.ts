import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';

export interface PageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** The text that declarations speak of unless another is named: the adopted version, else the latest. */
export const textOf = (answer: DocumentAnswer | undefined): VersionId | 'latest' | null =>
  answer === undefined || answer.versions.length === 0
    ? null
    : (answer.document.adoption?.version ?? 'latest');
