import '../ui/words/changes.ts';
import '../ui/words/declarations.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/register.ts';
import type { ReactNode } from 'react';
import { Link, Route, Switch, useLocation, useSearch } from 'wouter';
import type { DeclarationsAnswer } from '../../shared/api/declaration.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { type DeclarationsQuestion, useDeclarations } from '../api/declarations.ts';
import { type RegisterView, useRegister } from '../api/register/use-register.ts';
import { failureIn } from '../api/request.ts';
import {
  declarationAddress,
  declarationsAddress,
  newDeclarationAddress,
} from '../features/declarations/addresses.ts';
import { DelegationAnswer } from '../features/declarations/answers/delegation-answer.tsx';
import { ParagraphAnswer } from '../features/declarations/answers/paragraph-answer.tsx';
import { TermAnswer } from '../features/declarations/answers/term-answer.tsx';
import { DeclarationCard } from '../features/declarations/card/declaration-card.tsx';
import { DeclarationForm } from '../features/declarations/form/declaration-form.tsx';
import { keepsNewDeclaration } from '../features/declarations/form/use-kept-declaration.ts';
import { DeclarationList } from '../features/declarations/list/declaration-list.tsx';
import { Questions } from '../features/declarations/list/questions.tsx';
import { holderName, recordedOf } from '../features/declarations/record.ts';
import { type RecordText, useRecordText } from '../features/declarations/use-record-text.ts';
import { buttonClass } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';
import { NothingHere } from './not-found-page.tsx';

