import type { Declaration } from '../../../shared/model/declaration.ts';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';

/** What became of a declaration: corrected or withdrawn, each with its date; and that it came after adoption. */
export function States({ row }: { row: Pick<Declaration, 'filed' | 'correctedAt' | 'withdrawnAt'> }) {
  const { t } = useMessages();
  return (
    <>
      {row.filed === 'after-adoption' ? (
        <span className="badge">{t('declarations.filed.after-adoption')}</span>
      ) : null}
      {row.correctedAt === null ? null : (
        <span className="badge">
          {t('declarations.state.corrected')} <Moment iso={row.correctedAt} short zone={false} />
        </span>
      )}
      {row.withdrawnAt === null ? null : (
        <span className="badge badge-warn">
          {t('declarations.state.withdrawn')} <Moment iso={row.withdrawnAt} short zone={false} />
        </span>
      )}
    </>
  );
}
