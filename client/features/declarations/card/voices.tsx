import { Link } from 'wouter';
import { joinedEarlierWords } from '../../../../shared/domain/declaration-change.ts';
import type { DelegationId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { ConstituencySign } from '../../../ui/constituency-sign.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { delegationQuestion } from '../addresses.ts';
import { labelsOf, type Recorded } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import { Fact } from './fact.tsx';

interface VoicesProps {
  readonly recorded: Recorded;
  readonly view: Pick<RegisterView, 'directory'>;
  readonly text: RecordText | null;
}

/** More members than this are folded. */
const IN_SIGHT = 12;

/** Who aligned, when and except on what; and for a group's, whom it spoke for when it was filed. */
export function Voices({ recorded: { row, listed }, view, text }: VoicesProps) {
  const { t, locale } = useMessages();
  const { documentId, joined, holder } = row;
  const earlier = new Set(joinedEarlierWords(row));
  const nameOf = (id: DelegationId): string => view.directory.delegations.get(id)?.name ?? '';
  const except = (ids: Parameters<typeof labelsOf>[0]): string =>
    ids.length === 0
      ? ''
      : `, ${t('declarations.card.except', {
          labels: labelsOf(ids, text, t),
        })}`;
  const name = (id: DelegationId) => (
    <>
      <ConstituencySign constituency={view.directory.delegations.get(id)?.constituency ?? null} />{' '}
      <Link href={delegationQuestion(documentId, id)}>
        <bdi>{nameOf(id)}</bdi>
      </Link>
    </>
  );
  const members = (listed?.voices ?? [])
    .filter(({ through }) => through === 'membership' || through === 'alignment')
    .toSorted((a, b) => nameOf(a.delegation).localeCompare(nameOf(b.delegation), locale));
  const list = (
    <ul className="declaration-names" data-voices>
      {members.map((voice) => (
        <li key={voice.delegation}>
          {name(voice.delegation)}
          <span className="soft small">
            {voice.through === 'alignment' ? ` (${t('declarations.card.aligns')})` : ''}
            {except(voice.except)}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {joined.length === 0 ? null : (
        <Fact title={t('declarations.card.joined')}>
          <ul className="declaration-places" data-joined>
            {joined.map((one) => (
              <li key={one.delegationId}>
                {name(one.delegationId)}
                <span className="soft small">
                  {except(one.except)} · <Moment iso={one.at} short zone={false} />
                  {earlier.has(one.delegationId) ? ` · ${t('declarations.card.joinedEarlier')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {holder.noun !== 'group' || members.length === 0 ? null : (
        <Fact title={t('declarations.card.voices')}>
          <p className="soft small">{t('declarations.card.voicesHelp')}</p>
          {members.length > IN_SIGHT ? (
            <details>
              <summary>{t('declarations.card.speaksForMany', { count: members.length })}</summary>
              {list}
            </details>
          ) : (
            list
          )}
        </Fact>
      )}
    </>
  );
}
