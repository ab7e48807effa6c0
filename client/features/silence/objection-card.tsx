import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { SilenceObjection } from '../../../shared/model/silence.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { useWithdrawObjection } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Byline } from '../../ui/byline.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { placeNames } from './place-name.ts';

interface ObjectionCardProps {
  readonly id: DocumentId;
  readonly objection: SilenceObjection;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
  /** Whether the visitor may take it back now. */
  readonly own: boolean;
}

/** One objection: who, where, why. */
export function ObjectionCard({ id, objection, view, paragraphs, own }: ObjectionCardProps) {
  const { t } = useMessages();
  const withdraw = useWithdrawObjection(id);
  const nameOf = placeNames(t, paragraphs);
  const { places, reason, proposal, withdrawnAt } = objection;
  return (
    <li className="silence-objection stack" data-withdrawn={withdrawnAt !== null || undefined}>
      <Byline {...signatoryOf(view, objection.by)} />
      <p className="silence-where">
        <bdi>{places.map(nameOf).join('; ')}</bdi>
      </p>
      <p className="silence-reason" dir="auto">
        {reason}
      </p>
      {proposal === null ? null : (
        <p>
          <Link href={`/d/${id}/proposals/${proposal}`}>{t('silence.amendment')}</Link>
        </p>
      )}
      {withdrawnAt === null ? null : (
        <p className="soft">
          <WithMoment words={t('silence.withdrawnAt', { moment: '\u0000' })} iso={withdrawnAt} />
        </p>
      )}
      {withdraw.error === null ? null : <FailureNotice failure={failureIn(withdraw.error)} />}
      {own && withdrawnAt === null ? (
        <p>
          <Button
            small
            busy={withdraw.isPending}
            onClick={() =>
              void withdraw.mutateAsync(objection.id).then(
                () => announce(t('silence.withdrawn')),
                () => undefined,
              )
            }
          >
            {t('silence.withdraw')}
          </Button>
        </p>
      ) : null}
    </li>
  );
}

/** A sentence with a moment in it, which keeps its own order in text of the other direction. */
export function WithMoment({ words, iso }: { words: string; iso: string }) {
  const [before, after] = words.split('\u0000');
  return (
    <>
      {before}
      <Moment iso={iso} />
      {after}
    </>
  );
}
