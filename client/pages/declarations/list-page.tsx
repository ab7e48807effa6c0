import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useDeclarations } from '../../api/declarations.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { newDeclarationAddress } from '../../features/declarations/addresses.ts';
import { keepsNewDeclaration } from '../../features/declarations/form/use-kept-declaration.ts';
import { DeclarationList } from '../../features/declarations/list/declaration-list.tsx';
import { Questions } from '../../features/declarations/list/questions.tsx';
import { useRecordText } from '../../features/declarations/use-record-text.ts';
import { buttonClass } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { DocumentPage } from '../document-page.tsx';
import { type PageProps, textOf } from './page-props.ts';

/** All declarations, and the questions they answer. */
export function ListPage({ id, answer }: PageProps) {
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
