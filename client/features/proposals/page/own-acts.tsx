import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { useSubmitProposal, useWithdrawProposal } from '../../../api/proposals.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { newProposalAddress, proposalAddress } from '../addresses.ts';

interface OwnActsProps {
  readonly proposal: Proposal;
  readonly view: RegisterView;
  readonly mayWrite: boolean;
  readonly open: boolean;
}

/** What one may do with a proposal besides deciding on it: edit, withdraw, submit, amend. */
export function OwnActs({ proposal, view, mayWrite, open }: OwnActsProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const [sure, setSure] = useState<'withdraw' | 'submit' | null>(null);
  const withdraw = useWithdrawProposal(proposal.documentId, proposal.id);
  const submit = useSubmitProposal(proposal.documentId, proposal.id);
  if (!mayWrite || !open || view.me === null) return null;
  const address = proposalAddress(proposal.documentId, proposal.id);
  const isAuthor = view.me.participant.id === proposal.by.participantId;
  const isDelegations = view.me.delegation.id === proposal.by.delegationId;
  const failure = withdraw.error ?? submit.error;
  const ask = (what: 'withdraw' | 'submit', said: string) => (
    <Button small tone="quiet" onClick={() => setSure(what)}>
      {said}
    </Button>
  );
  return (
    <>
      <div className="form-actions">
        {isAuthor ? (
          <Button small onClick={() => go(`${address}/edit`)}>
            {t('proposals.edit')}
          </Button>
        ) : null}
        <Button small onClick={() => go(newProposalAddress(proposal.documentId, { amends: proposal.id }))}>
          {t('proposals.amend')}
        </Button>
        {isDelegations && proposal.visibility === 'delegation' ? (
          sure === 'submit' ? (
            <Button
              small
              tone="primary"
              busy={submit.isPending}
              onClick={() =>
                submit.mutate(undefined, { onSuccess: () => announce(t('proposals.done.submitted')) })
              }
            >
              {t('proposals.submit')}
            </Button>
          ) : (
            ask('submit', t('proposals.submit'))
          )
        ) : null}
        {isAuthor ? (
          sure === 'withdraw' ? (
            <Button
              small
              tone="danger"
              busy={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(undefined, { onSuccess: () => announce(t('proposals.done.withdrawn')) })
              }
            >
              {t('proposals.withdrawSure')}
            </Button>
          ) : (
            ask('withdraw', t('proposals.withdraw'))
          )
        ) : null}
      </div>
      {sure === null ? null : <p className="small soft">{t(`proposals.${sure}Help`)}</p>}
      {failure === null ? null : <FailureNotice failure={failureIn(failure)} />}
    </>
  );
}
