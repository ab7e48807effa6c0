import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { PublicationAnswer } from '../../../shared/api/comparison.ts';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { STAGES, type Stage } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { usePublish } from '../../api/versions.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { nameFor, nextVersion } from './next-version.ts';

interface PublishFormProps {
  readonly answer: DocumentAnswer;
  readonly preview: PublicationAnswer;
  /** Reads the preview anew. */
  readonly reload: () => Promise<PublicationAnswer | undefined>;
}

/** Whether two previews would publish the same changes. */
const sameChanges = (a: PublicationAnswer, b: PublicationAnswer): boolean =>
  JSON.stringify([a.paragraphs, a.comparison?.rows, a.relabelling]) ===
  JSON.stringify([b.paragraphs, b.comparison?.rows, b.relabelling]);

/** Stage, name and letter, and the button that says to how many it will go. */
export function PublishForm({ answer, preview, reload }: PublishFormProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const stageName = (stage: Stage): string => t(`terms.stage.${stage}`);
  const [draft, setDraft] = useState(() => ({ ...nextVersion(answer.versions, stageName), letter: '' }));
  const [movedOn, setMovedOn] = useState(false);
  const [checking, setChecking] = useState(false);
  const publish = usePublish(id);
  const [, go] = useLocation();
  const failure = publish.error === null ? null : failureIn(publish.error);
  const changeStage = (stage: Stage): void => {
    // A name that was typed by hand stays.
    const untouched = draft.name === nameFor(draft.stage, answer.versions, stageName);
    setDraft({
      ...draft,
      stage,
      name: untouched ? nameFor(stage, answer.versions, stageName) : draft.name,
    });
  };
  const submit = async (): Promise<void> => {
    if (publish.isPending || checking) return;
    // Nobody publishes what they have not seen: the preview is read once more first.
    setChecking(true);
    const newest = await reload();
    setChecking(false);
    if (newest === undefined) return;
    const moved = !sameChanges(newest, preview);
    setMovedOn(moved);
    if (moved) return;
    publish.mutate(
      { ...draft, name: draft.name.trim() },
      {
        onSuccess: (published) => {
          announce(t('publish.done', { name: draft.name.trim() }));
          go(`/d/${id}/v/${published.id}`);
        },
      },
    );
  };
  return (
    <form
      className="form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
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
      {failure === null ? null : <FailureNotice failure={failure} />}
      {movedOn ? (
        <Notice tone="warn" title={t('publish.movedOn')} live>
          <p>{t('publish.movedOnHelp')}</p>
        </Notice>
      ) : null}
      <p className="soft">{t('publish.records', { name: answer.me?.participant.name ?? '' })}</p>
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={publish.isPending || checking}>
          {t('publish.button', { name: draft.name.trim(), count: preview.audience })}
        </Button>
      </div>
    </form>
  );
}
