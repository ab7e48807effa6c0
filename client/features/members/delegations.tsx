import { useRef, useState } from 'react';
import type { Member } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { DelegationCell, Formerly } from './delegation-cell.tsx';
import { DelegationForm } from './delegation-form.tsx';
import { useStates } from './use-states.ts';

/** Delegations from which on a field to find one is shown. */
const MANY = 12;

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every delegation with how many of its people have access. */
function counted(members: readonly Member[]): readonly (readonly [Delegation, number])[] {
  const found = new Map<string, [Delegation, number]>();
  for (const { delegation, participant } of members) {
    const known = found.get(delegation.id) ?? [delegation, 0];
    found.set(delegation.id, [delegation, known[1] + (participant.removedAt === null ? 1 : 0)]);
  }
  return [...found.values()];
}

interface DelegationsProps {
  readonly documentId: DocumentId;
  readonly members: readonly Member[];
}

/** For facilitators: what this document keeps of each delegation, to be changed, with what it was before. */
export function Delegations({ documentId, members }: DelegationsProps) {
  const { t, choice } = useMessages();
  const states = useStates();
  const { rows } = useRegister(documentId);
  const [sought, setSought] = useState('');
  const [editing, setEditing] = useState<Delegation['id'] | null>(null);
  /** Whose form was closed last: its button gets the focus back as soon as it is drawn again. */
  const left = useRef<Delegation['id'] | null>(null);
  const all = counted(members);
  const ordered = states?.inReadersOrder(choice, all, ([delegation]) => delegation) ?? all;
  const shown = ordered.filter(([delegation]) =>
    [delegation.name, states?.nameForReader(delegation, choice) ?? ''].some((name) =>
      plain(name).includes(plain(sought.trim())),
    ),
  );
  return (
    <section className="section" aria-labelledby="delegations-title">
      <h2 className="section-title" id="delegations-title">
        {t('members.delegations.title')}
      </h2>
      <p className="soft members-lead">{t('members.delegations.lead')}</p>
      {all.length < MANY ? null : (
        <div className="members-find">
          <Field label={t('members.delegations.find')}>
            <input
              type="search"
              dir="auto"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </Field>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="soft">{t('members.delegations.none')}</p>
      ) : (
        <div className="members-tall">
          <TableScroll label={t('members.delegations.title')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('members.delegation')}</th>
                  <th scope="col" className="number">
                    {t('members.delegations.people')}
                  </th>
                  <th scope="col">{t('members.actions')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(([delegation, people]) =>
                  editing === delegation.id ? (
                    <tr key={delegation.id}>
                      <td colSpan={3}>
                        <DelegationForm
                          documentId={documentId}
                          delegation={delegation}
                          onClose={() => {
                            left.current = delegation.id;
                            setEditing(null);
                          }}
                        />
                      </td>
                    </tr>
                  ) : (
                    <tr key={delegation.id}>
                      <th scope="row" className="members-delegation">
                        <DelegationCell delegation={delegation} states={states} />
                        <Formerly earlier={rows.delegation.get(delegation.id)?.earlier ?? []} />
                      </th>
                      <td className="number">{people}</td>
                      <td>
                        <Button
                          small
                          ref={(button) => {
                            if (button === null || left.current !== delegation.id) return;
                            left.current = null;
                            button.focus();
                          }}
                          aria-label={t('members.delegations.changeOf', { name: delegation.name })}
                          onClick={() => setEditing(delegation.id)}
                        >
                          {t('members.delegations.change')}
                        </Button>
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </TableScroll>
        </div>
      )}
    </section>
  );
}
