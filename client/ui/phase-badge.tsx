import { shortMomentInUtc } from '../../shared/messages/moments.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import { useMessages } from './messages.ts';

/** The phase of a document with its deadline, such as "Consultation until 3 Oct, 18:00 UTC". */
export function PhaseBadge({ document }: { document: Pick<OutcomeDocument, 'phase' | 'closesAt'> }) {
  const { t, locale } = useMessages();
  const phase = t(`terms.phase.${document.phase}`);
  const { closesAt } = document;
  const open = ['preparation', 'drafting', 'negotiation'].includes(document.phase);
  return (
    <span className={open ? 'badge badge-live' : 'badge'}>
      <span className="badge-dot" data-open={open} aria-hidden />
      {closesAt === null
        ? phase
        : t('frame.phaseOpen', { phase, moment: shortMomentInUtc(closesAt, locale, new Date()) })}
    </span>
  );
}
