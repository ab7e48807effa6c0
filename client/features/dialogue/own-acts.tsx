import { useState } from 'react';
import { EDIT_MINUTES } from '../../../shared/domain/written.ts';
import type { Answer, Comment } from '../../../shared/model/comment.ts';
import { type OwnWords, useReword, useWithdraw } from '../../api/comments.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { LengthLeft, tooLong } from './length-left.tsx';
import { useThreadContext } from './thread-context.ts';

/** The server decides; this only hides the offer afterwards. */
export const mayReword = (row: Comment | Answer, now: number): boolean =>
  row.withdrawnAt === null && now < Date.parse(row.by.at) + EDIT_MINUTES * 60_000;

interface RewordFormProps {
  readonly on: OwnWords;
  readonly row: Comment | Answer;
  readonly onClose: () => void;
}

/** Rewords one's own comment or answer. */
export function RewordForm({ on, row, onClose }: RewordFormProps) {
  const { t } = useMessages();
  const { documentId } = useThreadContext();
  const [text, setText] = useState(row.text);
  const reword = useReword(documentId);
  const unfit = text.trim() === '' || tooLong(text);
  const save = (): void => {
    if (unfit) return;
    if (text === row.text) onClose();
    else reword.mutate({ on, text }, { onSuccess: onClose });
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        className="field-input composer-text"
        dir="auto"
        aria-label={t(on.noun === 'answer' ? 'dialogue.composer.answer' : 'dialogue.composer.text')}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit these words
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <LengthLeft text={text} />
      <p className="field-help">{t('dialogue.composer.editUntil')}</p>
      {reword.error === null ? null : <FailureNotice failure={failureIn(reword.error)} />}
      <div className="composer-acts">
        <Button type="submit" tone="primary" small busy={reword.isPending} disabled={unfit}>
          {t('dialogue.composer.save')}
        </Button>
        <Button small tone="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Asks once more before words are withdrawn, and says what is recorded. */
export function WithdrawForm({ on, onClose }: { on: OwnWords; onClose: () => void }) {
  const { t } = useMessages();
  const { documentId } = useThreadContext();
  const withdraw = useWithdraw(documentId);
  return (
    <fieldset className="plain composer">
      <legend className="visually-hidden">{t('dialogue.card.withdraw')}</legend>
      <p className="small">{t('dialogue.card.withdrawAsk')}</p>
      {withdraw.error === null ? null : <FailureNotice failure={failureIn(withdraw.error)} />}
      <div className="composer-acts">
        <Button
          small
          tone="danger"
          busy={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(on, {
              onSuccess: () => {
                announce(t('dialogue.card.withdrawnSaid'));
                onClose();
              },
            })
          }
        >
          {t('dialogue.card.withdrawDo')}
        </Button>
        <Button small tone="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
