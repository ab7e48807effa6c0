import { type FormEvent, useMemo, useState } from 'react';
import type { InvitedAnswer, Member } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import { useInvite } from '../../api/members.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ConstituencyFields } from './constituency-fields.tsx';
import {
  EMPTY_INVITE,
  type InviteFields,
  inviteRequestOf,
  knownMember,
  withDelegation,
} from './invite-fields.ts';
import { useStates } from './use-states.ts';

interface InviteFormProps {
  readonly documentId: DocumentId;
  /** Those already there: their delegations are offered. */
  readonly members: readonly Member[];
  readonly onInvited: (invited: InvitedAnswer) => void;
  readonly onCancel: () => void;
}

/** Invites one person: who they are, what they may do, whom they speak for. */
export function InviteForm({ documentId, members, onInvited, onCancel }: InviteFormProps) {
  const { t, choice } = useMessages();
  const [fields, setFields] = useState(EMPTY_INVITE);
  const states = useStates();
  const invite = useInvite(documentId);
  const failure = invite.error === null ? null : failureIn(invite.error);
  const change = (part: Partial<InviteFields>): void => setFields({ ...fields, ...part });
  const nameDelegation = (delegation: string): void =>
    setFields(
      withDelegation(
        fields,
        delegation,
        (name) => knownMember(members, name) ?? states?.knownState(name) ?? null,
      ),
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!invite.isPending) invite.mutate(inviteRequestOf(fields), { onSuccess: onInvited });
  };
  const present = useMemo(() => [...new Set(members.map(({ delegation }) => delegation.name))], [members]);
  const offered = useMemo(
    () => [...present, ...(states?.offeredStates(choice, present) ?? [])],
    [present, states, choice],
  );
  return (
    <form className="form" onSubmit={submit}>
      <div className="field-row">
        <Field
          label={t('members.invite.name')}
          help={t('members.invite.nameHelp')}
          error={fieldProblem(failure, 'name')}
        >
          <input
            required
            dir="auto"
            value={fields.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field label={t('members.invite.role')} help={t(`terms.roleHelp.${fields.role}`)}>
          <select value={fields.role} onChange={(event) => change({ role: event.target.value as Role })}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`terms.role.${role}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field
        label={t('members.invite.delegation')}
        help={t('members.invite.delegationHelp')}
        error={fieldProblem(failure, 'delegation.name')}
      >
        <input
          required
          dir="auto"
          list="delegations"
          value={fields.delegation}
          onChange={(event) => nameDelegation(event.target.value)}
        />
      </Field>
      <datalist id="delegations">
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="field-row">
        <ConstituencyFields
          constituency={fields.constituency === 'none' ? null : fields.constituency}
          region={fields.region === '' ? null : fields.region}
          onConstituency={(constituency) => change({ constituency: constituency ?? 'none' })}
          onRegion={(region) => change({ region: region ?? '' })}
          failure={failure}
          within="delegation."
        />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={invite.isPending}>
          {t('members.invite.submit')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
