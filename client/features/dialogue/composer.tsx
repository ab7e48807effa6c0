import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { MemberIdentity } from '../../../shared/api/member.ts';
import { COMMENT_KINDS, NATURES } from '../../../shared/model/comment.ts';
import { isMember } from '../../../shared/model/group.ts';
import type { CommentId, DocumentId, GroupId, IsoTime } from '../../../shared/model/ids.ts';
import { useAnswer, useComment } from '../../api/comments.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { AddressField } from './address-field.tsx';
import type { KeptDraft } from './kept-drafts.ts';
import { KindSign } from './kinds.tsx';
import { LengthLeft, tooLong } from './length-left.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

interface ComposerProps {
  readonly documentId: DocumentId;
  readonly view: Pick<RegisterView, 'rows' | 'directory'>;
  readonly me: MemberIdentity;
  readonly on: KeptDraft['on'];
  /** What is commented on, above the words. */
  readonly heading?: ReactNode;
  /** Puts the caret into the field at once: for somebody who has just asked to write. */
  readonly focus?: boolean;
  readonly onClose: () => void;
  /** The id of the new comment; not for answers. */
  readonly onSent?: (id: CommentId) => void;
}

const freshDraft = (on: KeptDraft['on']): KeptDraft => ({
  on,
  text: '',
  kind: 'comment',
  nature: 'substantive',
  addressed: { delegations: [], groups: [] },
  onBehalfOf: null,
  isPrivate: false,
  sent: null,
});

/** Writes a comment or an answer. Every change is kept on the device until it is sent. */
export function Composer({ documentId, view, me, on, heading, focus, onClose, onSent }: ComposerProps) {
  const { t } = useMessages();
  const { draft, change, drop, keyOf } = useKeptDraft(documentId, me.participant.id, freshDraft(on));
  const comment = useComment(documentId, { keyOf });
  const answer = useAnswer(documentId, { keyOf });
  const isAnswer = on.noun === 'comment';
  const sending = comment.isPending || answer.isPending;
  const error = comment.error ?? answer.error;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: false });
  }, [focus]);

  const empty = draft.text.trim() === '';
  const send = (): void => {
    if (empty || tooLong(draft.text) || sending) return;
    const done = (): void => {
      drop();
      announce(t('dialogue.composer.sent'));
      onClose();
    };
    if (draft.on.noun === 'comment')
      answer.mutate(
        { comment: draft.on.id, text: draft.text, onBehalfOf: draft.onBehalfOf },
        { onSuccess: done },
      );
    else
      comment.mutate(
        {
          on: draft.on,
          kind: draft.kind,
          nature: draft.nature,
          text: draft.text,
          addressed: draft.isPrivate ? { delegations: [], groups: [] } : draft.addressed,
          visibility: draft.isPrivate ? 'delegation' : 'public',
          onBehalfOf: draft.onBehalfOf,
        },
        {
          onSuccess: ({ entry }) => {
            done();
            onSent?.(entry.id as CommentId);
          },
        },
      );
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      // The words stay on the device: closing loses nothing.
      event.stopPropagation();
      onClose();
    }
  };
  const groups = [...view.rows.group.values()].filter((group) =>
    isMember(group, me.delegation.id, new Date().toISOString() as IsoTime),
  );
  return (
    <form
      className="composer"
      aria-label={t(isAnswer ? 'dialogue.composer.answer' : 'dialogue.composer.text')}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {heading}
      {isAnswer ? null : (
        <fieldset className="plain composer-kinds">
          <legend className="visually-hidden">{t('dialogue.composer.kind')}</legend>
          {COMMENT_KINDS.map((kind) => (
            <label key={kind} className="composer-kind">
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-kind`}
                checked={draft.kind === kind}
                onChange={() => change({ kind })}
              />
              <KindSign kind={kind} /> {t(`dialogue.kind.${kind}`)}
            </label>
          ))}
        </fieldset>
      )}
      <label className="visually-hidden" htmlFor={`${id}-text`}>
        {t(isAnswer ? 'dialogue.composer.answer' : 'dialogue.composer.text')}
      </label>
      <textarea
        id={`${id}-text`}
        ref={field}
        className="field-input composer-text"
        dir="auto"
        rows={3}
        value={draft.text}
        aria-describedby={`${id}-note`}
        placeholder={t(isAnswer ? 'dialogue.composer.answer' : 'dialogue.composer.text')}
        onChange={(event) => change({ text: event.target.value })}
      />
      <LengthLeft text={draft.text} />
      {isAnswer ? null : (
        <div className="composer-row">
          <label className="composer-small">
            {t('dialogue.composer.nature')}{' '}
            <select
              className="field-input"
              value={draft.nature}
              onChange={(event) => change({ nature: event.target.value as KeptDraft['nature'] })}
            >
              {NATURES.map((nature) => (
                <option key={nature} value={nature}>
                  {t(`dialogue.nature.${nature}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {isAnswer || draft.isPrivate ? null : (
        <AddressField
          view={view}
          mine={me.delegation.id}
          value={draft.addressed}
          onChange={(addressed) => change({ addressed })}
        />
      )}
      {groups.length === 0 ? null : (
        <label className="composer-small">
          {t('dialogue.composer.onBehalfOf')}{' '}
          <select
            className="field-input"
            value={draft.onBehalfOf ?? ''}
            onChange={(event) =>
              change({ onBehalfOf: event.target.value === '' ? null : (event.target.value as GroupId) })
            }
          >
            <option value="">{t('dialogue.composer.ownDelegation')}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isAnswer ? null : (
        <label className="choice small">
          <input
            type="checkbox"
            checked={draft.isPrivate}
            onChange={(event) => change({ isPrivate: event.target.checked })}
          />
          <span>
            {t('dialogue.composer.private')}
            <span className="choice-help">{t('dialogue.composer.privateHelp')}</span>
          </span>
        </label>
      )}
      {error === null ? null : (
        <>
          <FailureNotice failure={failureIn(error)} />
          <p className="small">{t('dialogue.composer.keptWords')}</p>
        </>
      )}
      <div className="composer-acts">
        <Button type="submit" tone="primary" small busy={sending} disabled={empty || tooLong(draft.text)}>
          {t(draft.isPrivate ? 'dialogue.composer.sendNote' : 'dialogue.composer.send')}
        </Button>
        <Button
          small
          tone="quiet"
          onClick={() => {
            drop();
            onClose();
          }}
        >
          {t(empty ? 'common.cancel' : 'dialogue.composer.discard')}
        </Button>
        <span className="composer-note" id={`${id}-note`}>
          {empty ? null : t('dialogue.composer.kept')}
        </span>
      </div>
    </form>
  );
}
