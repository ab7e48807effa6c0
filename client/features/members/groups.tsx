import { useState } from 'react';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { GroupForm } from './group-form.tsx';
import { GroupMembers } from './group-members.tsx';
import { RegionalGroups } from './regional-groups.tsx';
import { useStates } from './use-states.ts';

/** Groups of delegations that make joint statements: who is in them, since when, and who speaks for them. */
export function Groups({ documentId, mayChange }: { documentId: DocumentId; mayChange: boolean }) {
  const { t, choice } = useMessages();
  const states = useStates();
  const { rows, directory } = useRegister(documentId);
  /** The group being changed; `new` for one that is made. */
  const [editing, setEditing] = useState<Group | 'new' | null>(null);
  const groups = [...rows.group.values()].sort((a, b) => a.name.localeCompare(b.name, choice));
  const unordered = [...directory.delegations.values()].filter(({ constituency }) => constituency !== null);
  const delegations =
    states?.inReadersOrder(choice, unordered, (one) => one) ??
    unordered.sort((a, b) => a.name.localeCompare(b.name, choice));
  const nameOf = (id: DelegationId): string => directory.delegations.get(id)?.name ?? '';
  if (groups.length === 0 && !mayChange) return null;
  return (
    <section className="section" aria-labelledby="groups">
      <h2 className="section-title" id="groups">
        {t('members.groups.title')}
      </h2>
      <p className="soft members-lead">{t('members.groups.lead')}</p>
      {groups.length === 0 ? null : (
        <TableScroll label={t('members.groups.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('members.groups.name')}</th>
                <th scope="col">{t('members.groups.members')}</th>
                <th scope="col">{t('members.groups.spokesperson')}</th>
                {mayChange ? <th scope="col">{t('members.actions')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id}>
                  <th scope="row">
                    <bdi>{group.name}</bdi>
                  </th>
                  <td>
                    <GroupMembers group={group} delegations={delegations} />
                  </td>
                  <td>
                    {group.spokesperson === null ? t('common.none') : <bdi>{nameOf(group.spokesperson)}</bdi>}
                  </td>
                  {mayChange ? (
                    <td>
                      <Button
                        small
                        aria-label={t('members.groups.changeOf', { name: group.name })}
                        onClick={() => setEditing(group)}
                      >
                        {t('members.groups.change')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {!mayChange ? null : editing === null ? (
        <div className="members-add form-actions">
          <Button onClick={() => setEditing('new')}>{t('members.groups.create')}</Button>
          <RegionalGroups documentId={documentId} delegations={delegations} groups={groups} />
        </div>
      ) : (
        <section className="members-add" aria-labelledby="group-form">
          <h3 id="group-form" className="section-title">
            {editing === 'new'
              ? t('members.groups.create')
              : t('members.groups.changeOf', { name: editing.name })}
          </h3>
          <GroupForm
            key={editing === 'new' ? 'new' : editing.id}
            documentId={documentId}
            group={editing === 'new' ? null : editing}
            delegations={delegations}
            onClose={() => setEditing(null)}
          />
        </section>
      )}
    </section>
  );
}
