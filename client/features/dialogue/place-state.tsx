import type { Place } from '../../../shared/model/anchor.ts';
import type { Comment } from '../../../shared/model/comment.ts';
import { useReconfirm } from '../../api/comments.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { quoteOf } from './place-words.ts';
import { useThreadContext } from './thread-context.ts';

/** Whether a place needs words: only words that stand unchanged need none. */
export const isHonest = (place: Place | null): boolean => place === null || place.carry === 'unchanged';

/** Says what became of the words a comment was put on, and shows them where they are no longer there. */
export function PlaceState({ comment, place }: { comment: Comment; place: Place }) {
  const { t } = useMessages();
  const { documentId, view, mayWrite, reconfirmed } = useThreadContext();
  const reconfirm = useReconfirm(documentId);
  const isAuthor = view.me !== null && view.me.participant.id === comment.by.participantId;
  const changed = place.carry === 'changed' || place.carry === 'split' || place.carry === 'merged';
  const anchor = changed && isAuthor && mayWrite ? (reconfirmed?.(comment) ?? null) : null;
  const quote = quoteOf(comment);
  const quoteShown = quote !== '' && place.carry !== 'moved';
  return (
    <div className="place-state" data-carry={place.carry}>
      <p>
        {place.carry === 'changed' && !isAuthor
          ? t('dialogue.carry.changedPast')
          : t(`dialogue.carry.${place.carry}`)}
      </p>
      {quoteShown ? (
        <>
          <p className="place-was">{t('dialogue.carry.wasOn')}</p>
          <blockquote className="comment-quote" dir="auto">
            {quote}
          </blockquote>
        </>
      ) : null}
      {anchor === null ? null : (
        <>
          <p>{t('dialogue.carry.reconfirmHelp')}</p>
          <Button
            small
            busy={reconfirm.isPending}
            onClick={() =>
              reconfirm.mutate(
                { comment: comment.id, anchor },
                { onSuccess: () => announce(t('dialogue.carry.reconfirmed')) },
              )
            }
          >
            {t('dialogue.carry.reconfirm')}
          </Button>
        </>
      )}
      {reconfirm.error === null ? null : <FailureNotice failure={failureIn(reconfirm.error)} />}
    </div>
  );
}
