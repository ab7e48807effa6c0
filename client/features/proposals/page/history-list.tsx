import { useState } from 'react';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { useRowHistory } from '../../../api/comments.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';
import { Redline } from '../amendment/redline.tsx';
import { textOf } from '../amendment/shown-change.ts';
import { delegationName } from '../card/names.ts';
import { type HistoryStep, historyOf } from './history.ts';

interface HistoryListProps {
  readonly proposal: Proposal;
  readonly revision: number;
  readonly view: RegisterView;
}

/** Everything that happened to a proposal. Asked for when it is opened. */
export function HistoryList({ proposal, revision, view }: HistoryListProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <section className="section" aria-labelledby="proposal-history">
      <h2 className="section-title" id="proposal-history">
        {t('proposals.history.title')}
      </h2>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('proposals.history.show')}</summary>
        {open ? <Steps proposal={proposal} revision={revision} view={view} /> : null}
      </details>
    </section>
  );
}

function Steps({ proposal, revision, view }: HistoryListProps) {
  const { t } = useMessages();
  const { data, error, refetch } = useRowHistory(proposal.documentId, 'proposal', proposal.id, revision);
  if (error !== null) return <FailureNotice failure={failureIn(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <ListSkeleton lines={2} />;
  return (
    <ol className="history-steps">
      {historyOf(data.entries).map((step) => (
        <li key={`${step.revision}-${step.kind}-${'delegation' in step ? step.delegation : ''}`}>
          <Moment iso={step.at} short zone={false} /> {nameOf(step, view, t)}
          {step.kind === 'edited' ? <Edited step={step} /> : null}
        </li>
      ))}
    </ol>
  );
}

function nameOf(step: HistoryStep, view: RegisterView, t: ReturnType<typeof useMessages>['t']): string {
  switch (step.kind) {
    case 'asked':
    case 'accepted':
    case 'declined':
    case 'left':
      return t(`proposals.history.${step.kind}`, { delegation: delegationName(view, step.delegation) });
    default:
      return t(`proposals.history.${step.kind}`);
  }
}

/** What an edit changed in the wording of each paragraph, and in the reasons. */
function Edited({ step: { before, after } }: { step: Extract<HistoryStep, { kind: 'edited' }> }) {
  const { t } = useMessages();
  const pairs = after.changes.map((change, k) => {
    const was = before.changes.find(({ id }) => id === change.id) ?? before.changes[k];
    return { id: change.id, from: was === undefined ? '' : textOf(was.wording), to: textOf(change.wording) };
  });
  const changed = [...pairs, { id: 'rationale', from: before.rationale, to: after.rationale }].filter(
    ({ from, to }) => from !== to,
  );
  if (changed.length === 0) return null;
  return (
    <details>
      <summary className="small">{t('proposals.history.wording')}</summary>
      {changed.map(({ id, from, to }) => (
        <Redline key={id} from={from} to={to} />
      ))}
    </details>
  );
}
