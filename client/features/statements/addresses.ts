import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';

export const statementsAddress = (id: DocumentId): string => `/d/${id}/statements`;
export const statementAddress = (id: DocumentId, statement: string): string =>
  `${statementsAddress(id)}/s/${statement}`;
export const importAddress = (id: DocumentId): string => `${statementsAddress(id)}/import`;
export const newStatementAddress = (id: DocumentId): string => `${statementsAddress(id)}/new`;
/** Statements on one paragraph. */
export const onParagraphAddress = (id: DocumentId, paragraph: ParagraphId): string =>
  `${statementsAddress(id)}?paragraph=${encodeURIComponent(paragraph)}`;
