import { useMemo } from 'react';
import { type SearchableText, searchable } from '../../../shared/domain/term-occurrences.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Version } from '../../../shared/model/version.ts';
import { citations } from '../../../shared/text/citation.ts';
import { type Failure, failureIn } from '../../api/request.ts';
import { useVersion } from '../../api/versions.ts';

/** A version as declarations speak of it: paragraphs by id and citation, and a text to find terms in. */
export interface RecordText {
  readonly version: Version;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly byId: ReadonlyMap<ParagraphId, LabelledParagraph>;
  /** Paragraph → how it is cited. */
  readonly cited: ReadonlyMap<ParagraphId, string>;
  readonly searchable: SearchableText;
}

/** A version, once it is here. `latest` follows publication. */
export function useRecordText(
  id: DocumentId,
  version: VersionId | 'latest' | null,
): { readonly text: RecordText | null; readonly failure: Failure | null } {
  const { data, error } = useVersion(id, version ?? 'latest', version !== null);
  const text = useMemo(() => (data === undefined ? null : recordText(data)), [data]);
  return { text, failure: error === null ? null : failureIn(error) };
}

export function recordText(version: Version): RecordText {
  const { paragraphs } = version;
  return {
    version,
    paragraphs,
    byId: new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph])),
    cited: citations(paragraphs),
    searchable: searchable(paragraphs),
  };
}
