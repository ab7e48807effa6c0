import type { Member } from '../../../shared/api/member.ts';
import { headOf } from '../../../shared/domain/group.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useNameHead } from '../../api/groups.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

interface HeadsProps {
  readonly documentId: DocumentId;
  readonly members: readonly Member[];
  readonly mayChange: boolean;
}

/** Delegations in the order in which they came, each with those of its people who have access. */
function delegationsOf(members: readonly Member[]): (readonly [Delegation, readonly Member[]])[] {
  const found = new Map<string, [Delegation, Member[]]>();
  for (const member of members) {
    if (member.participant.removedAt !== null) continue;
    const { delegation } = member;
    const known = found.get(delegation.id);
    if (known === undefined) found.set(delegation.id, [delegation, [member]]);
    else known[1].push(member);
  }
  return [...found.values()];
}

/** Who heads each delegation: the one who submits its private notes. */
export function Heads({ documentId, members, mayChange }: HeadsProps) {
  const { t } = useMessages();
  const { rows } = useRegister(documentId);
  const name = useNameHead(documentId);
  const participants = members.map(({ participant }) => participant);
  const several = delegationsOf(members).filter(([, people]) => people.length > 1);
  if (several.length === 0) return null;
  return (
    <section className="section" aria-labelledby="heads">
      <h2 className="section-title" id="heads">
        {t('members.heads.title')}
      </h2>
      <p className="soft members-lead">{t('members.heads.lead')}</p>
      {name.error === null ? null : <FailureNotice failure={failureIn(name.error)} />}
      <TableScroll label={t('members.heads.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('members.delegation')}</th>
              <th scope="col">{t('members.heads.head')}</th>
            </tr>
          </thead>
          <tbody>
            {several.map(([delegation, people]) => {
              const head = headOf(
                delegation.id,
                rows.head.get(delegation.id)?.participantId ?? null,
                participants,
              );
              return (
                <tr key={delegation.id}>
                  <th scope="row">
                    <bdi>{delegation.name}</bdi>
                  </th>
                  <td>
                    {mayChange ? (
                      <select
                        className="field-input members-role"
                        aria-label={t('members.heads.headOf', { name: delegation.name })}
                        value={head ?? ''}
                        onChange={(event) => {
                          const participantId = event.target.value as unknown as ParticipantId;
                          const person = people.find(({ participant }) => participant.id === participantId);
                          name.mutate(
                            { delegation: delegation.id, participantId },
                            {
                              onSuccess: () =>
                                announce(
                                  t('members.heads.named', {
                                    name: person?.participant.name ?? '',
                                    delegation: delegation.name,
                                  }),
                                ),
                            },
                          );
                        }}
                      >
                        {people.map(({ participant }) => (
                          <option key={participant.id} value={participant.id}>
                            {participant.name}
                          </option>
                        ))}
                      </select>
                    ) : (
                      <bdi>{people.find(({ participant }) => participant.id === head)?.participant.name}</bdi>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
