import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { Input } from '../../../../shared/domain/input.ts';
import { aroundDecision, type WordingChange, wordingChange } from '../../../../shared/domain/led-to.ts';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { citations } from '../../../../shared/text/citation.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import { versionQuery } from '../../../api/versions.ts';

/** What a decision changed in a paragraph, and between which texts that is seen. */
export interface SeenChange {
  readonly label: string;
  /** Names of the two texts; `from` null where there was none before, `to` null where the change is not public yet. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where it is read in the later text. */
  readonly text: VersionId | 'working' | null;
  /** Null: the texts are on their way, or neither has the paragraph. */
  readonly change: WordingChange | null;
}

interface Known {
  readonly name: string;
  readonly paragraphs: ReadonlyMap<ParagraphId, LabelledParagraph>;
  readonly cited: ReadonlyMap<ParagraphId, string>;
}

/** Answers what a decision changed in a paragraph, from the versions around it; they are read when first needed. */
export function useWordings(
  answer: DocumentAnswer,
  inputs: readonly Input[],
  working: OrderingText,
  workingName: string,
): (disposition: Disposition, paragraph: ParagraphId) => SeenChange {
  const { versions } = answer;
  const needed = useMemo(() => {
    const ids = new Set<VersionId>();
    for (const { disposition } of inputs) {
      if (disposition === null || disposition.ledTo.length === 0) continue;
      const { before, next } = aroundDecision(disposition.after, versions);
      for (const id of [before, next]) if (id !== null) ids.add(id);
    }
    return [...ids];
  }, [inputs, versions]);
  const texts = useQueries({
    queries: needed.map((id) => versionQuery(answer.document.id, id)),
    combine: (results) => results.map(({ data }) => data),
  });
  const known = useMemo(() => {
    const byId = new Map<VersionId | 'working', Known>();
    const put = (id: VersionId | 'working', name: string, paragraphs: readonly LabelledParagraph[]): void =>
      void byId.set(id, {
        name,
        paragraphs: new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph])),
        cited: citations(paragraphs),
      });
    for (const text of texts) if (text !== undefined) put(text.id, text.name, text.paragraphs);
    if (working.text === 'working') put('working', workingName, working.paragraphs);
    return byId;
  }, [texts, working, workingName]);
  return useMemo(
    () => (disposition, paragraph) => {
      const { before, next } = aroundDecision(disposition.after, versions);
      const later = next ?? (working.text === 'working' ? ('working' as const) : null);
      const old = before === null ? undefined : known.get(before);
      const fresh = later === null ? undefined : known.get(later);
      const waiting = (before !== null && old === undefined) || (later !== null && fresh === undefined);
      return {
        label: fresh?.cited.get(paragraph) ?? old?.cited.get(paragraph) ?? '',
        from: old?.name ?? null,
        to: fresh?.name ?? null,
        text: later,
        change:
          waiting || later === null
            ? null
            : wordingChange(old?.paragraphs.get(paragraph), fresh?.paragraphs.get(paragraph)),
      };
    },
    [versions, known, working.text],
  );
}
