import { shortMomentInUtc } from '../../../shared/messages/moments.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { useMessages } from '../../ui/messages.ts';
import { useObservable } from './use-observable.ts';

interface WhyReadOnlyProps {
  readonly connection: Connection;
  readonly document: OutcomeDocument;
}

/** One line that says why one cannot write; nothing where one can. */
export function WhyReadOnly({ connection, document }: WhyReadOnlyProps) {
  const { t, locale } = useMessages();
  const permissions = useObservable(connection.permissions);
  if (permissions === null || permissions.canWrite) return null;
  const { reason, closesAt, phase } = permissions;
  const moment = (iso: string): string => shortMomentInUtc(iso, locale, new Date());
  const frozen = reason === 'phase';
  return (
    <p className="why-read-only" role="note">
      {frozen
        ? closesAt === null
          ? t('drafting.why.frozen', { moment: moment(document.phaseSince) })
          : t('drafting.why.frozenUntil', { moment: moment(document.phaseSince), until: moment(closesAt) })
        : t('drafting.why.reading')}{' '}
      {frozen ? t(`terms.phaseHelp.${phase}`) : reason === null ? '' : t(`reasons.${reason}`)}{' '}
      {t('drafting.why.readingLive')}
    </p>
  );
}
