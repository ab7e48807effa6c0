import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { useMessages } from '../../ui/messages.ts';

/** Members up to which a list stands open. */
const FEW = 8;

interface GroupMembersProps {
  readonly group: Group;
  /** In the reader's order: the members stand in it too. */
  readonly delegations: readonly DirectoryDelegation[];
}

/** Who is in a group and since when; a membership that is over says until when. */
export function GroupMembers({ group, delegations }: GroupMembersProps) {
  const { t, locale } = useMessages();
  const now = new Date().toISOString();
  const members = delegations.flatMap((delegation) =>
    group.members
      .filter(({ delegationId }) => delegationId === delegation.id)
      .map((membership) => ({ ...membership, name: delegation.name })),
  );
  const current = members.filter(({ until }) => until === null || until > now).length;
  return (
    <details open={members.length <= FEW}>
      <summary>{t('members.groups.count', { count: current })}</summary>
      <ul className="members-of-group">
        {members.map(({ delegationId, name, from, until }) => (
          <li key={`${delegationId} ${from}`}>
            <bdi>{name}</bdi>{' '}
            <span className="soft small">
              {until === null
                ? t('members.groups.since', { from: dateInUtc(from, locale) })
                : t('members.groups.between', {
                    from: dateInUtc(from, locale),
                    until: dateInUtc(until, locale),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
