import '../statements.css';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { Statement } from '../../../../shared/model/statement.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { statementAddress } from '../addresses.ts';
import { type LibraryFilter, libraryOf, libraryQuery, readLibraryFilter } from './library-filter.ts';
import { LibraryFilters } from './library-filters.tsx';
import { SpokenPassages } from './spoken-passages.tsx';
import { StatementHead, StatementLinks, VerifiedMark } from './statement-facts.tsx';

interface LibraryProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

/** Passages of a statement in the list; the statement's own page has all. */
const IN_LIST = 3;

/** Everything that was said, narrowed by what stands in the address. */
export function Library({ answer, view, text }: LibraryProps) {
  const { t } = useMessages();
  const query = useSearch();
  const [path, go] = useLocation();
  const filter = useMemo(() => readLibraryFilter(query), [query]);
  const { statement, comment } = view.rows;
  const shown = useMemo(() => libraryOf(statement.values(), filter), [statement, filter]);
  const said = useMemo(() => commentsByStatement(comment.values()), [comment]);
  const all = useMemo(
    () => [...statement.values()].filter(({ withdrawnAt }) => withdrawnAt === null).length,
    [statement],
  );
  if (all === 0) return <p className="soft">{t('statements.empty')}</p>;
  const change = (part: Partial<LibraryFilter>): void =>
    go(`${path}${libraryQuery({ ...filter, ...part })}`, { replace: true });
  return (
    <>
      <LibraryFilters filter={filter} onChange={change} view={view} text={text} />
      <p className="statement-count" aria-live="polite">
        {t('statements.counted', { count: shown.length })}
        {shown.length === all ? null : <> {t('statements.ofAll', { all })}</>}
        {libraryQuery(filter) === '' ? null : (
          <>
            {' '}
            <Button small tone="quiet" onClick={() => go(path, { replace: true })}>
              {t('statements.filter.clear')}
            </Button>
          </>
        )}
      </p>
      {shown.length === 0 ? <p className="soft">{t('statements.nothing')}</p> : null}
      <ol className="statement-list">
        {shown.map((row) => (
          <li key={row.id}>
            <ListedStatement
              row={row}
              view={view}
              text={text}
              answer={answer}
              comments={said.get(row.id) ?? 0}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function commentsByStatement(comments: Iterable<RegisterViewComment>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { on, withdrawnAt } of comments)
    if (on.noun === 'statement' && withdrawnAt === null) counts.set(on.id, (counts.get(on.id) ?? 0) + 1);
  return counts;
}
type RegisterViewComment =
  RegisterView['rows']['comment'] extends ReadonlyMap<string, infer Row> ? Row : never;

interface ListedProps {
  readonly row: Statement;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly answer: DocumentAnswer;
  readonly comments: number;
}

function ListedStatement({ row, view, text, answer, comments }: ListedProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const address = statementAddress(id, row.id);
  const more = row.passages.length - IN_LIST;
  return (
    <article className="statement" aria-label={row.speaker}>
      <StatementHead row={row} view={view} link={address} />
      {row.passages.length === 0 ? (
        <p className="soft">{t('statements.card.alignmentOnly')}</p>
      ) : (
        <SpokenPassages passages={row.passages} most={IN_LIST} />
      )}
      {more > 0 ? (
        <p>
          <Link href={address}>{t('statements.card.more', { count: more })}</Link>
        </p>
      ) : null}
      <StatementLinks row={row} view={view} documentId={id} text={text} />
      <p className="statement-foot">
        <VerifiedMark row={row} view={view} />
        <Link href={`${address}#said`}>{t('statements.card.comments', { count: comments })}</Link>
      </p>
    </article>
  );
}
