import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/register.ts';
import '../ui/words/statements.ts';
import type { ReactNode } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type OrderingText, useOrderingText } from '../api/paragraphs.ts';
import { type RegisterView, useRegister } from '../api/register/use-register.ts';
import {
  importAddress,
  newStatementAddress,
  statementAddress,
  statementsAddress,
} from '../features/statements/addresses.ts';
import { Library } from '../features/statements/library/library.tsx';
import { StatementView } from '../features/statements/library/statement-view.tsx';
import { buttonClass } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';
import { NothingHere } from './not-found-page.tsx';

const waiting = () => <ListSkeleton lines={2} />;
const StatementThread = late(() => import('../features/dialogue/statement-thread.tsx'), { waiting });
const ImportScreen = late(() => import('../features/statements/import/import-screen.tsx'), { waiting });
const WriteStatement = late(() => import('../features/statements/form/write-statement.tsx'), { waiting });

interface PageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/statements` and everything below: the library, one statement, writing one, bringing notes in. */
export default function StatementsPage({ id, answer }: PageProps) {
  return (
    <Switch>
      <Route path="/d/:id/statements">
        <LibraryPage id={id} answer={answer} />
      </Route>
      <Route path="/d/:id/statements/new">
        <WritePage id={id} answer={answer} statement={null} />
      </Route>
      <Route path="/d/:id/statements/import">
        <ImportPage answer={answer} />
      </Route>
      <Route path="/d/:id/statements/s/:statement/edit">
        {({ statement }) => <WritePage id={id} answer={answer} statement={statement} />}
      </Route>
      <Route path="/d/:id/statements/s/:statement">
        {({ statement }) => <OnePage id={id} answer={answer} statement={statement} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}

interface ReadyProps {
  readonly answer: DocumentAnswer;
  readonly children: (view: RegisterView, text: OrderingText) => ReactNode;
}

/** Waits for register and text. */
function Ready({ answer, children }: ReadyProps) {
  const view = useRegister(answer.document.id);
  const text = useOrderingText(answer.document.id, answer);
  if (view.failure !== null && view.head === 0) return <FailureNotice failure={view.failure} />;
  if (!view.ready || text === undefined) return <ListSkeleton lines={8} />;
  return children(view, text);
}

function LibraryPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  return (
    <DocumentPage
      title={t('statements.title')}
      lead={t('statements.lead')}
      answer={answer}
      action="register.view"
      acts={
        answer?.abilities['statement.write'].allowed === true ? (
          <span className="statement-act-row">
            <Link className={buttonClass('plain', false)} href={newStatementAddress(id)}>
              {t('statements.add')}
            </Link>
            <Link className={buttonClass('primary', false)} href={importAddress(id)}>
              {t('statements.import')}
            </Link>
          </span>
        ) : undefined
      }
    >
      {(known) => (
        <Ready answer={known}>{(view, text) => <Library answer={known} view={view} text={text} />}</Ready>
      )}
    </DocumentPage>
  );
}

function OnePage({ id, answer, statement }: PageProps & { readonly statement: string }) {
  const { t } = useMessages();
  const view = useRegister(id);
  const row = view.rows.statement.get(statement);
  if (view.ready && row === undefined) return <NothingHere />;
  const title = row === undefined ? t('statements.title') : t('statements.by', { speaker: row.speaker });
  return (
    <DocumentPage title={title} answer={answer} action="register.view">
      {(known) =>
        row === undefined ? (
          <ListSkeleton />
        ) : (
          <Ready answer={known}>
            {(now, text) => (
              <StatementView
                answer={known}
                row={row}
                revision={now.revisions.get(`statement:${statement}`) ?? 1}
                view={now}
                text={text}
              >
                <StatementThread
                  answer={known}
                  statement={statement}
                  open={row.withdrawnAt === null}
                  changedAt={row.editedBy?.at ?? null}
                  older={(count) => t('statements.act.older', { count })}
                />
              </StatementView>
            )}
          </Ready>
        )
      }
    </DocumentPage>
  );
}

function WritePage({ id, answer, statement }: PageProps & { readonly statement: string | null }) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const leave = (to: string | null): void =>
    go(to === null ? statementsAddress(id) : statementAddress(id, to), { replace: true });
  return (
    <DocumentPage
      title={t(statement === null ? 'statements.form.newTitle' : 'statements.form.editTitle')}
      answer={answer}
      action="statement.write"
    >
      {(known) => (
        <Ready answer={known}>
          {(view, text) => {
            const row = statement === null ? null : view.rows.statement.get(statement);
            if (row === undefined) return <NothingHere />;
            return (
              <WriteStatement
                answer={known}
                view={view}
                text={text}
                row={row}
                revision={view.revisions.get(`statement:${statement}`) ?? 1}
                onDone={leave}
                onClose={() => leave(statement)}
              />
            );
          }}
        </Ready>
      )}
    </DocumentPage>
  );
}

function ImportPage({ answer }: Pick<PageProps, 'answer'>) {
  const { t } = useMessages();
  return (
    <DocumentPage
      wide
      title={t('statements.read.title')}
      lead={t('statements.read.lead')}
      answer={answer}
      action="statement.write"
    >
      {(known) => (
        <Ready answer={known}>
          {(view, text) => <ImportScreen answer={known} view={view} text={text} />}
        </Ready>
      )}
    </DocumentPage>
  );
}
