import './history.css';
import { Link } from 'wouter';
import type { HistoryThread } from '../../../../shared/compare/history.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { useMessages } from '../../../ui/messages.ts';
import { compareQuery } from '../compare-address.ts';
import { CellSign } from './cell-sign.tsx';
import { CELL_STATES, cellState } from './cell-state.ts';
import type { TextHistory } from './use-history.ts';

/** How many characters of a paragraph stand in its row. */
const GIST = 72;

/** The last text in which a paragraph stands, and the paragraph there. */
export function lastStanding(
  history: TextHistory,
  thread: HistoryThread,
): { readonly text: number; readonly paragraph: LabelledParagraph } | null {
  for (let text = thread.cells.length - 1; text >= 0; text -= 1) {
    const block = thread.cells[text]?.block;
    const paragraph = block === undefined ? undefined : history.texts[text]?.paragraphs[block];
    if (paragraph !== undefined) return { text, paragraph };
  }
  return null;
}

/** All texts × all paragraphs: a cell says what became of a paragraph on the way to that text. */
export function HistoryTable({ id, history }: { id: DocumentId; history: TextHistory }) {
  const { t } = useMessages();
  return (
    <>
      <ul className="history-legend" aria-label={t('history.legend')}>
        {CELL_STATES.filter((state) => state !== 'absent').map((state) => (
          <li key={state}>
            <CellSign state={state} />
            {t(`history.state.${state}`)}
          </li>
        ))}
      </ul>
      <div className="history-scroll">
        <table className="history-table">
          <caption className="visually-hidden">{t('history.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.paragraph')}</th>
              {history.texts.map(({ text, name }) => (
                <th key={text} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.threads.map((thread, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a thread is its place in the history
              <ThreadRow key={at} id={id} history={history} thread={thread} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ThreadRow({ id, history, thread }: { id: DocumentId; history: TextHistory; thread: HistoryThread }) {
  const last = lastStanding(history, thread);
  if (last === null) return null;
  const { paragraph } = last;
  const heading = paragraph.kind === 'heading' || paragraph.kind === 'title';
  return (
    <tr data-heading={heading || undefined}>
      <th scope="row">
        <Link href={`/d/${id}/history/${paragraph.id}`} dir="auto">
          {paragraph.label === '' ? null : <bdi className="history-label">{paragraph.label}</bdi>}
          <span>{gist(paragraph.text)}</span>
        </Link>
      </th>
      {history.texts.map(({ text }, k) => (
        <HistoryCellView key={text} id={id} history={history} thread={thread} text={k} />
      ))}
    </tr>
  );
}

const gist = (text: string): string => (text.length > GIST ? `${text.slice(0, GIST).trimEnd()}…` : text);

interface HistoryCellProps {
  readonly id: DocumentId;
  readonly history: TextHistory;
  readonly thread: HistoryThread;
  readonly text: number;
}

/** One cell. A change leads to the comparison that shows it. */
function HistoryCellView({ id, history, thread, text }: HistoryCellProps) {
  const { t } = useMessages();
  const state = cellState(thread, text);
  if (state === 'absent') return <td data-state="absent" />;
  const block = thread.cells[text]?.block;
  const label = block === undefined ? '' : (history.texts[text]?.paragraphs[block]?.label ?? '');
  const words = (
    <>
      <CellSign state={state} />
      <span className="visually-hidden">{t(`history.state.${state}`)}</span>
      <bdi>{label}</bdi>
    </>
  );
  const [from, to] = [history.texts[text - 1], history.texts[text]];
  if (from === undefined || to === undefined || state === 'same') return <td data-state={state}>{words}</td>;
  const query = compareQuery({
    from: from.text,
    to: to.text,
    view: 'inline',
    style: 'word',
    onlyChanges: true,
  });
  const anchor =
    block === undefined ? from.paragraphs[thread.cells[text - 1]?.block ?? -1] : to.paragraphs[block];
  return (
    <td data-state={state}>
      <Link href={`/d/${id}/compare?${query}#r-${anchor?.id ?? ''}`}>{words}</Link>
    </td>
  );
}
