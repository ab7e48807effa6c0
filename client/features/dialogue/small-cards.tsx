import { memo } from 'react';
import { signatoryOf } from '../../api/register/signatory.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { KindSign } from './kinds.tsx';
import { useThreadContext } from './thread-context.ts';
import type { Thread } from './threads.ts';

interface SmallCardProps {
  readonly thread: Thread;
  readonly onOpen: (thread: Thread) => void;
  readonly density: 'full' | 'card' | 'line';
}

/** A thread in little: pressing it opens the conversation. Of bounded height, so that the margin can be laid out. */
export const SmallCard = memo(function SmallCard({ thread, onOpen, density }: SmallCardProps) {
  const { t } = useMessages();
  const { view, stances, seen } = useThreadContext();
  const { comment, answers, question } = thread;
  const by = signatoryOf(view, comment.by, comment.from);
  const { agree, disagree } = stances({ noun: 'comment', id: comment.id });
  const facts = [
    question === 'unanswered' ? t('dialogue.state.unanswered') : '',
    answers.length === 0 ? '' : t('dialogue.answers', { count: answers.length }),
    agree.length === 0 ? '' : t('dialogue.card.agreeing', { count: agree.length }),
    disagree.length === 0 ? '' : t('dialogue.card.disagreeing', { count: disagree.length }),
  ].filter((words) => words !== '');
  const fresh = seen.isNew('comment', comment.id) || answers.some(({ id }) => seen.isNew('answer', id));
  return (
    <button
      type="button"
      className={`small-card small-card-${density}`}
      data-kind-of-comment={comment.kind}
      data-new={fresh || undefined}
      onClick={() => onOpen(thread)}
    >
      <span className="small-card-head">
        <KindSign kind={comment.kind} />
        <span className="visually-hidden">{t(`dialogue.kind.${comment.kind}`)}</span>
        <ConstituencySign constituency={by.constituency} />
        <bdi className="small-card-who">{by.delegation}</bdi>
        {fresh ? <span className="small-card-new">{t('dialogue.state.unread')}</span> : null}
      </span>{' '}
      <span className="small-card-words" dir="auto">
        {comment.text}
      </span>
      {density === 'line' ? null : (
        <span className="small-card-facts">
          <Moment iso={comment.by.at} short zone={false} />
          {facts.map((fact) => ` · ${fact}`)}
        </span>
      )}
    </button>
  );
});
