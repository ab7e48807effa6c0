import './compare.css';
import './compare-side.css';
import { useMemo, useState } from 'react';
import type { ComparisonAnswer } from '../../../shared/api/comparison.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { ChangeList } from './change-list.tsx';
import type { ComparedSide } from './compared-side.ts';
import { entriesOf } from './entries.ts';

interface AnsweredChangesProps {
  /** A comparison as the server answered it: its paragraphs without their words. */
  readonly comparison: ComparisonAnswer;
  /** The paragraphs of both texts where this device has them, for the formats of the words. */
  readonly from: readonly LabelledParagraph[];
  readonly to: readonly LabelledParagraph[];
}

/** Every change of a comparison that the server made, drawn as the compare page draws it. */
export function AnsweredChanges({ comparison, from, to }: AnsweredChangesProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const entries = useMemo(
    () => entriesOf(comparison, { onlyChanges: true, context: 0, opened }),
    [comparison, opened],
  );
  const sides = useMemo(
    () => ({ from: sideOf(comparison.from, from), to: sideOf(comparison.to, to) }),
    [comparison, from, to],
  );
  return (
    <div className="compare" data-style="word" data-view="inline">
      <ChangeList
        comparison={comparison}
        entries={entries}
        {...sides}
        view="inline"
        current={null}
        onUnfold={(first) => setOpened(new Set([...opened, first]))}
      />
    </div>
  );
}

/** The side as the answer tells it; words of runs that fit are taken over, others stand unformatted. */
function sideOf(
  { text, name, paragraphs }: ComparisonAnswer['from'],
  known: readonly LabelledParagraph[],
): ComparedSide {
  const byId = new Map(known.map((paragraph) => [paragraph.id, paragraph]));
  return {
    text,
    name,
    paragraphs: paragraphs.map((paragraph): LabelledParagraph => {
      const { runs = [], text: words = '' } = byId.get(paragraph.id) ?? {};
      return { from: [], pinned: null, runs, text: words, ...paragraph };
    }),
  };
}
