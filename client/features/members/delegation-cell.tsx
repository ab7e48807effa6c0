import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { EarlierDelegation } from '../../../shared/model/delegation-change.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useMessages } from '../../ui/messages.ts';
import type { States } from './use-states.ts';

type Described = Pick<Delegation, 'name' | 'constituency' | 'region'>;

interface DelegationCellProps {
  readonly delegation: Described;
  readonly states: States | null;
}

/** A delegation as it was entered; where that is another name, what the reader calls its State; and what it counts as. */
export function DelegationCell({ delegation, states }: DelegationCellProps) {
  const { t, choice } = useMessages();
  const { name, constituency, region } = delegation;
  const state = states?.nameForReader(delegation, choice) ?? null;
  return (
    <>
      <bdi>{name}</bdi>
      {state === null ? null : (
        <>
          {' '}
          <span className="soft">
            (<bdi lang={choice}>{state}</bdi>)
          </span>
        </>
      )}
      <span className="members-constituency">
        {t(`terms.constituency.${constituency ?? 'none'}`)}
        {region === null ? null : <>, {t(`terms.region.${region}`)}</>}
      </span>
    </>
  );
}

/** What a delegation was before it was changed, the newest first: name, or what else was other than it is. */
export function Formerly({ earlier }: { earlier: readonly EarlierDelegation[] }) {
  const { t, locale } = useMessages();
  if (earlier.length === 0) return null;
  return (
    <ul className="members-formerly small soft">
      {earlier.toReversed().map(({ name, constituency, region, until }) => (
        <li key={until}>
          {t('members.delegations.formerly', {
            date: dateInUtc(until, locale),
            was: [
              name,
              t(`terms.constituency.${constituency ?? 'none'}`),
              ...(region === null ? [] : [t(`terms.region.${region}`)]),
            ].join(', '),
          })}
        </li>
      ))}
    </ul>
  );
}
