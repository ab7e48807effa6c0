import { type FormEvent, useState } from 'react';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId } from '../../../shared/model/ids.ts';
import { useChangeGroup, useCreateGroup } from '../../api/groups.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { type DraftMember, draftOf, EMPTY_GROUP, groupRequestOf } from './group-draft.ts';
import { UsualGroup } from './usual-group.tsx';

interface GroupFormProps {
  readonly documentId: DocumentId;
  /** Null for a new one. */
  readonly group: Group | null;
  readonly delegations: readonly DirectoryDelegation[];
  readonly onClose: () => void;
}

/** A group's name, its members with their dates, and who speaks for it. */
export function GroupForm({ documentId, group, delegations, onClose }: GroupFormProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(() => (group === null ? EMPTY_GROUP : draftOf(group)));
  const create = useCreateGroup(documentId);
  const change = useChangeGroup(documentId);
  const error = create.error ?? change.error;
  const failure = error === null ? null : failureIn(error);
  const nameOf = (id: DelegationId): string => delegations.find((one) => one.id === id)?.name ?? '';
  const absent = delegations.filter(
    ({ id }) => !draft.members.some(({ delegationId }) => delegationId === id),
  );
  const edit = (at: number, part: Partial<DraftMember>): void =>
    setDraft({
      ...draft,
      members: draft.members.map((member, k) => (k === at ? { ...member, ...part } : member)),
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (create.isPending || change.isPending) return;
    const request = groupRequestOf(draft, group);
    const onSuccess = (): void => {
      announce(t('members.groups.saved', { name: request.name }));
      onClose();
    };
    if (group === null) create.mutate(request, { onSuccess });
    else change.mutate({ ...request, group: group.id }, { onSuccess });
  };
  return (
    <form className="form" onSubmit={submit}>
      {group === null ? <UsualGroup delegations={delegations} onFill={setDraft} /> : null}
      <Field
        label={t('members.groups.name')}
        help={t('members.groups.nameHelp')}
        error={fieldProblem(failure, 'name')}
      >
        <input
          required
          dir="auto"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </Field>
      <fieldset className="plain">
        <legend>{t('members.groups.members')}</legend>
        <p className="small soft">{t('members.groups.datesHelp')}</p>
        <ul className="members-group">
          {draft.members.map(({ delegationId, from, until }, at) => {
            const name = nameOf(delegationId);
            return (
              <li key={delegationId}>
                <bdi className="members-group-name">{name}</bdi>
                <input
                  type="date"
                  className="field-input"
                  aria-label={t('members.groups.from', { name })}
                  value={from}
                  onChange={(event) => edit(at, { from: event.target.value })}
                />
                <input
                  type="date"
                  className="field-input"
                  aria-label={t('members.groups.until', { name })}
                  value={until}
                  onChange={(event) => edit(at, { until: event.target.value })}
                />
                <Button
                  small
                  tone="quiet"
                  aria-label={t('members.groups.takeOut', { name })}
                  onClick={() => setDraft({ ...draft, members: draft.members.filter((_, k) => k !== at) })}
                >
                  <span aria-hidden>×</span>
                </Button>
              </li>
            );
          })}
        </ul>
        {absent.length === 0 ? null : (
          <Field label={t('members.groups.add')}>
            <select
              value=""
              onChange={(event) => {
                const delegationId = event.target.value as unknown as DelegationId;
                if (event.target.value !== '')
                  setDraft({ ...draft, members: [...draft.members, { delegationId, from: '', until: '' }] });
              }}
            >
              <option value="">{t('members.groups.choose')}</option>
              {absent.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
      </fieldset>
      <Field label={t('members.groups.spokesperson')} error={fieldProblem(failure, 'spokesperson')}>
        <select
          value={draft.spokesperson ?? ''}
          onChange={(event) =>
            setDraft({
              ...draft,
              spokesperson:
                event.target.value === '' ? null : (event.target.value as unknown as DelegationId),
            })
          }
        >
          <option value="">{t('members.groups.noSpokesperson')}</option>
          {draft.members.map(({ delegationId }) => (
            <option key={delegationId} value={delegationId}>
              {nameOf(delegationId)}
            </option>
          ))}
        </select>
      </Field>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={create.isPending || change.isPending}>
          {t('members.groups.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
