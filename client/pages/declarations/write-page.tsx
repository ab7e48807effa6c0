import { useLocation, useSearch } from 'wouter';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { declarationAddress } from '../../features/declarations/addresses.ts';
import { DeclarationForm } from '../../features/declarations/form/declaration-form.tsx';
import { useRecordText } from '../../features/declarations/use-record-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { DocumentPage } from '../document-page.tsx';
import { NothingHere } from '../not-found-page.tsx';
import { Back } from './back.tsx';
import { type PageProps, textOf } from './page-props.ts';

/** Writing a declaration, or correcting one. */
export function WritePage({ id, answer, declaration }: PageProps & { readonly declaration: string | null }) {
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
