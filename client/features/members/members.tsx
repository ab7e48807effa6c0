import { useState } from 'react';
import type { InvitedManyAnswer } from '../../../shared/api/delegation.ts';
import type { InvitedAnswer, Member } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useChangeRole, useMembers, useReissue, useRemoveMember } from '../../api/members.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { Confirm } from './confirm.tsx';
import { Delegations } from './delegations.tsx';
import { Groups } from './groups.tsx';
import { Heads } from './heads.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { InvitedMany } from './invited-many.tsx';
import { MemberTable } from './member-table.tsx';

/** With the list of States and the usual groups, which nobody needs to see the members. */
const InviteMany = late(async () => ({ default: (await import('./invite-many.tsx')).InviteMany }), {
  waiting: ListSkeleton,
});

type Asking = { readonly about: 'reissue' | 'remove'; readonly member: Member };

const shown = (error: Error | null) => (error === null ? null : <FailureNotice failure={failureIn(error)} />);

interface MembersProps {
  readonly documentId: DocumentId;
  readonly mayChange: boolean;
  /** Whether groups and heads of delegations may be changed. */
  readonly mayGroup: boolean;
}

/** Members: the table, inviting, and what may be done to each. */
export function Members({ documentId, mayChange, mayGroup }: MembersProps) {
  const { t } = useMessages();
  const members = useMembers(documentId, true);
  const changeRole = useChangeRole(documentId);
  const reissue = useReissue(documentId);
  const remove = useRemoveMember(documentId);
  const [inviting, setInviting] = useState<'one' | 'many' | null>(null);
  const [invitedMany, setInvitedMany] = useState<InvitedManyAnswer | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [invited, setInvited] = useState<InvitedAnswer | null>(null);
  const stop = (): void => {
    setAsking(null);
    reissue.reset();
    remove.reset();
  };
  const show = (answer: InvitedAnswer): void => {
    setInviting(null);
    stop();
    setInvited(answer);
  };
  if (members.data === undefined) return shown(members.error) ?? <ListSkeleton />;
  const list = members.data.members;
  const name = asking?.member.participant.name ?? '';
  return (
    <div className="stack">
      {!mayChange ? null : invitedMany !== null ? (
        <InvitedMany answer={invitedMany} onClose={() => setInvitedMany(null)} />
      ) : inviting === 'many' ? (
        <section aria-labelledby="invite-many-title">
          <h2 className="section-title" id="invite-many-title">
            {t('members.many.title')}
          </h2>
          <InviteMany
            documentId={documentId}
            members={list}
            onInvited={(answer) => {
              setInviting(null);
              setInvitedMany(answer);
            }}
            onCancel={() => setInviting(null)}
          />
        </section>
      ) : inviting === 'one' ? (
        <section aria-labelledby="invite-title">
          <h2 className="section-title" id="invite-title">
            {t('members.invite.title')}
          </h2>
          <InviteForm
            documentId={documentId}
            members={list}
            onInvited={show}
            onCancel={() => setInviting(null)}
          />
        </section>
      ) : (
        <div className="form-actions">
          <Button tone="primary" onClick={() => setInviting('one')}>
            <AddIcon className="icon" /> {t('members.invite.open')}
          </Button>
          <Button onClick={() => setInviting('many')}>{t('members.many.open')}</Button>
        </div>
      )}
      {shown(changeRole.error)}
      <MemberTable
        members={list}
        acts={
          !mayChange
            ? null
            : {
                changeRole: ({ participant }, role) =>
                  changeRole.mutate(
                    { participant: participant.id, role },
                    {
                      onSuccess: () =>
                        announce(
                          t('members.roleChanged', {
                            name: participant.name,
                            role: t(`terms.role.${role}`),
                          }),
                        ),
                    },
                  ),
                reissue: (member) => setAsking({ about: 'reissue', member }),
                remove: (member) => setAsking({ about: 'remove', member }),
              }
        }
      />
      {mayChange ? <Delegations documentId={documentId} members={list} /> : null}
      <Groups documentId={documentId} mayChange={mayGroup} />
      <Heads documentId={documentId} members={list} mayChange={mayGroup} />
      {asking?.about === 'reissue' ? (
        <Confirm
          title={t('members.reissue.title', { name })}
          help={t('members.reissue.help')}
          submit={t('members.reissue.submit')}
          busy={reissue.isPending}
          failure={shown(reissue.error)}
          onConfirm={() => reissue.mutate(asking.member.participant.id, { onSuccess: show })}
          onClose={stop}
        />
      ) : null}
      {asking?.about === 'remove' ? (
        <Confirm
          title={t('members.remove.title', { name })}
          help={t('members.remove.help')}
          submit={t('members.remove.submit')}
          danger
          busy={remove.isPending}
          failure={shown(remove.error)}
          onConfirm={() =>
            remove.mutate(asking.member.participant.id, {
              onSuccess: () => {
                announce(t('members.remove.done', { name }));
                stop();
              },
            })
          }
          onClose={stop}
        />
      ) : null}
      {invited === null ? null : <InvitationLink invited={invited} onClose={() => setInvited(null)} />}
    </div>
  );
}
