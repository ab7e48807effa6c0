import { useState } from 'react';
import type { InvitedAnswer, Member } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useChangeRole, useMembers, useReissue, useRemoveMember } from '../../api/members.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { Confirm } from './confirm.tsx';
import { Groups } from './groups.tsx';
import { Heads } from './heads.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberTable } from './member-table.tsx';

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
  const [inviting, setInviting] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [invited, setInvited] = useState<InvitedAnswer | null>(null);
  const stop = (): void => {
    setAsking(null);
    reissue.reset();
    remove.reset();
  };
  const show = (answer: InvitedAnswer): void => {
    setInviting(false);
    stop();
    setInvited(answer);
  };
  if (members.data === undefined) return shown(members.error) ?? <ListSkeleton />;
  const list = members.data.members;
  const name = asking?.member.participant.name ?? '';
  return (
    <div className="stack">
      {!mayChange ? null : inviting ? (
        <section aria-labelledby="invite-title">
          <h2 className="section-title" id="invite-title">
            {t('members.invite.title')}
          </h2>
          <InviteForm
            documentId={documentId}
            members={list}
            onInvited={show}
            onCancel={() => setInviting(false)}
          />
        </section>
      ) : (
        <p>
          <Button tone="primary" onClick={() => setInviting(true)}>
            <AddIcon className="icon" /> {t('members.invite.open')}
          </Button>
        </p>
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
