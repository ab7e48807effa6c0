import { useEffect, useState } from 'react';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { fetchUntilItComes } from '../../ui/fetch-until-it-comes.ts';
import { Field } from '../../ui/field.tsx';
import { listed, useMessages } from '../../ui/messages.ts';
import type { GroupDraft } from './group-draft.ts';

type UsualGroups = typeof import('./usual-draft.ts');

interface UsualGroupProps {
  readonly delegations: readonly DirectoryDelegation[];
  readonly onFill: (draft: GroupDraft) => void;
}

/** Fills a new group from a list of the usual ones, and says where that list is from and who of it is not here. */
export function UsualGroup({ delegations, onFill }: UsualGroupProps) {
  const { t, locale, choice } = useMessages();
  const [lists, setLists] = useState<UsualGroups | null>(null);
  const [id, setId] = useState('');
  useEffect(() => {
    // Without the lists a group is made by hand.
    return fetchUntilItComes(
      () => import('./usual-draft.ts'),
      (module) => setLists(module),
    );
  }, []);
  if (lists === null) return null;
  const today = new Date().toISOString().slice(0, 10);
  const filled = lists.usualDraft(id, delegations, choice, today);
  const choose = (next: string): void => {
    setId(next);
    const draft = lists.usualDraft(next, delegations, choice, today)?.draft;
    if (draft !== undefined) onFill(draft);
  };
  const date = (day: string): string => (day.length === 4 ? day : dateInUtc(`${day}T00:00:00.000Z`, locale));
  return (
    <>
      <Field label={t('members.groups.usual')} help={t('members.groups.usualHelp')}>
        <select value={id} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('members.groups.noUsual')}</option>
          {lists.usualGroups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.abbreviation === null ? group.name : `${group.name} (${group.abbreviation})`}
            </option>
          ))}
        </select>
      </Field>
      {filled === null ? null : (
        <div className="members-source small soft">
          <p>
            {t('members.groups.source', { source: filled.group.source })}{' '}
            {filled.group.asOf === null ? null : (
              <>{t('members.groups.asOf', { date: date(filled.group.asOf) })} </>
            )}
            {t('members.groups.readOn', { date: date(lists.GROUPS_READ_ON) })}
          </p>
          {filled.group.note === null ? null : <p>{filled.group.note}</p>}
          {filled.group.otherMembers.length === 0 ? null : (
            <p>{t('members.groups.others', { names: filled.group.otherMembers })}</p>
          )}
          {filled.absent.length === 0 ? null : (
            <details>
              <summary>{t('members.groups.absent', { count: filled.absent.length })}</summary>
              <p>
                <bdi>{listed(filled.absent)}</bdi>
              </p>
            </details>
          )}
        </div>
      )}
    </>
  );
}
