import { type FormEvent, useState } from 'react';
import type { Decision } from '../../../../shared/model/disposition.ts';
import { dispositionId } from '../../../../shared/model/disposition.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { useDispose } from '../../../api/dispositions.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { DecisionFailure } from './decision-form.tsx';

/** Decisions that leave the text as it is. */
const OTHERWISE = [
  'not-accepted',
  'noted',
  'deferred',
  'out-of-scope',
] as const satisfies readonly Decision[];

interface DeclineFormProps {
  readonly proposal: Proposal;
  readonly view: RegisterView;
  readonly onClose: () => void;
}

/** Any decision but acceptance. The proposer is owed a reason. */
export function DeclineForm({ proposal, view, onClose }: DeclineFormProps) {
  const { t } = useMessages();
  const [decision, setDecision] = useState<(typeof OTHERWISE)[number]>('not-accepted');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decline = useDispose(proposal.documentId);
  const on = { noun: 'proposal' as const, id: proposal.id };
  const id = dispositionId(on);
  // What was on the screen when the form was opened: a decision made since is not overruled unseen.
  const [seen] = useState(() => view.revisions.get(`disposition:${id}`) ?? 0);
  const missing = reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing || decline.isPending) return;
    decline.mutate(
      { on: [on], decision, reason: reason.trim(), ...(seen === 0 ? {} : { seen: { [id]: seen } }) },
      {
        onSuccess: () => {
          announce(t('proposals.done.decided'));
          onClose();
        },
      },
    );
  };
  return (
    <form className="deciding-panel" onSubmit={submit}>
      <p className="soft">{t('proposals.decide.declineLead')}</p>
      <Field label={t('proposals.decide.decision')}>
        <select value={decision} onChange={({ target }) => setDecision(target.value as typeof decision)}>
          {OTHERWISE.map((each) => (
            <option key={each} value={each}>
              {t(`proposals.disposition.decision.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t('proposals.decide.reason')}
        help={t('proposals.decide.reasonHelp')}
        error={tried && missing ? t('proposals.decide.reasonMissing') : undefined}
      >
        <textarea dir="auto" rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {decline.error === null ? null : <DecisionFailure failure={failureIn(decline.error)} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={decline.isPending}>
          {t('proposals.decide.declineSubmit')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
