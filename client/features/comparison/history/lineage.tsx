import './history.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { relatedThreads } from '../../../../shared/compare/history.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import { useMessages } from '../../../ui/messages.ts';
import { ChangedWords } from '../changed-words.tsx';
import type { ComparedText } from '../compared-side.ts';
import { markedWords } from '../marked-words.ts';
import { labelText, RowFacts } from '../row-facts.tsx';
import { cellState } from './cell-state.ts';
import type { TextHistory } from './use-history.ts';

interface LineageProps {
  readonly id: DocumentId;
  readonly history: TextHistory;
  readonly paragraph: ParagraphId;
  /** What else is told of the paragraph (by all the ids it had) below each text. */
  readonly below?: (text: ComparedText, paragraphs: ReadonlySet<ParagraphId>) => ReactNode;
}

/** The threads that a paragraph id stands in, with those they were split from and merged into. */
function threadsOf(history: TextHistory, paragraph: ParagraphId): number[] {
  const own = history.threads.findIndex(({ cells }) =>
    cells.some(
      (cell, text) => cell !== null && history.texts[text]?.paragraphs[cell.block]?.id === paragraph,
    ),
  );
  return own < 0 ? [] : relatedThreads(history.threads, own);
}

/** The ids that the paragraphs of some threads have in any text. */
const idsOf = (history: TextHistory, threads: readonly number[]): ReadonlySet<ParagraphId> =>
  new Set(
    threads.flatMap((at) =>
      (history.threads[at]?.cells ?? []).flatMap((cell, text) =>
        cell === null ? [] : (history.texts[text]?.paragraphs[cell.block]?.id ?? []),
      ),
    ),
  );

/** One paragraph from the first text to the last, a column a text, changes marked against the column before. */
export function Lineage({ id, history, paragraph, below }: LineageProps) {
  const { t } = useMessages();
  const threads = threadsOf(history, paragraph);
  if (threads.length === 0) return <p>{t('history.unknown')}</p>;
  const ids = idsOf(history, threads);
  return (
    <div
      className="lineage"
      style={{ gridTemplateColumns: `repeat(${history.texts.length}, minmax(16rem, 1fr))` }}
    >
      {history.texts.map(({ text, name }, k) => (
        <section key={text} className="lineage-column" aria-labelledby={`lineage-${text}`}>
          <h2 className="lineage-name" id={`lineage-${text}`}>
            {text === 'working' ? (
              <Link href={`/d/${id}/draft`}>{name}</Link>
            ) : (
              <Link href={`/d/${id}/v/${text}`}>{name}</Link>
            )}
          </h2>
          <LineageCells history={history} threads={threads} text={k} />
          {below?.(text, ids)}
        </section>
      ))}
    </div>
  );
}

/** What stands in one text of these threads: every row of the comparison with the text before that touches them. */
function LineageCells({
  history,
  threads,
  text,
}: {
  history: TextHistory;
  threads: readonly number[];
  text: number;
}) {
  const { t } = useMessages();
  const [from, to] = [history.texts[text - 1], history.texts[text]];
  if (to === undefined) return null;
  const blocks = threads.flatMap((at) => history.threads[at]?.cells[text]?.block ?? []);
  const before = threads.flatMap((at) => history.threads[at]?.cells[text - 1]?.block ?? []);
  if (from === undefined)
    return blocks.length === 0 ? (
      <p className="soft">{t('history.notYet')}</p>
    ) : (
      blocks.map((block) => {
        const paragraph = to.paragraphs[block];
        return (
          <p key={block} className="lineage-text" dir={paragraph?.dir}>
            <bdi className="history-label">{paragraph?.label}</bdi> {paragraph?.text}
          </p>
        );
      })
    );
  const rows = (history.comparisons[text - 1]?.rows ?? []).filter(
    (row) =>
      row.to.some((block) => blocks.includes(block)) || row.from.some((block) => before.includes(block)),
  );
  if (rows.length === 0) {
    const gone = threads.some((at) => {
      const thread = history.threads[at];
      return thread !== undefined && cellState(thread, text) === 'absent' && thread.cells[0] !== null;
    });
    return <p className="soft">{gone ? t('history.gone') : t('history.notYet')}</p>;
  }
  return rows.map((row) => (
    <div key={`${row.from.join()}-${row.to.join()}`} className="lineage-row">
      <RowFacts row={row} vacatedHref={`#lineage-${to.text}`} />
      <p className="lineage-text" dir="auto">
        <bdi className="history-label">{labelText(row.labels.to) || labelText(row.labels.from)}</bdi>{' '}
        <ChangedWords words={markedWords(row, from.paragraphs, to.paragraphs)} side="both" />
      </p>
    </div>
  ));
}
