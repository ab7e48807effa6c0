import { type FormEvent, useState } from 'react';
import type { InvitedAnswer, InviteRequest, Member } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import {
  CONSTITUENCIES,
  type Constituency,
  REGIONS,
  type Region,
  ROLES,
  type Role,
} from '../../../shared/model/participant.ts';
import { useInvite } from '../../api/members.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

interface InviteFormProps {
  readonly documentId: DocumentId;
  /** Those already there: their delegations are offered. */
  readonly members: readonly Member[];
  readonly onInvited: (invited: InvitedAnswer) => void;
  readonly onCancel: () => void;
}

const EMPTY = {
  name: '',
  role: 'delegate' as Role,
  delegation: '',
  constituency: 'government' as Constituency | 'none',
  region: '' as Region | '',
};

/** What the fields say, as the server wants it: a regional group only of a government. */
export function inviteRequestOf(fields: typeof EMPTY): InviteRequest {
  const { name, role, delegation, constituency, region } = fields;
  return {
    name: name.trim(),
    role,
    delegation: {
      name: delegation.trim(),
      constituency: constituency === 'none' ? null : constituency,
      region: constituency === 'government' && region !== '' ? region : null,
    },
  };
}

/** Invites one person: who they are, what they may do, whom they speak for. */
export function InviteForm({ documentId, members, onInvited, onCancel }: InviteFormProps) {
  const { t } = useMessages();
  const [fields, setFields] = useState(EMPTY);
  const invite = useInvite(documentId);
  const failure = invite.error === null ? null : failureIn(invite.error);
  const change = (part: Partial<typeof EMPTY>): void => setFields({ ...fields, ...part });
  const nameDelegation = (delegation: string): void => {
    const known = members.find((member) => member.delegation.name === delegation)?.delegation;
    change({
      delegation,
      ...(known === undefined
        ? {}
        : { constituency: known.constituency ?? 'none', region: known.region ?? '' }),
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!invite.isPending) invite.mutate(inviteRequestOf(fields), { onSuccess: onInvited });
  };
  const delegations = [...new Set(members.map(({ delegation }) => delegation.name))];
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
        {delegations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="field-row">
        <Field
          label={t('members.invite.constituency')}
          error={fieldProblem(failure, 'delegation.constituency')}
        >
          <select
            value={fields.constituency}
            onChange={(event) => change({ constituency: event.target.value as Constituency | 'none' })}
          >
            {([...CONSTITUENCIES, 'none'] as const).map((value) => (
              <option key={value} value={value}>
                {t(`terms.constituency.${value}`)}
              </option>
            ))}
          </select>
        </Field>
        {fields.constituency === 'government' ? (
          <Field label={t('members.invite.region')} error={fieldProblem(failure, 'delegation.region')}>
            <select
              value={fields.region}
              onChange={(event) => change({ region: event.target.value as Region | '' })}
            >
              <option value="">{t('members.invite.noRegion')}</option>
              {REGIONS.map((region) => (
                <option key={region} value={region}>
                  {t(`terms.region.${region}`)}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
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
