import './composer.css';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Visibility } from '../../../../shared/model/signature.ts';
import { newKey } from '../../../api/new-key.ts';
import type { Failure } from '../../../api/request.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../../ui/failure-notice.tsx';
import { Choices, Field } from '../../../ui/field.tsx';
import { AddIcon } from '../../../ui/icons.ts';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { beginChange, type DraftChange } from '../draft/proposal-draft.ts';
import { lackOf } from '../draft/ready-to-send.ts';
import { ChangeEditor } from './change-editor.tsx';
import { DraftLine } from './draft-line.tsx';
import { ParagraphPicker } from './paragraph-picker.tsx';
import type { HeldDraft } from './use-draft.ts';
import { useGroupChoices } from './use-group-choices.ts';

interface ComposerProps {
  readonly documentId: DocumentId;
  readonly held: HeldDraft;
  readonly paragraphs: readonly LabelledParagraph[];
  /** What a change's base would be now; undefined where it cannot change. */
  readonly nowOf: (change: DraftChange) => LabelledParagraph | null | undefined;
  readonly sending: boolean;
  readonly failure: Failure | null;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
  /** The words that were chosen in the text, in the first change. */
  readonly select?: { readonly start: number; readonly end: number } | null;
  /** What a proposal that was sent already cannot change. */
  readonly fixed?: boolean;
  readonly children?: ReactNode;
}

/** A proposal being written: one or several paragraphs, why, for whom, and who sees it. Nothing typed is ever lost. */
export function Composer({
  documentId,
  held,
  paragraphs,
  nowOf,
  sending,
  failure,
  onSend,
  onDiscard,
  select,
  fixed = false,
  children,
}: ComposerProps) {
  const { t } = useMessages();
  const { draft, update, updateChange } = held;
  const [tried, setTried] = useState(false);
  const [adding, setAdding] = useState(draft.changes.length === 0);
  const lacks = draft.changes.map((change) => lackOf(change, draft.changes));
  const ready = draft.changes.length > 0 && lacks.every((lack) => lack === null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (ready && !sending) onSend();
  };
  const conflicting = failure?.code === 'idempotency-conflict';
  return (
    <form className="composer" onSubmit={submit}>
      {draft.changes.map((change, k) => (
        <ChangeEditor
          key={change.key}
          change={change}
          paragraphs={paragraphs}
          now={nowOf(change)}
          onChange={(next) => updateChange(change.key, () => next)}
          onRemove={
            draft.changes.length < 2
              ? undefined
              : () =>
                  update((before) => ({
                    ...before,
                    changes: before.changes.filter(({ key }) => key !== change.key),
                  }))
          }
          lack={tried ? (lacks[k] ?? null) : null}
          select={k === 0 ? (select ?? null) : null}
          autoFocus={k === draft.changes.length - 1}
        />
      ))}
      {adding ? (
        <ParagraphPicker
          paragraphs={paragraphs}
          withBeginning
          button={t('proposals.pick.use')}
          {...(draft.changes.length === 0 ? {} : { onCancel: () => setAdding(false) })}
          onPick={(id) => {
            const paragraph = paragraphs.find((one) => one.id === id) ?? null;
            update((before) => ({
              ...before,
              changes: [...before.changes, beginChange(paragraph, 'replace', newKey)],
            }));
            setAdding(false);
          }}
        />
      ) : draft.amends === null ? (
        <div>
          <Button small onClick={() => setAdding(true)}>
            <AddIcon className="icon" aria-hidden /> {t('proposals.write.add')}
          </Button>
        </div>
      ) : null}
      <Field
        label={t('proposals.write.rationale')}
        help={t('proposals.write.rationaleHelp')}
        error={fieldProblem(failure, 'rationale')}
      >
        <textarea
          dir="auto"
          rows={3}
          value={draft.rationale}
          onChange={({ target }) => update((before) => ({ ...before, rationale: target.value }))}
        />
      </Field>
      {fixed ? null : <Audience documentId={documentId} held={held} />}
      {children}
      {failure === null || conflicting ? null : <FailureNotice failure={failure} />}
      {conflicting ? (
        <Notice tone="warn" title={t('proposals.write.alreadySent')} live>
          <p>{t('proposals.write.alreadySentHelp')}</p>
          <p>
            <Button small onClick={held.renewKey}>
              {t('proposals.write.sendAsAnother')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {tried && !ready ? <p className="field-error">{t('proposals.write.lackSome')}</p> : null}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={sending}>
          {fixed
            ? t('proposals.write.save')
            : draft.visibility === 'public'
              ? t('proposals.write.send')
              : t('proposals.write.sendPrivate')}
        </Button>
        <DraftLine held={held} onDiscard={onDiscard} />
      </div>
    </form>
  );
}

/** Who sees it, and for which group one speaks. */
function Audience({ documentId, held: { draft, update } }: Pick<ComposerProps, 'documentId' | 'held'>) {
  const { t } = useMessages();
  const { own, groups } = useGroupChoices(documentId);
  return (
    <>
      {groups.length === 0 ? null : (
        <Field label={t('proposals.write.behalf')}>
          <select
            value={draft.onBehalfOf ?? ''}
            onChange={({ target }) =>
              update((before) => ({
                ...before,
                onBehalfOf: groups.find(({ id }) => id === target.value)?.id ?? null,
              }))
            }
          >
            <option value="">{t('proposals.write.behalfOwn', { delegation: own })}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Choices<Visibility>
        label={t('proposals.write.visibility')}
        value={draft.visibility}
        onChange={(visibility) => update((before) => ({ ...before, visibility }))}
        options={[
          { value: 'public', text: t('proposals.write.public') },
          {
            value: 'delegation',
            text: t('proposals.write.delegation'),
            help: t('proposals.write.delegationHelp'),
          },
        ]}
      />
    </>
  );
}
