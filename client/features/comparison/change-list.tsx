import type { Comparison } from '../../../shared/compare/comparison.ts';
import { useMessages } from '../../ui/messages.ts';
import type { CompareView } from './compare-address.ts';
import type { ComparedSide } from './compared-side.ts';
import type { Entry } from './entries.ts';
import { InlineRow } from './inline-row.tsx';
import { rowAddress, vacatedAddress } from './row-address.ts';
import { labelText } from './row-facts.tsx';
import { SideRow } from './side-row.tsx';

interface ChangeListProps {
  readonly comparison: Comparison;
  readonly entries: readonly Entry[];
  readonly from: ComparedSide;
  readonly to: ComparedSide;
  readonly view: CompareView;
  readonly current: number | null;
  readonly onUnfold: (first: number) => void;
}

/** The rows of a comparison, folds and vacated places between them. */
export function ChangeList({ comparison, entries, from, to, view, current, onUnfold }: ChangeListProps) {
  const { t } = useMessages();
  const Row = view === 'inline' ? InlineRow : SideRow;
  return (
    <ol className="compare-list text" data-view={view}>
      {view === 'side' ? (
        <li className="compare-pair compare-heads">
          <bdi>{from.name}</bdi>
          <bdi>{to.name}</bdi>
        </li>
      ) : null}
      {entries.map((entry) => {
        switch (entry.kind) {
          case 'fold':
            return (
              <li key={`fold-${entry.first}`} className="compare-fold no-print">
                <button type="button" onClick={() => onUnfold(entry.first)}>
                  {t('changes.unchanged', { count: entry.count })}
                  <FoldedLabels comparison={comparison} first={entry.first} count={entry.count} />
                </button>
              </li>
            );
          case 'vacated':
            return <VacatedPlace key={vacatedAddress(entry.row)} row={entry.row} />;
          case 'row':
            return (
              <Row
                key={rowAddress(entry.row)}
                row={entry.row}
                index={entry.index}
                from={from.paragraphs}
                to={to.paragraphs}
                current={entry.index === current}
              />
            );
        }
        return null;
      })}
    </ol>
  );
}

/** Which paragraphs are folded: `12–17`. */
function FoldedLabels({
  comparison,
  first,
  count,
}: {
  comparison: Comparison;
  first: number;
  count: number;
}) {
  const labels = comparison.rows
    .slice(first, first + count)
    .map((row) => labelText(row.labels.to))
    .filter((label) => label !== '');
  if (labels.length === 0) return null;
  const [start, end] = [labels[0], labels.at(-1)];
  return <bdi className="compare-folded">{start === end ? start : `${start}–${end}`}</bdi>;
}

function VacatedPlace({
  row,
}: {
  row: Entry & { kind: 'vacated' } extends { row: infer Row } ? Row : never;
}) {
  const { t } = useMessages();
  const before = labelText(row.labels.from);
  const after = labelText(row.labels.to);
  return (
    <li className="compare-vacated" id={vacatedAddress(row)}>
      <a href={`#${rowAddress(row)}`}>
        {before === ''
          ? t('comparison.vacatedUnnamed')
          : t('comparison.vacated', { from: before, to: after || t('comparison.elsewhere') })}
      </a>
    </li>
  );
}
