import '../declarations.css';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { DeclarationLine } from '../declaration-line.tsx';
import { labelsOf, recordedOf } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';

interface DelegationAnswerProps {
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly text: RecordText;
}

/** What a delegation put on record by itself, by aligning, or through a group; withdrawn ones with their date. */
export function DelegationAnswer({ view, answer, text }: DelegationAnswerProps) {
  const { t } = useMessages();
  const found = answer?.delegation ?? [];
  const all = recordedOf(view, answer);
  if (found.length === 0) return <p>{t('declarations.delegationAnswer.none')}</p>;
  return (
    <ul className="declaration-lines">
      {found.toReversed().map(({ declaration, how, group, except }) => {
        const recorded = all.find(({ row }) => row.id === declaration);
        if (recorded === undefined) return null;
        const through =
          how === 'through-group'
            ? t('declarations.delegationAnswer.through-group', {
                group: group === null ? '' : (view.rows.group.get(group)?.name ?? ''),
              })
            : t(`declarations.delegationAnswer.${how}`);
        const apart =
          except.length === 0
            ? ''
            : `, ${t('declarations.delegationAnswer.except', {
                labels: labelsOf(except, text, t),
              })}`;
        return (
          <li key={declaration}>
            <DeclarationLine recorded={recorded} view={view} note={through + apart} />
          </li>
        );
      })}
    </ul>
  );
}
