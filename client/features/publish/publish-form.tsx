import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { PublicationAnswer } from '../../../shared/api/comparison.ts';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { PublishRequest } from '../../../shared/api/version.ts';
import { STAGES, type Stage } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useRoadmap } from '../../api/roadmap.ts';
import { usePublish } from '../../api/versions.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { milestoneFor, openMilestones } from './milestones.ts';
import { nameFor, nextVersion } from './next-version.ts';

interface PublishFormProps {
  readonly answer: DocumentAnswer;
  readonly preview: PublicationAnswer;
  /** The text is no longer that of the preview. */
  readonly onTextChanged: () => void;
}

/** Stage, name and letter, and the button that says to how many it will go. */
export function PublishForm({ answer, preview, onTextChanged }: PublishFormProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const stageName = (stage: Stage): string => t(`terms.stage.${stage}`);
  const [draft, setDraft] = useState(() => ({ ...nextVersion(answer.versions, stageName), letter: '' }));
  const publish = usePublish(id);
  const milestones = openMilestones(useRoadmap(id, true).data);
  /** Undefined: nobody has chosen, and the first that fits the stage counts. */
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const milestone = chosen ?? milestoneFor(draft.stage, milestones);
  const [, go] = useLocation();
  const failure = publish.error === null ? null : failureIn(publish.error);
  const movedOn = failure?.code === 'text-changed';
  const changeStage = (stage: Stage): void => {
    // A name that was typed by hand stays.
    const untouched = draft.name === nameFor(draft.stage, answer.versions, stageName);
    setDraft({
      ...draft,
      stage,
      name: untouched ? nameFor(stage, answer.versions, stageName) : draft.name,
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (publish.isPending) return;
    // Nobody publishes what they have not seen: the server refuses if the text is no longer that of the preview.
    publish.mutate(
      {
        ...draft,
        name: draft.name.trim(),
        textHash: preview.textHash,
        ...(milestone === '' ? {} : { milestone: milestone as PublishRequest['milestone'] & string }),
      },
      {
        onSuccess: (published) => {
          announce(t('publish.done', { name: draft.name.trim() }));
          go(`/d/${id}/v/${published.id}`);
        },
        onError: (error) => {
          if (failureIn(error).code === 'text-changed') onTextChanged();
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <div className="field-row">
        <Field label={t('publish.form.stage')}>
          <select value={draft.stage} onChange={(event) => changeStage(event.target.value as Stage)}>
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {stageName(stage)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('publish.form.name')} error={fieldProblem(failure, 'name')}>
          <input
            required
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Field>
      </div>
      {milestones.length === 0 ? null : (
        <Field
          label={t('publish.form.milestone')}
          help={t('publish.form.milestoneHelp')}
          error={fieldProblem(failure, 'milestone')}
        >
          <select value={milestone} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('publish.form.noMilestone')}</option>
            {milestones.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field
        label={t('publish.form.letter')}
        help={t('publish.form.letterHelp')}
        error={fieldProblem(failure, 'letter')}
      >
        <textarea
          dir="auto"
          rows={6}
          value={draft.letter}
          onChange={(event) => setDraft({ ...draft, letter: event.target.value })}
        />
      </Field>
      {failure === null || movedOn ? null : <FailureNotice failure={failure} />}
      {movedOn ? (
        <Notice tone="warn" title={t('publish.movedOn')} live>
          <p>{t('publish.movedOnHelp')}</p>
        </Notice>
      ) : null}
      <p className="soft">{t('publish.records', { name: answer.me?.participant.name ?? '' })}</p>
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={publish.isPending}>
          {t('publish.button', { name: draft.name.trim(), count: preview.audience })}
        </Button>
      </div>
    </form>
  );
}
