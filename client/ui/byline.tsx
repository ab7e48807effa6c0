import type { Constituency } from '../../shared/model/participant.ts';
import { ConstituencySign } from './constituency-sign.tsx';
import { useMessages } from './messages.ts';
import { Moment } from './moment.tsx';
import './byline.css';

export interface BylineProps {
  readonly name: string;
  readonly delegation: string;
  readonly constituency: Constituency | null;
  /** Name of the group spoken for. */
  readonly onBehalfOf: string | null;
  /** Who entered it for those whom `delegation` names; null or absent: they wrote it themselves. */
  readonly enteredBy?: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Two lines by default; one where rows are dense: then without the person. */
  readonly dense?: boolean;
}

/** Who said something: delegation and constituency first, since they count; then the person and when. */
export function Byline(props: BylineProps) {
  const { name, delegation, constituency, onBehalfOf, enteredBy = null, at, dense = false } = props;
  const { t } = useMessages();
  // A line has no room for all names of a joint submission: the first, how many more, and who entered it.
  const names = enteredBy === null ? [delegation] : delegation.split('; ');
  const shown = dense && names.length > 1 ? `${names[0]} +${names.length - 1}` : delegation;
  const group = t(`terms.constituency.${constituency ?? 'none'}`);
  const speaker =
    onBehalfOf === null ? (
      <bdi className="byline-delegation" title={shown === delegation ? undefined : delegation}>
        {shown}
      </bdi>
    ) : (
      <>
        <bdi className="byline-delegation">{delegation}</bdi>{' '}
        <span className="byline-behalf">{t('register.onBehalfOf', { group: onBehalfOf })}</span>
      </>
    );
  return (
    <div className="byline" data-dense={dense || undefined}>
      <div className="byline-speaker">
        {/* Who was entered without a delegation here has no constituency, not the facilitators' sign. */}
        {enteredBy !== null && constituency === null ? null : (
          <ConstituencySign constituency={constituency} />
        )}
        <span>
          {speaker}
          {enteredBy === null ? null : (
            <span className="byline-behalf"> {t('register.enteredBy', { name: enteredBy })}</span>
          )}
          {/* The facilitators' delegation is their constituency: the word would stand there twice. */}
          {constituency === null ? null : <span className="byline-constituency"> {group}</span>}
        </span>
      </div>
      <div className="byline-person">
        {dense || name === '' ? null : (
          <>
            <bdi>{name}</bdi> ·{' '}
          </>
        )}
        <Moment iso={at} short zone={false} />
      </div>
    </div>
  );
}
