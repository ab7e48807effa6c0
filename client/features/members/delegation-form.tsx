import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ChangeDelegationRequest } from '../../../shared/api/delegation.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useChangeDelegation } from '../../api/delegations.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ConstituencyFields } from './constituency-fields.tsx';

interface DelegationFormProps {
  readonly documentId: DocumentId;
  readonly delegation: Delegation;
  readonly onClose: () => void;
}

/** What is kept of one delegation in this document. Only what was changed is asked for. */
export function DelegationForm({ documentId, delegation, onClose }: DelegationFormProps) {
  const { t } = useMessages();
  const [name, setName] = useState(delegation.name);
  const [constituency, setConstituency] = useState(delegation.constituency);
  const [region, setRegion] = useState(delegation.region);
  const change = useChangeDelegation(documentId);
  const first = useRef<HTMLInputElement>(null);
  // The button that opened it is gone: whoever works by keyboard goes on in the form.
  useEffect(() => first.current?.focus(), []);
  const failure = change.error === null ? null : failureIn(change.error);
  const kept = constituency === 'government' ? region : null;
  const wanted: ChangeDelegationRequest = {
    ...(name.trim() === delegation.name ? {} : { name: name.trim() }),
    ...(constituency === delegation.constituency ? {} : { constituency }),
    ...(kept === delegation.region ? {} : { region: kept }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (change.isPending) return;
    if (Object.keys(wanted).length === 0) onClose();
    else
      change.mutate(
        { ...wanted, delegation: delegation.id },
        {
          onSuccess: () => {
            announce(t('members.delegations.saved', { name: name.trim() }));
            onClose();
          },
        },
      );
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={t('members.delegations.name')}
        help={t('members.delegations.nameHelp')}
        error={fieldProblem(failure, 'name')}
      >
        <input
          ref={first}
          required
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="field-row">
        <ConstituencyFields
          constituency={constituency}
          region={region}
          onConstituency={setConstituency}
          onRegion={setRegion}
          failure={failure}
        />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={change.isPending}>
          {t('members.delegations.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
