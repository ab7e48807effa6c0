import type { ComparisonRow } from '../../../shared/compare/comparison.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { ChangedWords } from './changed-words.tsx';
import { isChange } from './entries.ts';
import { leadingParagraph } from './inline-row.tsx';
import { type MarkedWords, markedWords } from './marked-words.ts';
import { rowAddress, vacatedAddress } from './row-address.ts';
import { ItuSymbol, labelText, RowFacts } from './row-facts.tsx';

interface SideRowProps {
  readonly row: ComparisonRow;
  readonly index: number;
  readonly from: readonly LabelledParagraph[];
  readonly to: readonly LabelledParagraph[];
  readonly current: boolean;
}

/** One row as two cells that begin at one height: the old text and the new one. */
export function SideRow({ row, index, from, to, current }: SideRowProps) {
  const words = markedWords(row, from, to);
  const old = leadingParagraph({ ...row, to: [] }, from, to);
  const fresh = leadingParagraph({ ...row, from: [] }, from, to);
  return (
    <li
      className="compare-row compare-pair"
      id={rowAddress(row)}
      data-row={index}
      data-change={isChange(row) ? row.kind : undefined}
      data-moved={row.moved || undefined}
      data-current={current || undefined}
      tabIndex={-1}
    >
      <RowFacts row={row} vacatedHref={`#${vacatedAddress(row)}`} />
      <Cell side="from" looks={old} label={labelText(row.labels.from)} words={words} />
      <Cell side="to" looks={fresh} label={labelText(row.labels.to)} words={words} symbol={row} />
    </li>
  );
}

interface CellProps {
  readonly side: 'from' | 'to';
  readonly looks: LabelledParagraph | undefined;
  readonly label: string;
  readonly words: readonly MarkedWords[];
  readonly symbol?: ComparisonRow;
}

function Cell({ side, looks, label, words, symbol }: CellProps) {
  if (looks === undefined) return <div className="compare-cell compare-cell-empty" />;
  return (
    <div className="compare-cell">
      <p className="paragraph" data-kind={looks.kind} data-level={looks.level} dir={looks.dir}>
        {label === '' ? null : (
          <span className="paragraph-label">
            <bdi>{label}</bdi>
          </span>
        )}
        {symbol === undefined ? null : <ItuSymbol row={symbol} />}
        <ChangedWords words={words} side={side} />
      </p>
    </div>
  );
}
