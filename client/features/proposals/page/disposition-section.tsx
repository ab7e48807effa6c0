import { type Disposition, dispositionId } from '../../../../shared/model/disposition.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Byline } from '../../../ui/byline.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { DispositionBadge } from '../card/disposition-badge.tsx';

export const dispositionOf = (view: RegisterView, proposal: Proposal): Disposition | undefined =>
  view.rows.disposition.get(dispositionId({ noun: 'proposal', id: proposal.id }));

/** Whether it is being taken up at this moment. */
export const isBeingTakenUp = (view: RegisterView, proposal: Proposal): boolean =>
  [...view.rows.acceptance.values()].some(
    ({ proposalId, state }) => proposalId === proposal.id && state === 'applying',
  );

interface DispositionSectionProps {
  readonly proposal: Proposal;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** What the facilitators decided, why, and where it led. Nothing while it is open. */
export function DispositionSection({ proposal, view, paragraphs }: DispositionSectionProps) {
  const { t } = useMessages();
  const disposition = dispositionOf(view, proposal);
  if (disposition === undefined)
    return isBeingTakenUp(view, proposal) ? <Notice title={t('proposals.disposition.applying')} /> : null;
  const ledTo = disposition.ledTo.map((id) => paragraphs.find((paragraph) => paragraph.id === id));
  return (
    <section className="section" aria-labelledby="proposal-disposition">
      <h2 className="section-title" id="proposal-disposition">
        {t('proposals.disposition.title')}
      </h2>
      <div className="stack">
        <p>
          <DispositionBadge disposition={disposition} withdrawn={false} />
        </p>
        <p className="proposal-rationale" dir="auto">
          {disposition.reason === '' ? t('proposals.disposition.noReason') : disposition.reason}
        </p>
        {ledTo.length === 0 ? null : (
          <p className="small soft">
            {t('proposals.disposition.ledTo')}:{' '}
            {ledTo.map((paragraph, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be gone
              <bdi key={k}>
                {k === 0 ? '' : ', '}
                {paragraph === undefined
                  ? t('proposals.gone')
                  : paragraphName(paragraph.label, paragraph.text, t)}
              </bdi>
            ))}
          </p>
        )}
        <Byline {...signatoryOf(view, disposition.by)} dense />
      </div>
    </section>
  );
}
