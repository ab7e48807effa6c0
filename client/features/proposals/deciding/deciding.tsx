import { useRef, useState } from 'react';
import { dispositionId } from '../../../../shared/model/disposition.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { useAcceptProposal, useOfferCompromise } from '../../../api/proposals.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { DecisionForm } from './decision-form.tsx';
import { DeclineForm } from './decline-form.tsx';

interface DecidingProps {
  readonly proposal: Proposal;
  readonly revision: number;
  /** The working text as it stands. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** Other open proposals. */
  readonly others: readonly Proposal[];
  readonly view: RegisterView;
}

type Panel = 'accept' | 'offer' | 'decline';

/** What facilitators do with an open proposal. */
export function Deciding(props: DecidingProps) {
  const { t } = useMessages();
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = (): void => setPanel(null);
  const names: Readonly<Record<Panel, string>> = {
    accept: t('proposals.decide.accept'),
    offer: t('proposals.compromise.offer'),
    decline: t('proposals.decide.decline'),
  };
  return (
    <section className="section deciding no-print" aria-labelledby="proposal-decide">
      <h2 className="section-title" id="proposal-decide">
        {t('proposals.decide.title')}
      </h2>
      <div className="form-actions">
        {(['accept', 'offer', 'decline'] as const).map((each) => (
          <Button
            key={each}
            tone={each === 'accept' && panel === null ? 'primary' : 'plain'}
            aria-expanded={panel === each}
            onClick={() => setPanel(panel === each ? null : each)}
          >
            {names[each]}
          </Button>
        ))}
      </div>
      {panel === 'accept' ? <AcceptForm {...props} onClose={close} /> : null}
      {panel === 'offer' ? <OfferForm {...props} onClose={close} /> : null}
      {panel === 'decline' ? (
        <DeclineForm proposal={props.proposal} view={props.view} onClose={close} />
      ) : null}
    </section>
  );
}

type FormProps = DecidingProps & { readonly onClose: () => void };

/** The revision of its disposition that is on the screen; 0: there is none. */
const decidedAt = (view: RegisterView, { id }: Proposal): number =>
  view.revisions.get(`disposition:${dispositionId({ noun: 'proposal', id })}`) ?? 0;

function AcceptForm({ onClose, ...props }: FormProps) {
  const { t } = useMessages();
  const key = useRef('');
  const accept = useAcceptProposal(props.proposal.documentId, props.proposal.id, () => key.current);
  const [decided] = useState(() => decidedAt(props.view, props.proposal));
  const [chosen, setChosen] = useState<'accepted' | 'accepted-in-part' | null>(null);
  const decisionFor = (reworded: boolean) => chosen ?? (reworded ? 'accepted-in-part' : 'accepted');
  return (
    <DecisionForm
      {...props}
      kind="acceptance"
      sending={accept.isPending}
      failure={accept.error === null ? null : failureIn(accept.error)}
      submit={t('proposals.decide.submit')}
      onClose={onClose}
      needsReason={(reworded) => decisionFor(reworded) === 'accepted-in-part'}
      onSend={({ changes, reworded, reason, revision, words }, draft) => {
        key.current = draft.key;
        accept.mutate(
          {
            decision: decisionFor(reworded),
            reason,
            revision,
            words,
            decided,
            wordings: reworded ? changes : null,
          },
          {
            onSuccess: () => {
              draft.sent();
              announce(t('proposals.decide.taken'));
              onClose();
            },
            onError: (error) => {
              if (failureIn(error).code !== 'offline') draft.renewKey();
            },
          },
        );
      }}
    >
      {(reworded) => (
        <Choices
          label={t('proposals.decide.decision')}
          value={decisionFor(reworded)}
          onChange={setChosen}
          options={(['accepted', 'accepted-in-part'] as const).map((value) => ({
            value,
            text: t(`proposals.decide.${value}`),
            help: t(`proposals.decide.${value}Help`),
          }))}
        />
      )}
    </DecisionForm>
  );
}

function OfferForm({ onClose, ...props }: FormProps) {
  const { t } = useMessages();
  const key = useRef('');
  const offer = useOfferCompromise(props.proposal.documentId, props.proposal.id, () => key.current);
  return (
    <DecisionForm
      {...props}
      kind="compromise"
      sending={offer.isPending}
      failure={offer.error === null ? null : failureIn(offer.error)}
      submit={t('proposals.compromise.send')}
      needsReason={() => true}
      onClose={onClose}
      onSend={({ changes, reason }, draft) => {
        key.current = draft.key;
        offer.mutate(
          { changes, reason },
          {
            onSuccess: () => {
              draft.sent();
              announce(t('proposals.compromise.sent'));
              onClose();
            },
            onError: (error) => {
              if (failureIn(error).code !== 'offline') draft.renewKey();
            },
          },
        );
      }}
    />
  );
}
