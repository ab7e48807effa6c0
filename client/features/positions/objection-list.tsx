import { useState } from 'react';
import { Link } from 'wouter';
import type { RemainingObjection } from '../../../shared/domain/rough-consensus.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { positionsAddress } from './positions-address.ts';
import { holderName, type PositionScene } from './scene.ts';
import { StandingName } from './standing-sign.tsx';

interface ObjectionListProps {
  readonly scene: PositionScene;
  readonly title: string;
  readonly objections: readonly RemainingObjection[];
}

/** So many are named at once, opposition first; the others when asked for: hundreds of paragraphs stand in a list. */
const FIRST = 9;

/** Objections, each named once with whom it speaks for, in the objector's words. */
export function ObjectionList({ scene, title, objections }: ObjectionListProps) {
  const { t } = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? objections : objections.slice(0, FIRST);
  return (
    <div className="objections">
      <h3 className="people-head">{title}</h3>
      <ul>
        {shown.map(({ holder, standing, held, delegations }) => (
          <li key={holderKey(holder)} className="objection">
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
      {shown.length === objections.length ? null : (
        <Button small tone="quiet" onClick={() => setAll(true)}>
          {t('positions.consensus.allObjections', { count: objections.length })}
        </Button>
      )}
    </div>
  );
}
