import type { Disposition } from '../../../../shared/model/disposition.ts';
import { useMessages } from '../../../ui/messages.ts';

/** What became of a proposal, in a word; "open" while nothing was decided. */
export function DispositionBadge({
  disposition,
  withdrawn,
}: {
  disposition: Disposition | undefined;
  withdrawn: boolean;
}) {
  const { t } = useMessages();
  if (disposition === undefined)
    return (
      <span className="badge">{withdrawn ? t('proposals.withdrawn') : t('proposals.disposition.open')}</span>
    );
  const taken = disposition.decision === 'accepted' || disposition.decision === 'accepted-in-part';
  return (
    <span className={`badge ${taken ? 'badge-agreed' : ''}`}>
      {taken ? '✓ ' : ''}
      {t(`proposals.disposition.decision.${disposition.decision}`)}
    </span>
  );
}
