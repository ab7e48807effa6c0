import type { Proposal } from '../../../../shared/model/proposal.ts';
import { useAnswerSponsor, useAskToSponsor } from '../../../api/proposals.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { delegationName } from '../card/names.ts';

interface SponsorsProps {
  readonly proposal: Proposal;
  readonly view: RegisterView;
  readonly mayWrite: boolean;
  /** Whether the proposal is still open. */
  readonly open: boolean;
}

/** Delegations that co-sponsor, ask to, or did; and the acts of whoever looks. */
export function Sponsors({ proposal, view, mayWrite, open }: SponsorsProps) {
  const { t } = useMessages();
  const ask = useAskToSponsor(proposal.documentId, proposal.id);
  const answer = useAnswerSponsor(proposal.documentId, proposal.id);
  const own = view.me?.delegation.id ?? null;
  const isProposers = own === proposal.by.delegationId;
  const acting = mayWrite && open && own !== null;
  const shown = proposal.sponsors.filter(
    ({ state }) => state !== 'left' && (state !== 'declined' || isProposers),
  );
  // Facilitators hold the pen for everybody: they sponsor nothing.
  const maySponsor = view.me !== null && view.me.participant.role !== 'facilitator';
  const mine = proposal.sponsors.find(({ delegationId }) => delegationId === own)?.state ?? null;
  const done = { onSuccess: () => announce(t('proposals.done.answered')) };
  const failure = ask.error ?? answer.error;
  return (
    <section className="section" aria-labelledby="proposal-sponsors">
      <h2 className="section-title" id="proposal-sponsors">
        {t('proposals.sponsors.title')}
      </h2>
      {shown.length === 0 ? <p className="soft">{t('proposals.sponsors.none')}</p> : null}
      <ul className="sponsor-list">
        {shown.map(({ delegationId, state }) => {
          const delegation = delegationName(view, delegationId);
          return (
            <li key={delegationId} className="sponsor">
              <bdi>{delegation}</bdi>
              <span className={state === 'accepted' ? 'badge badge-agreed' : 'badge'}>
                {state === 'accepted' ? '✓ ' : ''}
                {t(`proposals.sponsors.state.${state}`)}
              </span>
              {acting && isProposers && state === 'asked' ? (
                <>
                  <Button
                    small
                    tone="primary"
                    aria-label={t('proposals.sponsors.acceptNamed', { delegation })}
                    busy={answer.isPending}
                    onClick={() => answer.mutate({ delegation: delegationId, state: 'accepted' }, done)}
                  >
                    {t('proposals.sponsors.accept')}
                  </Button>
                  <Button
                    small
                    aria-label={t('proposals.sponsors.declineNamed', { delegation })}
                    busy={answer.isPending}
                    onClick={() => answer.mutate({ delegation: delegationId, state: 'declined' }, done)}
                  >
                    {t('proposals.sponsors.decline')}
                  </Button>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      {acting && !isProposers && maySponsor ? (
        <div className="form-actions">
          {mine === null || mine === 'left' ? (
            <Button
              busy={ask.isPending}
              onClick={() =>
                ask.mutate(undefined, { onSuccess: () => announce(t('proposals.sponsors.askedYou')) })
              }
            >
              {t('proposals.sponsors.ask')}
            </Button>
          ) : null}
          {mine === 'asked' ? <p className="soft small">{t('proposals.sponsors.askedYou')}</p> : null}
          {mine === 'accepted' || mine === 'asked' ? (
            <Button
              small
              tone="quiet"
              busy={answer.isPending}
              onClick={() => answer.mutate({ delegation: own, state: 'left' }, done)}
            >
              {t('proposals.sponsors.leave')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {failure === null ? null : <FailureNotice failure={failureIn(failure)} />}
    </section>
  );
}
