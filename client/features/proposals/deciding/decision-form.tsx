import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { newKey } from '../../../api/new-key.ts';
import type { SentChange } from '../../../api/proposals.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import type { Failure } from '../../../api/request.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ChangeEditor } from '../composer/change-editor.tsx';
import { DraftLine } from '../composer/draft-line.tsx';
import { shelfOf, useDraft } from '../composer/use-draft.ts';
import { lackOf, sentChanges } from '../draft/ready-to-send.ts';
import { changesOn } from '../text/text-under.ts';
import { beginDecision } from './decision-draft.ts';
import { previewOf } from './preview.ts';
import { PreviewList } from './preview-list.tsx';

export interface DecisionSent {
  readonly changes: readonly SentChange[];
  /** Whether the facilitators changed anything of it. */
  readonly reworded: boolean;
  readonly reason: string;
  /** The revision of the proposal that was looked at. */
  readonly revision: number;
  /** By paragraph: the words that were looked at. */
  readonly words: Readonly<Record<string, string>>;
}

interface DecisionFormProps {
  readonly kind: 'compromise' | 'acceptance';
  readonly proposal: Proposal;
  readonly revision: number;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly others: readonly Proposal[];
  readonly view: RegisterView;
  readonly sending: boolean;
  readonly failure: Failure | null;
  /** `sent` forgets the draft and its key: call it when the server has it. */
  readonly onSend: (
    decision: DecisionSent,
    draft: { key: string; sent: () => void; renewKey: () => void },
  ) => void;
  readonly onClose: () => void;
  readonly submit: string;
  /** Whether a reason is owed for what is about to be sent. */
  readonly needsReason: (reworded: boolean) => boolean;
  readonly children?: (reworded: boolean) => ReactNode;
}

/** Wording that the facilitators edit before they offer it or take it up, with what it would do. */
export function DecisionForm(props: DecisionFormProps) {
  const {
    kind,
    proposal,
    revision,
    paragraphs,
    others,
    view,
    sending,
    failure,
    onSend,
    onClose,
    submit,
    needsReason,
    children,
  } = props;
  const { t } = useMessages();
  const participant = view.me?.participant.id;
  if (participant === undefined) throw new Error('only a participant decides');
  const held = useDraft(
    proposal.documentId,
    participant,
    () =>
      shelfOf(proposal.documentId, participant)
        .list()
        .find(({ purpose }) => purpose.kind === kind && purpose.proposal === proposal.id) ??
      beginDecision(kind, proposal, changesOn(proposal, view), revision, paragraphs, newKey),
  );
  const { draft, updateChange, update } = held;
  const [tried, setTried] = useState(false);
  const untouched = useMemo(
    () =>
      JSON.stringify(
        sentChanges(beginDecision(kind, proposal, changesOn(proposal, view), revision, paragraphs, newKey)),
      ),
    [kind, proposal, view, revision, paragraphs],
  );
  const changes = sentChanges(draft);
  const said = JSON.stringify(changes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is what the changes say
  const preview = useMemo(() => previewOf(paragraphs, changes), [paragraphs, said]);
  const reworded = said !== untouched;
  // What was proposed without change is no lack here: it is what is decided on.
  const lacks = draft.changes.map((change) => {
    const lack = lackOf(change, draft.changes);
    return lack === 'twice' ? null : lack;
  });
  const missing = needsReason(reworded) && draft.rationale.trim() === '';
  const ready = draft.changes.length > 0 && lacks.every((lack) => lack === null) && !missing;
  const changed = draft.purpose.kind !== 'new' && draft.purpose.revision !== revision;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (sending || !ready) return;
    onSend(
      { changes, reworded, reason: draft.rationale.trim(), revision, words: wordsOf(changes, paragraphs) },
      { key: draft.idempotencyKey, sent: held.drop, renewKey: held.renewKey },
    );
  };
  return (
    <form className="deciding-panel" onSubmit={send}>
      <p className="soft">
        {t(kind === 'compromise' ? 'proposals.compromise.offerLead' : 'proposals.decide.lead')}
      </p>
      {changed ? <Notice tone="warn" title={t('proposals.decide.editedMeanwhile')} live /> : null}
      {draft.changes.map((change, k) => (
        <ChangeEditor
          key={change.key}
          change={change}
          paragraphs={paragraphs}
          now={paragraphs.find(({ id }) => id === change.paragraph) ?? null}
          acts={[change.act]}
          underived
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
        />
      ))}
      <PreviewList
        documentId={proposal.documentId}
        preview={preview}
        paragraphs={paragraphs}
        others={others}
        view={view}
      />
      {children?.(reworded)}
      <Field
        label={t(kind === 'compromise' ? 'proposals.compromise.reason' : 'proposals.decide.reason')}
        help={t('proposals.decide.reasonHelp')}
        error={tried && missing ? t('proposals.decide.reasonMissing') : undefined}
      >
        <textarea
          dir="auto"
          rows={3}
          value={draft.rationale}
          onChange={({ target }) => update((before) => ({ ...before, rationale: target.value }))}
        />
      </Field>
      {failure === null ? null : <DecisionFailure failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={sending}>
          {submit}
        </Button>
        <DraftLine held={held} onDiscard={onClose} />
      </div>
    </form>
  );
}

/** What the paragraphs say that the changes are about. */
const wordsOf = (
  changes: readonly SentChange[],
  paragraphs: readonly LabelledParagraph[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    paragraphs
      .filter(({ id }) => changes.some(({ paragraph }) => paragraph === id))
      .map(({ id, text }) => [id, text]),
  );

/** Conflicts in words of their own: what was typed stays in the form. */
export function DecisionFailure({ failure }: { failure: Failure }) {
  const { t } = useMessages();
  if (failure.code === 'text-changed')
    return (
      <Notice tone="warn" title={t('proposals.decide.changedMeanwhile')} live>
        <p>{t('proposals.decide.changedMeanwhileHelp')}</p>
      </Notice>
    );
  if (failure.code === 'already-decided')
    return (
      <Notice tone="warn" title={t('proposals.decide.decidedMeanwhile')} live>
        <p>{t('proposals.decide.decidedMeanwhileHelp')}</p>
        {failure.detail === '' ? null : <p>{failure.detail}</p>}
      </Notice>
    );
  return <FailureNotice failure={failure} />;
}
