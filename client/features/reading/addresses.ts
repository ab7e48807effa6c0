import type { DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';

/** The id of a paragraph's element, and so the fragment that leads to it. */
export const elementIdOf = (paragraph: string): string => `p-${paragraph}`;

export const versionAddress = (document: DocumentId, version: VersionId | 'latest'): string =>
  `/d/${document}/v/${version}`;

/** The permanent link to a paragraph of a version: the version never changes, so neither does what it leads to. */
export const paragraphAddress = (
  origin: string,
  document: DocumentId,
  version: VersionId,
  paragraph: ParagraphId,
): string => `${origin}${versionAddress(document, version)}#${elementIdOf(paragraph)}`;
