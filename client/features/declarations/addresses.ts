import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';

/** Permanent addresses: of each declaration, and of the answer to each of the three questions. */
export const declarationsAddress = (document: DocumentId): string => `/d/${document}/declarations`;

export const declarationAddress = (document: DocumentId, id: string): string =>
  `${declarationsAddress(document)}/${id}`;

export const correctionAddress = (document: DocumentId, id: string): string =>
  `${declarationAddress(document, id)}/correct`;

/** Where one files a declaration, on a paragraph if it is given. */
export const newDeclarationAddress = (document: DocumentId, paragraph?: ParagraphId): string =>
  `${declarationsAddress(document)}/new${paragraph === undefined ? '' : `?${new URLSearchParams({ paragraph })}`}`;

/** Who diverged from a paragraph; of a version if one is named, else of the adopted or latest one. */
export const paragraphQuestion = (
  document: DocumentId,
  paragraph: ParagraphId,
  version?: VersionId,
): string =>
  `${declarationsAddress(document)}/paragraph/${encodeURIComponent(paragraph)}${
    version === undefined ? '' : `?${new URLSearchParams({ version })}`
  }`;

export const delegationQuestion = (document: DocumentId, delegation: DelegationId): string =>
  `${declarationsAddress(document)}/delegation/${delegation}`;

export const termQuestion = (document: DocumentId, term: string): string =>
  `${declarationsAddress(document)}/term/${encodeURIComponent(term)}`;

/** A paragraph in a version: the text itself. */
export const textAddress = (document: DocumentId, version: VersionId, paragraph?: ParagraphId): string =>
  `/d/${document}/v/${version}${paragraph === undefined ? '' : `#p-${paragraph}`}`;
