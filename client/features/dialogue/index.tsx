import './dialogue.css';
import './composer.css';
import './dialogue-list.css';
import { useCallback, useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { Comment } from '../../../shared/model/comment.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { useOrderingText } from '../../api/paragraphs.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { useSeen } from '../../api/register/use-seen.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { CommentCard } from './comment-card.tsx';
import { DialogueList } from './dialogue-list.tsx';
import { type ThreadContext, ThreadsAround } from './thread-context.ts';
import { usePlacesIn } from './use-places-in.ts';
import { useThreads } from './use-threads.ts';

interface DialogueProps {
  readonly answer: DocumentAnswer;
  readonly goTo: (comment: Comment) => void;
  /** The comment whose conversation is open. */
  readonly current: string | null;
}

const NO_PARAGRAPHS: readonly LabelledParagraph[] = [];

/** The list of everything said, and beside it the conversation that was chosen. */
export function Dialogue({ answer, goTo, current }: DialogueProps) {
  const { t } = useMessages();
  const search = useSearch();
  const documentId = answer.document.id;
  const view = useRegister(documentId);
  const threads = useThreads(view);
  const seen = useSeen(documentId, view);
  const text = useOrderingText(documentId, answer);
  const places = usePlacesIn(documentId, text, view.rows, answer.versions);
  const placeOf = useCallback((comment: Comment) => places.get(comment.id) ?? null, [places]);
  const mayWrite = answer.abilities['comment.write'].allowed;
  const { stances } = threads;
  const context = useMemo<ThreadContext>(
    () => ({ documentId, view, stances, mayWrite, placeOf, goTo, reconfirmed: null, seen }),
    [documentId, view, stances, mayWrite, placeOf, goTo, seen],
  );
  if (!view.ready)
    return (
      <>
        {view.failure === null ? null : <p className="soft">{t('dialogue.pane.unavailable')}</p>}
        <ListSkeleton />
      </>
    );
  if (view.failure !== null && view.head === 0) return <FailureNotice failure={view.failure} />;
  const thread = threads.all.find(({ comment }) => comment.id === current);
  return (
    <ThreadsAround value={context}>
      <div className="dialogue" data-open={current !== null}>
        <section className="dialogue-list" aria-label={t('dialogue.list.rows')}>
          <DialogueList
            answer={answer}
            threads={threads.all}
            paragraphs={text?.paragraphs ?? NO_PARAGRAPHS}
            current={current}
          />
        </section>
        <section className="dialogue-thread" aria-label={t('dialogue.conversation')}>
          {current === null ? (
            <p className="dialogue-unchosen">{t('dialogue.list.select')}</p>
          ) : (
            <>
              <p className="dialogue-back">
                <Link href={`/d/${documentId}/dialogue${search === '' ? '' : `?${search}`}`}>
                  {t('dialogue.list.back')}
                </Link>
              </p>
              {thread !== undefined ? (
                <CommentCard key={thread.comment.id} thread={thread} withPlace />
              ) : (
                <p>{t('dialogue.list.notHere')}</p>
              )}
            </>
          )}
        </section>
      </div>
    </ThreadsAround>
  );
}
