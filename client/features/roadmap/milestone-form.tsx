import '../../ui/words/roadmap.ts';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { WINDOW_WORKING_DAYS } from '../../../shared/domain/roadmap.ts';
import { momentInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { MILESTONE_KINDS, type Milestone, type MilestoneKind } from '../../../shared/model/milestone.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useAddMilestone, useChangeMilestone } from '../../api/roadmap.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import {
  bodyOf,
  draftOf,
  EMPTY_MILESTONE,
  type MilestoneDraft,
  windowOf,
  workingDaysOf,
} from './milestone-draft.ts';
import { RemoveMilestone } from './remove-milestone.tsx';
import { ZoneSelect } from './zone-select.tsx';

interface MilestoneFormProps {
  readonly documentId: DocumentId;
  /** Null for a new one. */
  readonly milestone: Milestone | null;
  readonly versions: readonly VersionSummary[];
  readonly onClose: () => void;
}

type Input = ReactElement<{ id?: string; className?: string }>;

/** A milestone in place: its kind, name and days, the version published at it, and the time for inputs. */
export function MilestoneForm({ documentId, milestone, versions, onClose }: MilestoneFormProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(() => (milestone === null ? EMPTY_MILESTONE : draftOf(milestone)));
  const add = useAddMilestone(documentId);
  const change = useChangeMilestone(documentId);
  const error = add.error ?? change.error;
  const failure = error === null ? null : failureIn(error);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.querySelector('select')?.focus(), []);
  const edit = (part: Partial<MilestoneDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const changeKind = (kind: MilestoneKind): void => {
    const named = draft.name === '' || draft.name === t(`roadmap.kind.${draft.kind}`);
    const windowed = kind === 'consultation' || (draft.windowed && draft.kind !== 'consultation');
    edit({ kind, windowed, name: named && kind !== 'other' ? t(`roadmap.kind.${kind}`) : draft.name });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (add.isPending || change.isPending) return;
    const body = bodyOf(draft, milestone);
    const onSuccess = ({ warnings }: { readonly warnings: readonly string[] }): void => {
      announce(
        t(warnings.length > 0 ? 'roadmap.form.savedShort' : 'roadmap.form.saved', { name: body.name }),
      );
      onClose();
    };
    if (milestone === null) add.mutate(body, { onSuccess });
    else change.mutate({ ...body, milestone: milestone.id }, { onSuccess });
  };
  const input = (field: 'name' | 'planned' | 'actual', type: string, required: boolean): Input => (
    <input
      type={type}
      dir={type === 'text' ? 'auto' : undefined}
      required={required}
      value={draft[field]}
      onChange={(event) => edit({ [field]: event.target.value })}
    />
  );
  return (
    <form className="form roadmap-form" ref={first} onSubmit={submit}>
      <div className="field-row">
        <Field label={t('roadmap.form.kind')}>
          <select value={draft.kind} onChange={(event) => changeKind(event.target.value as MilestoneKind)}>
            {MILESTONE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`roadmap.kind.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('roadmap.form.name')} error={fieldProblem(failure, 'name')}>
          {input('name', 'text', true)}
        </Field>
      </div>
      <div className="field-row">
        <Field
          label={t('roadmap.form.planned')}
          help={draft.windowed ? t('roadmap.form.plannedHelp') : undefined}
          error={fieldProblem(failure, 'planned')}
        >
          {input('planned', 'date', !draft.windowed)}
        </Field>
        <Field
          label={t('roadmap.form.actual')}
          help={t('roadmap.form.actualHelp')}
          error={fieldProblem(failure, 'actual')}
        >
          {input('actual', 'date', false)}
        </Field>
      </div>
      {versions.length === 0 ? null : (
        <Field label={t('roadmap.form.version')} error={fieldProblem(failure, 'version')}>
          <select value={draft.version} onChange={(event) => edit({ version: event.target.value })}>
            <option value="">{t('roadmap.form.noVersion')}</option>
            {versions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.windowed}
          onChange={(event) => edit({ windowed: event.target.checked })}
        />
        <span>
          {t('roadmap.form.window')}
          <span className="choice-help">{t('roadmap.form.windowHelp')}</span>
        </span>
      </label>
      {draft.windowed ? <WindowFields draft={draft} failure={failure} onEdit={edit} /> : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={add.isPending || change.isPending}>
          {t('roadmap.form.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {milestone === null ? null : (
          <RemoveMilestone documentId={documentId} milestone={milestone} onRemoved={onClose} />
        )}
      </div>
    </form>
  );
}

interface WindowFieldsProps {
  readonly draft: MilestoneDraft;
  readonly failure: Parameters<typeof fieldProblem>[0];
  readonly onEdit: (part: Partial<MilestoneDraft>) => void;
}

/** The time for inputs, in its zone; says back what it means and whether it is short. */
function WindowFields({ draft, failure, onEdit }: WindowFieldsProps) {
  const { t, locale } = useMessages();
  const window = windowOf(draft);
  const days = workingDaysOf(draft);
  return (
    <>
      <div className="field-row">
        <Field label={t('roadmap.form.opens')} error={fieldProblem(failure, 'window.opensAt')}>
          <input
            type="datetime-local"
            required
            value={draft.opens}
            onChange={(event) => onEdit({ opens: event.target.value })}
          />
        </Field>
        <Field label={t('roadmap.form.closes')} error={fieldProblem(failure, 'window.closesAt')}>
          <input
            type="datetime-local"
            required
            value={draft.closes}
            onChange={(event) => onEdit({ closes: event.target.value })}
          />
        </Field>
        <ZoneSelect value={draft.zone} onChange={(zone) => onEdit({ zone })} />
      </div>
      <div role="status">
        {window === null || days === null ? null : (
          <p>
            {t('roadmap.form.meaning', {
              opens: momentInUtc(window.opensAt, locale),
              closes: momentInUtc(window.closesAt, locale),
            })}{' '}
            {t('roadmap.form.lasts', { count: days })}
          </p>
        )}
        {days !== null && days < WINDOW_WORKING_DAYS ? (
          <div className="notice notice-warn">
            <p className="notice-title">{t('roadmap.window.short')}</p>
            <p>{t('roadmap.form.short')}</p>
          </div>
        ) : null}
      </div>
    </>
  );
}
