import './row-facts.css';
import type { ComparisonRow } from '../../../shared/compare/comparison.ts';
import { useMessages } from '../../ui/messages.ts';
import { ituSymbol } from './change-style.ts';

/** Labels of one side, `12 + 13` where there are several; empty where none is printed. */
export const labelText = (labels: readonly string[]): string =>
  labels.filter((label) => label !== '').join(' + ');

interface RowFactsProps {
  readonly row: ComparisonRow;
  /** Address of the place a moved row left, on this page. */
  readonly vacatedHref: string;
}

/** What became of the paragraph as such: new, moved, split, merged, renumbered, reformatted. */
export function RowFacts({ row, vacatedHref }: RowFactsProps) {
  const { t } = useMessages();
  const before = labelText(row.labels.from);
  const after = labelText(row.labels.to);
  const kind = row.kind === 'same' || row.kind === 'changed' ? null : row.kind;
  const renumbered = before !== after && row.from.length > 0 && row.to.length > 0;
  if (kind === null && !row.moved && !renumbered && row.structure === null && row.formatting.length === 0)
    return null;
  return (
    <p className="compare-facts">
      {kind === null ? null : (
        <span data-fact={kind}>
          {kind === 'split'
            ? t('comparison.splitInto', { from: before || t('comparison.one'), count: row.to.length })
            : kind === 'merged'
              ? t('comparison.mergedFrom', { from: before || t('comparison.several') })
              : t(`changes.kind.${kind}`)}
        </span>
      )}
      {row.moved ? (
        <a href={vacatedHref} data-fact="moved">
          {before === '' ? t('comparison.movedHere') : t('comparison.movedFrom', { label: before })}
        </a>
      ) : null}
      {renumbered && !row.moved && kind !== 'merged' && kind !== 'split' ? (
        <span>{before === '' ? t('comparison.nowLabelled') : t('changes.wasLabel', { label: before })}</span>
      ) : null}
      {row.structure === null ? null : (
        <span>
          {t('comparison.structure', {
            from: kindName(t, row.structure.from.kind, row.structure.from.level),
            to: kindName(t, row.structure.to.kind, row.structure.to.level),
          })}
        </span>
      )}
      {row.formatting.map((change) => (
        <span key={change.start}>{t('comparison.formatting', { words: shorten(change.text) })}</span>
      ))}
    </p>
  );
}

/** Longest quote of reformatted words, in characters. */
const QUOTE = 60;
const shorten = (text: string): string => (text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text);

const KINDS = ['title', 'heading', 'preambular', 'operative', 'plain', 'item'] as const;

function kindName(t: ReturnType<typeof useMessages>['t'], kind: string, level: number): string {
  const known = KINDS.find((name) => name === kind);
  const name = known === undefined ? kind : t(`comparison.kinds.${known}`);
  return level > 0 ? `${name} ${level}` : name;
}

/** ITU's symbol, shown in the ITU style alone. */
export function ItuSymbol({ row }: { row: ComparisonRow }) {
  const symbol = ituSymbol(row.kind, row.moved);
  // Isolated: the direction of a paragraph is that of its own words.
  return <bdi className="compare-itu">{symbol}</bdi>;
}