interface PageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/declarations` and everything below: the list, one declaration, writing one, the answers to three questions. */
export default function DeclarationsPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  const asked = new URLSearchParams(useSearch()).get('version') as VersionId | null;
  const page = (title: (known: Asked | null) => string, question: DeclarationsQuestion, show: Show) => (
    <AskedPage id={id} answer={answer} title={title} question={question} show={show} />
  );
  return (
    <Switch>
      <Route path="/d/:id/declarations">
        <ListPage id={id} answer={answer} />
      </Route>
      <Route path="/d/:id/declarations/new">
        <WritePage id={id} answer={answer} declaration={null} />
      </Route>
      <Route path="/d/:id/declarations/paragraph/:paragraph">
        {({ paragraph: named }) => {
          const paragraph = decoded(named) as ParagraphId;
          return page(
            (known) => {
              const label = known?.text.cited.get(paragraph);
              return label === undefined
                ? t('declarations.paragraphAnswer.titleBare')
                : t('declarations.paragraphAnswer.title', { label });
            },
            asked === null ? { paragraph } : { paragraph, version: asked },
            (known) => <ParagraphAnswer documentId={id} paragraph={paragraph} {...known} />,
          );
        }}
      </Route>
      <Route path="/d/:id/declarations/delegation/:delegation">
        {({ delegation: named }) => {
          const delegation = named as unknown as DelegationId;
          return page(
            (known) =>
              t('declarations.delegationAnswer.title', {
                delegation: known?.view.directory.delegations.get(delegation)?.name ?? '…',
              }),
            { delegation },
            (known) => <DelegationAnswer {...known} />,
          );
        }}
      </Route>
      <Route path="/d/:id/declarations/term/:term">
        {({ term: named }) => {
          const term = decoded(named);
          return page(
            () => t('declarations.termAnswer.title', { term }),
            { term },
            (known) => <TermAnswer documentId={id} {...known} />,
          );
        }}
      </Route>
      <Route path="/d/:id/declarations/:declaration/correct">
        {({ declaration }) => <WritePage id={id} answer={answer} declaration={declaration} />}
      </Route>
      <Route path="/d/:id/declarations/:declaration">
        {({ declaration }) => <OnePage id={id} answer={answer} declaration={declaration} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}

/** A part of a path. The router has decoded most of it already, and a per cent sign may be one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The text that declarations speak of unless another is named: the adopted version, else the latest. */
const textOf = (answer: DocumentAnswer | undefined): VersionId | 'latest' | null =>
  answer === undefined || answer.versions.length === 0
    ? null
    : (answer.document.adoption?.version ?? 'latest');

function Back({ id }: { readonly id: DocumentId }) {
  const { t } = useMessages();
  return (
    <p className="declaration-back no-print">
      <Link href={declarationsAddress(id)}>{t('declarations.ask.back')}</Link>
    </p>
  );
}

function ListPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  const me = answer?.me ?? null;
  const resumes = me !== null && keepsNewDeclaration(id, me.participant.id);
  const mayFile = answer?.abilities['declaration.file'].allowed === true && answer.versions.length > 0;
  return (
    <DocumentPage
      title={t('declarations.title')}
      lead={t('declarations.lead')}
      answer={answer}
      action="register.view"
      acts={
        mayFile ? (
          <Link className={buttonClass('primary', false)} href={newDeclarationAddress(id)}>
            {t(resumes ? 'declarations.list.resume' : 'declarations.list.file')}
          </Link>
        ) : undefined
      }
    >
      {(known) =>
        known.versions.length === 0 ? (
          <p>{t('declarations.list.noVersion')}</p>
        ) : (
          <List id={id} answer={known} />
        )
      }
    </DocumentPage>
  );
}

function List({ id, answer }: { readonly id: DocumentId; readonly answer: DocumentAnswer }) {
  const view = useRegister(id);
  const declarations = useDeclarations(id);
  const { text } = useRecordText(id, textOf(answer));
  if (!view.ready) return view.failure === null ? <ListSkeleton /> : <FailureNotice failure={view.failure} />;
  return (
    <>
      {view.rows.declaration.size === 0 ? null : <Questions documentId={id} view={view} text={text} />}
      <DeclarationList documentId={id} view={view} answer={declarations.data} />
    </>
  );
}

interface Asked {
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly text: RecordText;
}
type Show = (known: Asked) => ReactNode;

interface AskedPageProps extends PageProps {
  readonly title: (known: Asked | null) => string;
  readonly question: DeclarationsQuestion;
  readonly show: Show;
}

/** The answer to one of the three questions, at its own address. */
function AskedPage({ id, answer, title, question, show }: AskedPageProps) {
  const view = useRegister(id);
  const declarations = useDeclarations(id, question);
  const { text, failure } = useRecordText(id, question.version ?? textOf(answer));
  const failed = failure ?? (declarations.error === null ? view.failure : failureIn(declarations.error));
  const waits = view.rows.declaration.size > 0 && declarations.data === undefined;
  const known = text === null || !view.ready ? null : { view, answer: declarations.data, text };
  return (
    <DocumentPage title={title(known)} answer={answer} action="register.view">
      {() => (
        <>
          <Back id={id} />
          {failed !== null && (known === null || waits) ? (
            <FailureNotice failure={failed} />
          ) : known === null || waits ? (
            <ListSkeleton />
          ) : (
            show(known)
          )}
        </>
      )}
    </DocumentPage>
  );
}

interface OneProps extends PageProps {
  readonly declaration: string;
}

function OnePage({ id, answer, declaration }: OneProps) {
  const { t } = useMessages();
  const view = useRegister(id);
  const { data } = useDeclarations(id);
  const recorded = recordedOf(view, data).find(({ row }) => row.id === declaration);
  const { text } = useRecordText(id, recorded?.row.version ?? null);
  if (view.ready && view.failure === null && recorded === undefined) return <NothingHere />;
  return (
    <DocumentPage
      title={
        recorded === undefined
          ? t('declarations.title')
          : t('declarations.of', {
              kind: t(`declarations.kind.${recorded.row.kind}`),
              holder: holderName(view, recorded.row),
            })
      }
      answer={answer}
      action="register.view"
    >
      {(known) => (
        <>
          <Back id={id} />
          {recorded === undefined ? (
            <ListSkeleton />
          ) : (
            <DeclarationCard
              recorded={recorded}
              view={view}
              text={text}
              mayFile={known.abilities['declaration.file'].allowed}
            />
          )}
        </>
      )}
    </DocumentPage>
  );
}

function WritePage({ id, answer, declaration }: PageProps & { readonly declaration: string | null }) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const paragraph = new URLSearchParams(useSearch()).get('paragraph') as ParagraphId | null;
  const view = useRegister(id);
  const row = declaration === null ? null : (view.rows.declaration.get(declaration) ?? null);
  const { text, failure } = useRecordText(id, declaration === null ? textOf(answer) : (row?.version ?? null));
  if (declaration !== null && view.ready && row === null) return <NothingHere />;
  return (
    <DocumentPage
      title={t(declaration === null ? 'declarations.form.title' : 'declarations.form.titleCorrect')}
      answer={answer}
      action="declaration.file"
    >
      {(known) =>
        known.versions.length === 0 ? (
          <p>{t('declarations.list.noVersion')}</p>
        ) : failure !== null && text === null ? (
          <FailureNotice failure={failure} />
        ) : text === null || !view.ready || known.me === null ? (
          <ListSkeleton />
        ) : (
          <>
            <Back id={id} />
            <DeclarationForm
              answer={known}
              me={known.me}
              view={view}
              text={text}
              paragraph={paragraph}
              corrects={row}
              onDone={(filed) => go(declarationAddress(id, filed), { replace: true })}
            />
          </>
        )
      }
    </DocumentPage>
  );
}
