import { Fragment } from 'react';
import type { ComparedText, ComparisonAnswer } from '../../shared/api/comparison.ts';
import type { ComparisonRow } from '../../shared/compare/comparison.ts';
import './change-list.css';
import { useMessages } from './messages.ts';

/** Every row of a comparison as an inline redline, unchanged paragraphs folded to their number. */
export function ChangeList({ comparison }: { comparison: ComparisonAnswer }) {
  const { t } = useMessages();
  const { from, to } = comparison;
  return (
    <ol className="changes">
      {foldUntouched(comparison.rows).map((entry) =>
        entry.kind === 'fold' ? (
          <li key={`fold-${entry.first}`} className="changes-fold">
            {t('changes.unchanged', { count: entry.count })}
          </li>
        ) : (
          <ChangeRow
            key={`${entry.row.from.join()}-${entry.row.to.join()}`}
            row={entry.row}
            from={from}
            to={to}
          />
        ),
      )}
    </ol>
  );
}

type Entry =
  | { readonly kind: 'fold'; readonly first: number; readonly count: number }
  | { readonly kind: 'row'; readonly row: ComparisonRow };

/** Nothing at all to see: not even a quotation mark, a format or a kind of paragraph. */
const isUntouched = (row: ComparisonRow): boolean =>
  row.kind === 'same' &&
  !row.moved &&
  row.typography.length === 0 &&
  row.formatting.length === 0 &&
  row.structure === null;

/** Runs of untouched rows become one entry. */
export function foldUntouched(rows: readonly ComparisonRow[]): Entry[] {
  const entries: Entry[] = [];
  for (const [k, row] of rows.entries()) {
    if (!isUntouched(row)) {
      entries.push({ kind: 'row', row });
      continue;
    }
    const last = entries.at(-1);
    if (last?.kind === 'fold') entries[entries.length - 1] = { ...last, count: last.count + 1 };
    else entries.push({ kind: 'fold', first: k, count: 1 });
  }
  return entries;
}

const labelsOf = (text: ComparedText, blocks: readonly number[]): string =>
  blocks
    .map((block) => text.paragraphs[block]?.label ?? '')
    .filter((label) => label !== '')
    .join(' + ');

function ChangeRow({ row, from, to }: { row: ComparisonRow; from: ComparedText; to: ComparedText }) {
  const { t } = useMessages();
  const before = labelsOf(from, row.from);
  const after = labelsOf(to, row.to);
  const dir = (to.paragraphs[row.to[0] ?? -1] ?? from.paragraphs[row.from[0] ?? -1])?.dir ?? 'auto';
  return (
    <li className="changes-row" data-kind-of-change={row.kind} data-moved={row.moved || undefined}>
      <div className="changes-label">
        <bdi>{after === '' ? before : after}</bdi>
      </div>
      <div>
        <div className="changes-facts">
          {row.kind === 'same' ? null : <span>{t(`changes.kind.${row.kind}`)}</span>}
          {row.moved ? (
            <span>{before === '' ? t('changes.movedHere') : t('changes.moved', { from: before })}</span>
          ) : null}
          {row.structure === null ? null : <span>{t('changes.structure')}</span>}
          {row.kind === 'same' && row.typography.length > 0 ? <span>{t('changes.typography')}</span> : null}
          {before !== '' && after !== '' && before !== after && !row.moved ? (
            <span>{t('changes.wasLabel', { label: before })}</span>
          ) : null}
        </div>
        {row.formatting.map(({ start, text }) => (
          <p key={start} className="changes-facts">
            {t('changes.formatting', { text })}
          </p>
        ))}
        <p className="changes-words" dir={dir}>
          <ChangedWords words={row.words} />
        </p>
      </div>
    </li>
  );
}

/**
 * Words with insertions underlined and deletions struck; screen readers hear where each begins and ends. What only
 * they hear stands in a <bdi>, which `dir="auto"` passes over.
 */
export function ChangedWords({ words }: { words: ComparisonRow['words'] }) {
  const { t } = useMessages();
  return words.map(([sign, text], k) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    if (sign === '=') return <Fragment key={k}>{text}</Fragment>;
    const Mark = sign === '+' ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <Mark key={k}>
        <bdi className="visually-hidden">{t(sign === '+' ? 'changes.inserted' : 'changes.deleted')}</bdi>
        {text}
        <bdi className="visually-hidden">{t('changes.end')}</bdi>
      </Mark>
    );
  });
}
