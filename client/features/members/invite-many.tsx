import '../../ui/words/members.ts';
import { type FormEvent, useMemo, useState } from 'react';
import type { InvitedManyAnswer } from '../../../shared/api/delegation.ts';
import type { Member } from '../../../shared/api/member.ts';
import type { StateCode } from '../../../shared/data/state.ts';
import { LOCALES, type LocaleCode } from '../../../shared/messages/locales.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useInviteMany } from '../../api/delegations.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ChooseStates } from './choose-states.tsx';
import { ChosenStates } from './chosen-states.tsx';
import { inviteManyOf, statesHere, toInvite } from './many-fields.ts';

interface InviteManyProps {
  readonly documentId: DocumentId;
  readonly members: readonly Member[];
  readonly onInvited: (answer: InvitedManyAnswer) => void;
  readonly onCancel: () => void;
}

/** Invites one delegate for each of many States: a whole region, a usual group, or a pasted list. */
export function InviteMany({ documentId, members, onInvited, onCancel }: InviteManyProps) {
  const { t, choice } = useMessages();
  const [chosen, setChosen] = useState<ReadonlySet<StateCode>>(new Set());
  const [persons, setPersons] = useState<ReadonlyMap<StateCode, string>>(new Map());
  const [language, setLanguage] = useState<LocaleCode>(choice);
  const invite = useInviteMany(documentId);
  const here = useMemo(
    () =>
      statesHere(
        members.flatMap(({ delegation, participant }) =>
          participant.removedAt === null ? [delegation] : [],
        ),
      ),
    [members],
  );
  const invited = useMemo(() => toInvite(choice, chosen, here), [choice, chosen, here]);
  const present = useMemo(
    () => toInvite(choice, new Set([...chosen].filter((code) => here.has(code))), new Set()),
    [choice, chosen, here],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (invite.isPending || invited.length === 0) return;
    const request = inviteManyOf(invited, language, persons, (name) => t('members.many.after', { name }));
    invite.mutate(request, { onSuccess: onInvited });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('members.many.lead')}</p>
      <ChooseStates onAdd={(codes) => setChosen(new Set([...chosen, ...codes]))} />
      {present.length === 0 ? null : (
        <p className="small soft">
          {t('members.many.here', {
            count: present.length,
            names: present.map(({ names }) => names[choice]),
          })}
        </p>
      )}
      <h3 className="members-count" aria-live="polite">
        {invited.length === 0 ? t('members.many.none') : t('members.many.chosen', { count: invited.length })}
      </h3>
      {invited.length === 0 ? null : (
        <>
          <Field label={t('members.many.language')}>
            <select value={language} onChange={({ target }) => setLanguage(target.value as LocaleCode)}>
              {LOCALES.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <ChosenStates
            states={invited}
            language={language}
            persons={persons}
            onName={(code, name) => setPersons(new Map(persons).set(code, name))}
            onTakeOut={(code) => setChosen(new Set([...chosen].filter((one) => one !== code)))}
          />
        </>
      )}
      {invite.error === null ? null : <FailureNotice failure={failureIn(invite.error)} />}
      <div className="form-actions">
        {invited.length === 0 ? null : (
          <Button tone="primary" type="submit" busy={invite.isPending}>
            {t('members.many.submit', { count: invited.length })}
          </Button>
        )}
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        {invited.length === 0 ? null : (
          <Button tone="quiet" onClick={() => setChosen(new Set())}>
            {t('members.many.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
