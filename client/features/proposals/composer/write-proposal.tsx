import { useMemo, useRef, useState } from 'react';
import type { MemberIdentity } from '../../../../shared/api/member.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';
import { useEditProposal, usePropose } from '../../../api/proposals.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { type Failure, failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Begin } from '../addresses.ts';
import type { DraftChange, ProposalDraft } from '../draft/proposal-draft.ts';
import { sentChanges } from '../draft/ready-to-send.ts';
import { proposedText } from '../text/text-under.ts';
import { answersTo, beginAmending, beginNew } from './begin.ts';
import { Composer } from './composer.tsx';
import { shelfOf, useDraft } from './use-draft.ts';

interface WriteProposalProps {
  readonly documentId: DocumentId;
  readonly me: MemberIdentity;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly begin: Begin;
  readonly onSent: (entry: RegisterEntry) => void;
  readonly onClose: () => void;
}

/** What a change's base is now; nothing for an amendment to an amendment, whose base is what that proposal says. */
const nowIn =
  (paragraphs: readonly LabelledParagraph[] | null) =>
  ({ paragraph }: DraftChange): LabelledParagraph | null | undefined =>
    paragraphs === null || paragraph === null
      ? undefined
      : (paragraphs.find(({ id }) => id === paragraph) ?? null);

interface Picked {
  readonly initial: ProposalDraft;
  /** Kept on this device from an earlier time, and not asked for by name. */
  readonly offered: boolean;
}

/** The draft of an earlier time that answers to the address, or a fresh one. */
function pickDraft({ documentId, me, view, paragraphs, begin }: WriteProposalProps, fresh: boolean): Picked {
  const shelf = shelfOf(documentId, me.participant.id);
  const named = begin.draft === undefined ? null : shelf.read(begin.draft);
  if (named !== null) return { initial: named, offered: false };
  const kept = fresh ? undefined : shelf.list().find((draft) => answersTo(draft, begin));
  if (kept !== undefined) return { initial: kept, offered: true };
  const amended = begin.amends === undefined ? undefined : view.rows.proposal.get(begin.amends);
  const initial = amended === undefined ? beginNew(begin, paragraphs) : beginAmending(amended, paragraphs);
  return { initial, offered: false };
}

/** A new proposal: the draft that this device holds for it, or a fresh one. */
export function WriteProposal(props: WriteProposalProps) {
  const { t } = useMessages();
  const pick = (fresh: boolean): Picked => pickDraft(props, fresh);
  // A draft is begun once: the text moves on while one writes.
  const [{ offered, initial }, setPicked] = useState(() => pick(false));
  return (
    <>
      {offered ? (
        <Notice title={t('proposals.write.offered')}>
          <p>
            <Button small onClick={() => setPicked(pick(true))}>
              {t('proposals.write.anew')}
            </Button>
          </p>
        </Notice>
      ) : null}
      <Writing key={initial.id} {...props} initial={initial} />
    </>
  );
}

/** Answers that leave open whether anything was stored, so that the next try is the same act. */
const isUnknown = ({ code }: Failure): boolean => UNKNOWN.includes(code);
const UNKNOWN: readonly Failure['code'][] = [
  'offline',
  'unavailable',
  'storage-full',
  'storage-unavailable',
  'internal',
];

/** Composer and sending of a draft that becomes a new proposal. */
function Writing({
  documentId,
  me,
  view,
  paragraphs,
  begin,
  onSent,
  onClose,
  initial,
}: WriteProposalProps & { readonly initial: ProposalDraft }) {
  const { t } = useMessages();
  const held = useDraft(documentId, me.participant.id, () => initial);
  const { draft } = held;
  const key = useRef('');
  const propose = usePropose(documentId, () => key.current);
  const amended = draft.amends === null ? undefined : view.rows.proposal.get(draft.amends);
  const under = useMemo(
    () => (amended === undefined ? paragraphs : proposedText(amended, paragraphs)),
    [amended, paragraphs],
  );
  const failure = propose.error === null ? null : failureIn(propose.error);
  const send = (): void => {
    key.current = draft.idempotencyKey;
    propose.mutate(
      {
        text: draft.text,
        changes: sentChanges(draft),
        rationale: draft.rationale.trim(),
        amends: draft.amends,
        visibility: draft.visibility,
        onBehalfOf: draft.onBehalfOf,
      },
      {
        onSuccess: ({ entry }) => {
          held.drop();
          announce(t('proposals.write.sent'));
          onSent(entry);
        },
        onError: (error) => {
          const failed = failureIn(error);
          if (!isUnknown(failed) && failed.code !== 'idempotency-conflict') held.renewKey();
        },
      },
    );
  };
  return (
    <Composer
      documentId={documentId}
      held={held}
      paragraphs={under}
      nowOf={nowIn(draft.amends === null ? paragraphs : null)}
      sending={propose.isPending}
      failure={failure}
      onSend={send}
      onDiscard={onClose}
      select={
        begin.start === undefined || begin.end === undefined ? null : { start: begin.start, end: begin.end }
      }
    />
  );
}

interface EditProposalProps extends Omit<WriteProposalProps, 'begin' | 'onSent'> {
  readonly initial: ProposalDraft;
  readonly proposal: NonNullable<ProposalDraft['amends']>;
  readonly onSaved: () => void;
}

/** Edits a proposal that was sent: the same composer, saved as a new revision. */
export function EditProposal({
  documentId,
  me,
  view,
  paragraphs,
  initial,
  proposal,
  onSaved,
  onClose,
}: EditProposalProps) {
  const { t } = useMessages();
  const held = useDraft(documentId, me.participant.id, () => initial);
  const { draft } = held;
  const edit = useEditProposal(documentId, proposal);
  const amended = draft.amends === null ? undefined : view.rows.proposal.get(draft.amends);
  const under = useMemo(
    () => (amended === undefined ? paragraphs : proposedText(amended, paragraphs)),
    [amended, paragraphs],
  );
  return (
    <Composer
      documentId={documentId}
      held={held}
      paragraphs={under}
      nowOf={nowIn(draft.amends === null ? paragraphs : null)}
      sending={edit.isPending}
      failure={edit.error === null ? null : failureIn(edit.error)}
      fixed
      onSend={() =>
        edit.mutate(
          { changes: sentChanges(draft), rationale: draft.rationale.trim() },
          {
            onSuccess: () => {
              held.drop();
              announce(t('proposals.write.saved'));
              onSaved();
            },
          },
        )
      }
      onDiscard={onClose}
    />
  );
}
