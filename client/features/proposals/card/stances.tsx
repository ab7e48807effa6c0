import type { Stance } from '../../../../shared/model/comment.ts';
import { stanceId } from '../../../../shared/model/comment.ts';
import type { DocumentId, ProposalId } from '../../../../shared/model/ids.ts';
import { useTakeStance } from '../../../api/comments.ts';
import { useRegisterPart } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { delegationName } from './names.ts';

interface StancesProps {
  readonly documentId: DocumentId;
  readonly proposal: ProposalId;
  /** Whether one may say where one's delegation stands. */
  readonly mayAnswer: boolean;
}

/** Agree and disagree, a delegation once. Every count opens the delegations counted. */
export function Stances({ documentId, proposal, mayAnswer }: StancesProps) {
  const { t } = useMessages();
  const rows = useRegisterPart(documentId, (view) => view.rows.stance);
  const me = useRegisterPart(documentId, (view) => view.me);
  const directory = useRegisterPart(documentId, (view) => view.directory);
  const take = useTakeStance(documentId);
  const taken = [...rows.values()].filter(({ on }) => on.noun === 'proposal' && on.id === proposal);
  const own =
    me === null
      ? null
      : (rows.get(stanceId({ noun: 'proposal', id: proposal }, me.delegation.id))?.stance ?? 'none');
  const whoTook = (stance: Stance['stance']): readonly string[] =>
    taken
      .filter((row) => row.stance === stance)
      .map(({ by }) => delegationName({ directory }, by.delegationId));
  const agreeing = whoTook('agree');
  const disagreeing = whoTook('disagree');
  const press = (stance: 'agree' | 'disagree'): void =>
    take.mutate({
      on: { noun: 'proposal', id: proposal },
      stance: own === stance ? 'none' : stance,
    });
  return (
    <div className="stances">
      {mayAnswer && me !== null ? (
        <fieldset className="stances-own plain">
          <legend className="visually-hidden">
            {t('proposals.stance.own', { delegation: me.delegation.name })}
          </legend>
          {(['agree', 'disagree'] as const).map((stance) => (
            <button
              key={stance}
              type="button"
              className="button button-small button-quiet"
              aria-pressed={own === stance}
              aria-disabled={take.isPending || undefined}
              onClick={() => (take.isPending ? undefined : press(stance))}
            >
              {t(`proposals.stance.${stance}Count`, {
                count: (stance === 'agree' ? agreeing : disagreeing).length,
              })}
            </button>
          ))}
        </fieldset>
      ) : (
        <p className="soft small">
          {t('proposals.stance.agreeCount', { count: agreeing.length })} ·{' '}
          {t('proposals.stance.disagreeCount', { count: disagreeing.length })}
        </p>
      )}
      {agreeing.length + disagreeing.length === 0 ? null : (
        <dl className="stances-who">
          <Who title={t('proposals.stance.agreeing')} delegations={agreeing} />
          <Who title={t('proposals.stance.disagreeing')} delegations={disagreeing} />
        </dl>
      )}
      {take.error === null ? null : <FailureNotice failure={failureIn(take.error)} />}
    </div>
  );
}

function Who({ title, delegations }: { title: string; delegations: readonly string[] }) {
  if (delegations.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {delegations.map((name) => (
        <dd key={name}>
          <bdi>{name}</bdi>
        </dd>
      ))}
    </div>
  );
}
