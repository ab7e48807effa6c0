import type { ComparisonRow } from '../../../shared/compare/comparison.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { ChangedWords } from './changed-words.tsx';
import { isChange } from './entries.ts';
import { markedWords } from './marked-words.ts';
import { rowAddress, vacatedAddress } from './row-address.ts';
import { ItuSymbol, labelText, RowFacts } from './row-facts.tsx';

interface RowProps {
  readonly row: ComparisonRow;
  readonly index: number;
  readonly from: readonly LabelledParagraph[];
  readonly to: readonly LabelledParagraph[];
  /** Whether this is the change that n and p have led to. */
  readonly current: boolean;
}

/** The paragraph that gives a row its looks: the new one, or the old one where there is no new. */
export const leadingParagraph = (
  row: ComparisonRow,
  from: readonly LabelledParagraph[],
  to: readonly LabelledParagraph[],
): LabelledParagraph | undefined => to[row.to[0] ?? -1] ?? from[row.from[0] ?? -1];

/** One row as one redline. */
export function InlineRow({ row, index, from, to, current }: RowProps) {
  const looks = leadingParagraph(row, from, to);
  const label = labelText(row.labels.to) || labelText(row.labels.from);
  return (
    <li
      className="compare-row"
      id={rowAddress(row)}
      data-row={index}
      data-change={isChange(row) ? row.kind : undefined}
      data-moved={row.moved || undefined}
      data-current={current || undefined}
      tabIndex={-1}
    >
      <RowFacts row={row} vacatedHref={`#${vacatedAddress(row)}`} />
      <p className="paragraph" data-kind={looks?.kind} data-level={looks?.level} dir={looks?.dir ?? 'auto'}>
        {label === '' ? null : (
          <span className="paragraph-label">
            <bdi>{label}</bdi>
          </span>
        )}
        <ItuSymbol row={row} />
        <ChangedWords words={markedWords(row, from, to)} side="both" />
      </p>
    </li>
  );
}
