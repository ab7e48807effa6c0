import { type FormEvent, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { MemberIdentity } from '../../../shared/api/member.ts';
import { decideHolder } from '../../../shared/domain/holder.ts';
import type { GroupId, IsoTime, ParagraphId, ProposalId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { citations } from '../../../shared/text/citation.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { useObject } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { keptOn } from '../../ui/kept-on-device.ts';
import { useMessages } from '../../ui/messages.ts';
import { gist } from './place-name.ts';
import { type PickedPlace, PlacePicker } from './place-picker.tsx';

interface ObjectionFormProps {
  readonly answer: DocumentAnswer;
  readonly me: MemberIdentity;
  readonly view: RegisterView;
  readonly silence: SilenceProcedure;
  readonly versionName: string;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** What is being written, as this device keeps it until it is sent. */
interface ObjectionDraft {
  readonly places: readonly PickedPlace[];
  readonly reason: string;
  readonly proposal: string;
  readonly behalf: string;
}

const EMPTY: ObjectionDraft = { places: [], reason: '', proposal: '', behalf: '' };

/** Where, why, with which amendment and for whom somebody objects. It is kept over a reload, and if it could not be sent. */
export function ObjectionForm({ answer, me, view, silence, versionName, paragraphs }: ObjectionFormProps) {
  const { t } = useMessages();
  const [shelf] = useState(() =>
    keptOn<ObjectionDraft>('objection', answer.document.id, me.participant.id, silence.id),
  );
  const [draft, setDraft] = useState(() => ({ ...EMPTY, ...shelf.read() }));
  const { places, reason, proposal, behalf } = draft;
  const change = (part: Partial<ObjectionDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    shelf.write(next);
  };
  const [asked, setAsked] = useState(false);
  const object = useObject(answer.document.id, silence.id);
  const failure = object.error === null ? null : failureIn(object.error);
  const now = new Date().toISOString() as IsoTime;
  const groups = [...view.rows.group.values()].filter(
    (group) => decideHolder(me.delegation.id, group, now).ok,
  );
  const own = [...view.rows.proposal.values()].filter(
    ({ by, withdrawnAt }) => by.delegationId === me.delegation.id && withdrawnAt === null,
  );
  const cited = citations(paragraphs);
  const placeOf = (paragraph: ParagraphId | null): string =>
    (paragraph === null ? undefined : cited.get(paragraph)) ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (object.isPending || places.length === 0) return;
    const wanted = {
      places: [...places],
      reason,
      proposal: proposal === '' ? null : (proposal as ProposalId),
      onBehalfOf: behalf === '' ? null : (behalf as GroupId),
    };
    object.mutateAsync(wanted).then(
      () => {
        announce(t('silence.object.done'));
        shelf.drop();
        setDraft({ ...EMPTY, behalf });
        setAsked(false);
      },
      () => undefined,
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('silence.object.help')}</p>
      <PlacePicker
        paragraphs={paragraphs}
        value={places}
        onChange={(chosen) => change({ places: chosen })}
        problem={asked && places.length === 0 ? t('silence.object.missing') : undefined}
      />
      <Field
        label={t('silence.object.reason')}
        help={t('silence.object.reasonHelp')}
        error={fieldProblem(failure, 'reason')}
      >
        <textarea
          required
          dir="auto"
          rows={4}
          value={reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <div className="field-row">
        {own.length === 0 ? null : (
          <Field label={t('silence.object.proposal')}>
            <select value={proposal} onChange={(event) => change({ proposal: event.target.value })}>
              <option value="">{t('silence.object.noProposal')}</option>
              {own.map(({ id, rationale, changes }) => (
                <option key={id} value={id}>
                  {[placeOf(changes[0]?.paragraph ?? null), gist(rationale)].filter(Boolean).join(' · ')}
                </option>
              ))}
            </select>
          </Field>
        )}
        {groups.length === 0 ? null : (
          <Field label={t('silence.object.behalf')}>
            <select value={behalf} onChange={(event) => change({ behalf: event.target.value })}>
              <option value="">
                {t('silence.object.ownDelegation', { delegation: me.delegation.name })}
              </option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <p className="soft">{t('silence.object.records', { delegation: me.delegation.name })}</p>
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={object.isPending}>
          {t('silence.object.submit', { version: versionName })}
        </Button>
      </div>
    </form>
  );
}
