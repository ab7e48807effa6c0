import { useState } from 'react';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { GroupForm } from './group-form.tsx';

/** Groups of delegations that make joint statements: who is in them, since when, and who speaks for them. */
export function Groups({ documentId, mayChange }: { documentId: DocumentId; mayChange: boolean }) {
  const { t, locale } = useMessages();
  const { rows, directory } = useRegister(documentId);
  /** The group being changed; `new` for one that is made. */
  const [editing, setEditing] = useState<Group | 'new' | null>(null);
  const groups = [...rows.group.values()].sort((a, b) => a.name.localeCompare(b.name));
  const delegations = [...directory.delegations.values()]
    .filter(({ constituency }) => constituency !== null)
    .sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = (id: Group['members'][number]['delegationId']): string =>
    directory.delegations.get(id)?.name ?? '';
  if (groups.length === 0 && !mayChange) return null;
  return (
    <section className="section" aria-labelledby="groups">
      <h2 className="section-title" id="groups">
        {t('members.groups.title')}
      </h2>
      <p className="soft">{t('members.groups.lead')}</p>
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
                    <ul className="members-of-group">
                      {group.members.map(({ delegationId, from, until }) => (
                        <li key={`${delegationId} ${from}`}>
                          <bdi>{nameOf(delegationId)}</bdi>{' '}
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
        <p className="members-add">
          <Button onClick={() => setEditing('new')}>{t('members.groups.create')}</Button>
        </p>
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
