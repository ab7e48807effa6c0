import type { ReactNode } from 'react';
import type { DeclarationsAnswer } from '../../../shared/api/declaration.ts';
import { type DeclarationsQuestion, useDeclarations } from '../../api/declarations.ts';
import { type RegisterView, useRegister } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { type RecordText, useRecordText } from '../../features/declarations/use-record-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { DocumentPage } from '../document-page.tsx';
import { Back } from './back.tsx';
import { type PageProps, textOf } from './page-props.ts';

/** What an answer is made of. */
export interface Asked {
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly text: RecordText;
}
export type Show = (known: Asked) => ReactNode;

interface AnswerPageProps extends PageProps {
  readonly title: (known: Asked | null) => string;
  readonly question: DeclarationsQuestion;
  readonly show: Show;
}

/** The answer to one of the three questions, at its own address. */
export function AnswerPage({ id, answer, title, question, show }: AnswerPageProps) {
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
