import type { Member } from '../../../shared/api/member.ts';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import { Button } from '../../ui/button.tsx';
import { OpenIcon } from '../../ui/icons.ts';
import { LazyPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { DelegationCell } from './delegation-cell.tsx';
import { type States, useStates } from './use-states.ts';
import './members.css';

export interface MemberActs {
  readonly changeRole: (member: Member, role: Role) => void;
  readonly reissue: (member: Member) => void;
  readonly remove: (member: Member) => void;
}

interface MemberTableProps {
  readonly members: readonly Member[];
  /** Null for whoever may only look. */
  readonly acts: MemberActs | null;
}

/** Facilitators first, delegations in the reader's alphabet, those whose access ended last; of one, as they joined. */
const rank = ({ participant, delegation }: Member): number =>
  participant.removedAt !== null ? 2 : delegation.constituency === null ? 0 : 1;

/** Members from which on the table scrolls by itself, so that what stands below it is not out of reach. */
const MANY = 20;

/** Who takes part. */
export function MemberTable({ members, acts }: MemberTableProps) {
  const { t, choice } = useMessages();
  const states = useStates();
  const ordered = states?.inReadersOrder(choice, members, ({ delegation }) => delegation) ?? members;
  const sorted = ordered.toSorted((a, b) => rank(a) - rank(b));
  return (
    <div className={members.length > MANY ? 'members-tall' : undefined}>
      <TableScroll label={t('members.title')}>
        <table className="table table-roomy">
          <thead>
            <tr>
              <th scope="col">{t('members.name')}</th>
              <th scope="col">{t('members.delegation')}</th>
              <th scope="col">{t('members.role')}</th>
              <th scope="col">{t('members.state')}</th>
              {acts === null ? null : <th scope="col">{t('members.actions')}</th>}
            </tr>
          </thead>
          <tbody>
            {sorted.map((member) => (
              <MemberRow key={member.participant.id} member={member} acts={acts} states={states} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly acts: MemberActs | null;
  readonly states: States | null;
}

function MemberRow({ member, acts, states }: MemberRowProps) {
  const { t, locale } = useMessages();
  const { participant, delegation, invited } = member;
  const { name, role, removedAt } = participant;
  const state =
    removedAt !== null
      ? t('members.removed', { date: dateInUtc(removedAt, locale) })
      : t(invited ? 'members.invited' : 'members.active');
  return (
    <tr data-ended={removedAt !== null || undefined} className="members-row">
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <DelegationCell delegation={delegation} states={states} />
      </td>
      <td>
        {acts === null || removedAt !== null ? (
          t(`terms.role.${role}`)
        ) : (
          <select
            className="field-input members-role"
            aria-label={t('members.roleOf', { name })}
            value={role}
            onChange={(event) => acts.changeRole(member, event.target.value as Role)}
          >
            {ROLES.map((value) => (
              <option key={value} value={value}>
                {t(`terms.role.${value}`)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>{state}</td>
      {acts === null ? null : (
        <td>
          {removedAt !== null ? null : (
            <LazyPopup
              opens="menu"
              load={() => import('./member-menu.tsx')}
              props={{ onReissue: () => acts.reissue(member), onRemove: () => acts.remove(member) }}
              trigger={
                <Button small aria-label={t('members.actionsOf', { name })}>
                  {t('members.actions')} <OpenIcon className="icon" />
                </Button>
              }
            />
          )}
        </td>
      )}
    </tr>
  );
}
