import { Link } from 'wouter';
import type { RemainingObjection } from '../../../shared/domain/rough-consensus.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import { useMessages } from '../../ui/messages.ts';
import { positionsAddress } from './positions-address.ts';
import { holderName, type PositionScene } from './scene.ts';
import { StandingName } from './standing-sign.tsx';

interface ObjectionListProps {
  readonly scene: PositionScene;
  readonly title: string;
  readonly objections: readonly RemainingObjection[];
}

/** Objections, each named once with whom it speaks for, in the objector's words. */
export function ObjectionList({ scene, title, objections }: ObjectionListProps) {
  const { t } = useMessages();
  return (
    <div className="objections">
      <h3 className="people-head">{title}</h3>
      <ul>
        {objections.map(({ holder, standing, held, delegations }) => (
          <li key={holderKey(holder)}>
            <StandingName figure={standing} />{' '}
            <Link
              href={positionsAddress(scene.version.documentId, {
                version: scene.isLatest ? null : scene.version.id,
                by: holder.noun,
                cell: { paragraph: held.paragraph, column: holder.id },
              })}
            >
              <bdi>{holderName(scene, holder)}</bdi>
            </Link>
            {holder.noun === 'group' ? (
              <span className="soft"> {t('positions.consensus.behind', { count: delegations.length })}</span>
            ) : null}
            {held.state === 'to-reconfirm' ? (
              <span className="soft"> {t('positions.consensus.onEarlier')}</span>
            ) : null}
            {held.position.words === '' ? null : (
              <span className="objection-words" dir="auto">
                {held.position.words}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
