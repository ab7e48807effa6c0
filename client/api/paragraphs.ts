import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { TextAnswer } from '../../shared/api/text.ts';
import { headingsOf } from '../../shared/domain/input-order.ts';
import type { AnchoredText } from '../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { citations } from '../../shared/text/citation.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';
import { useVersion } from './versions.ts';

/** The working text as the server has it, without following it. */
export const useWorkingText = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.text(id),
    queryFn: () => requestOrThrow<TextAnswer>('GET', `/documents/${id}/text`),
    enabled,
  });

/** The text by which what is said in the register is ordered and cited. */
export interface OrderingText {
  /** Which text it is; null: there is none yet that the visitor may see. */
  readonly text: AnchoredText | null;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly cited: ReadonlyMap<ParagraphId, string>;
  /** Paragraph → the heading it stands below. */
  readonly headings: ReadonlyMap<ParagraphId, ParagraphId>;
}

const NONE: readonly LabelledParagraph[] = [];

/** The working text where the visitor may see it, else the latest version; undefined while it is read. */
export function useOrderingText(id: DocumentId, answer: DocumentAnswer): OrderingText | undefined {
  const mayWorking = answer.abilities['text.view'].allowed;
  const hasVersion = answer.versions.length > 0 && answer.abilities['version.view'].allowed;
  const working = useWorkingText(id, mayWorking);
  const latest = useVersion(id, 'latest', !mayWorking && hasVersion);
  const text = mayWorking ? 'working' : hasVersion ? latest.data?.id : null;
  const paragraphs = mayWorking ? working.data?.paragraphs : hasVersion ? latest.data?.paragraphs : NONE;
  return useMemo(
    () =>
      paragraphs === undefined
        ? undefined
        : { text: text ?? null, paragraphs, cited: citations(paragraphs), headings: headingsOf(paragraphs) },
    [paragraphs, text],
  );
}
