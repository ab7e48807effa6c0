import { memo, useState } from 'react';
import type { Answer } from '../../../shared/model/comment.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import { Button } from '../../ui/button.tsx';
import { Byline } from '../../ui/byline.tsx';
import { useMessages } from '../../ui/messages.ts';
import { mayReword, RewordForm, WithdrawForm } from './own-acts.tsx';
import { SaidWords } from './said-words.tsx';
import { StanceBar } from './stance-bar.tsx';
import { useThreadContext } from './thread-context.ts';

/** An answer in a thread. */
export const AnswerView = memo(function AnswerView({ answer }: { answer: Answer }) {
  const { t } = useMessages();
  const { view, mayWrite, seen } = useThreadContext();
  const [doing, setDoing] = useState<'reword' | 'withdraw' | null>(null);
  const by = signatoryOf(view, answer.by);
  const mine = view.me?.participant.id === answer.by.participantId;
  const standing = answer.withdrawnAt === null;
  const close = (): void => setDoing(null);
  const subject = view.rows.comment.get(answer.commentId)?.on;
  const speaker = subject?.noun === 'statement' ? view.rows.statement.get(subject.id)?.delegationId : null;
  const on = { noun: 'answer', id: answer.id } as const;
  return (
    <li className="answer" data-own={mine || undefined}>
      <article aria-label={t('dialogue.card.answerBy', { delegation: by.delegation })}>
        <Byline {...by} />
        {speaker != null && speaker === answer.by.delegationId ? (
          <span className="badge badge-agreed">{t('dialogue.state.speaker')}</span>
        ) : null}
        {seen.isNew('answer', answer.id) ? (
          <span className="badge badge-live">{t('dialogue.state.unread')}</span>
        ) : null}
        {doing === 'reword' ? (
          <RewordForm on={on} row={answer} onClose={close} />
        ) : (
          <SaidWords noun="answer" row={answer} />
        )}
        {standing && doing === null ? (
          <div className="comment-acts">
            <StanceBar on={on} own={view.me?.delegation.id === answer.by.delegationId} />
            {mine && mayWrite && mayReword(answer, Date.now()) ? (
              <Button small tone="quiet" onClick={() => setDoing('reword')}>
                {t('dialogue.card.edit')}
              </Button>
            ) : null}
            {mine && mayWrite ? (
              <Button small tone="quiet" onClick={() => setDoing('withdraw')}>
                {t('dialogue.card.withdraw')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {doing === 'withdraw' ? <WithdrawForm on={on} onClose={close} /> : null}
      </article>
    </li>
  );
});
