import { useDeclarations } from '../../api/declarations.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { DeclarationCard } from '../../features/declarations/card/declaration-card.tsx';
import { holderName, recordedOf } from '../../features/declarations/record.ts';
import { useRecordText } from '../../features/declarations/use-record-text.ts';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { DocumentPage } from '../document-page.tsx';
import { NothingHere } from '../not-found-page.tsx';
import { Back } from './back.tsx';
import type { PageProps } from './page-props.ts';

interface OneProps extends PageProps {
  readonly declaration: string;
}

/** One declaration, at its own address. */
export function OnePage({ id, answer, declaration }: OneProps) {
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
