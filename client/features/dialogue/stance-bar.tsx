import { useId, useState } from 'react';
import type { StanceSubject } from '../../../shared/model/comment.ts';
import type { DelegationId } from '../../../shared/model/ids.ts';
import { useTakeStance } from '../../api/comments.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { useThreadContext } from './thread-context.ts';
import { stanceIn } from './threads.ts';

interface StanceBarProps {
  readonly on: StanceSubject;
  /** One's own words are not agreed to. */
  readonly own: boolean;
}

/** Agree, disagree, and who does: the count opens the delegations behind it. */
export function StanceBar({ on, own }: StanceBarProps) {
  const { t } = useMessages();
  const { documentId, view, stances, mayWrite } = useThreadContext();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const take = useTakeStance(documentId);
  const both = stances(on);
  const mine = view.me === null ? 'none' : stanceIn(both, view.me.delegation.id);
  const may = mayWrite && view.me !== null && !own;
  const counted = both.agree.length + both.disagree.length;
  const toggle = (stance: 'agree' | 'disagree'): void =>
    take.mutate({ on, stance: mine === stance ? 'none' : stance });
  return (
    <>
      {counted === 0 ? null : (
        <span className="stance-counts">
          <Button
            small
            tone="quiet"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            onClick={() => setOpen(!open)}
          >
            <bdi>
              {[
                both.agree.length === 0 ? '' : t('dialogue.card.agreeing', { count: both.agree.length }),
                both.disagree.length === 0
                  ? ''
                  : t('dialogue.card.disagreeing', { count: both.disagree.length }),
              ]
                .filter((words) => words !== '')
                .join(' · ')}
            </bdi>
          </Button>
        </span>
      )}
      {open && counted > 0 ? (
        <div className="stance-list" id={listId}>
          <Delegations title={t('dialogue.card.agree')} ids={both.agree} />
          <Delegations title={t('dialogue.card.disagree')} ids={both.disagree} />
        </div>
      ) : null}
      {may
        ? (['agree', 'disagree'] as const).map((stance) => (
            <Button
              key={stance}
              small
              tone="quiet"
              busy={take.isPending}
              aria-pressed={mine === stance}
              onClick={() => toggle(stance)}
            >
              {t(`dialogue.card.${stance}`)}
            </Button>
          ))
        : null}
      {take.error === null ? null : <FailureNotice failure={failureIn(take.error)} />}
    </>
  );
}

function Delegations({ title, ids }: { title: string; ids: readonly DelegationId[] }) {
  const { view } = useThreadContext();
  const { t } = useMessages();
  if (ids.length === 0) return null;
  return (
    <dl>
      <dt>{title}</dt>
      {ids.map((id) => {
        const delegation = view.directory.delegations.get(id);
        const constituency = delegation?.constituency ?? null;
        return (
          <dd key={id}>
            <ConstituencySign constituency={constituency} /> <bdi>{delegation?.name ?? ''}</bdi>{' '}
            <span className="soft">{t(`terms.constituency.${constituency ?? 'none'}`)}</span>
          </dd>
        );
      })}
    </dl>
  );
}
