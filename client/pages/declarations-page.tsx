import '../ui/words/changes.ts';
import '../ui/words/declarations.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/register.ts';
import { Route, Switch, useSearch } from 'wouter';
import type { DelegationId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { DeclarationsQuestion } from '../api/declarations.ts';
import { DelegationAnswer } from '../features/declarations/answers/delegation-answer.tsx';
import { ParagraphAnswer } from '../features/declarations/answers/paragraph-answer.tsx';
import { TermAnswer } from '../features/declarations/answers/term-answer.tsx';
import { useMessages } from '../ui/messages.ts';
import { AnswerPage, type Asked, type Show } from './declarations/answer-page.tsx';
import { ListPage } from './declarations/list-page.tsx';
import { OnePage } from './declarations/one-page.tsx';
import type { PageProps } from './declarations/page-props.ts';
import { WritePage } from './declarations/write-page.tsx';
import { NothingHere } from './not-found-page.tsx';

/** `/d/:id/declarations` and everything below: the list, one declaration, writing one, the answers to three questions. */
export default function DeclarationsPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  const asked = new URLSearchParams(useSearch()).get('version') as VersionId | null;
  const page = (title: (known: Asked | null) => string, question: DeclarationsQuestion, show: Show) => (
    <AnswerPage id={id} answer={answer} title={title} question={question} show={show} />
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
