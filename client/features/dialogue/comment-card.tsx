import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { sendersOf } from '../../../shared/domain/sender.ts';
import type { Comment } from '../../../shared/model/comment.ts';
import { useSettle, useSubmitNote } from '../../api/comments.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Byline } from '../../ui/byline.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { LinkIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { AnswerView } from './answer-view.tsx';
import { Composer } from './composer.tsx';
import { headOf } from './head-of.ts';
import { KindSign } from './kinds.tsx';
import { mayReword, RewordForm, WithdrawForm } from './own-acts.tsx';
import { isHonest, PlaceState } from './place-state.tsx';
import { placeWords, quoteOf } from './place-words.ts';
import { SaidWords } from './said-words.tsx';
import { StanceBar } from './stance-bar.tsx';
import { useThreadContext } from './thread-context.ts';
import type { Thread } from './threads.ts';
import { useHasDraft } from './use-kept-draft.ts';

interface CommentCardProps {
  readonly thread: Thread;
  /** With the words it is on: where the text is not in sight beside it. */
  readonly withPlace?: boolean;
  /** Answers are shown at once. */
  readonly open?: boolean;
  /** Further facts, such as what the facilitators decided. */
  readonly children?: ReactNode;
}

/** A comment with its thread. */
export const CommentCard = memo(function CommentCard({
  thread,
  withPlace = false,
  open = true,
  children,
}: CommentCardProps) {
  const { t } = useMessages();
  const { documentId, view, mayWrite, placeOf, goTo, seen } = useThreadContext();
  const { comment, answers, question } = thread;
  const hasDraft = useHasDraft(documentId, view.me?.participant.id ?? null, `comment:${comment.id}`);
  const [doing, setDoing] = useState<'answer' | 'reword' | 'withdraw' | null>(hasDraft ? 'answer' : null);
  const by = signatoryOf(view, comment.by, comment.from);
  const mine = view.me?.participant.id === comment.by.participantId;
  const ownDelegation = view.me !== null && sendersOf(comment).includes(view.me.delegation.id);
  const standing = comment.withdrawnAt === null;
  const place = placeOf(comment);
  const on = { noun: 'comment', id: comment.id } as const;
  const address = `/d/${documentId}/dialogue/${comment.id}`;
  const isNew = seen.isNew('comment', comment.id);
  const own = useRef<HTMLElement>(null);
  useSight(own, comment, thread);
  const quote = withPlace && isHonest(place) ? quoteOf(comment) : '';
  return (
    <article
      ref={own}
      className="comment"
      data-kind-of-comment={comment.kind}
      data-withdrawn={!standing || undefined}
      data-private={comment.visibility === 'delegation' || undefined}
      aria-label={t('dialogue.card.label', {
        kind: t(`dialogue.kind.${comment.kind}`),
        delegation: by.delegation,
      })}
    >
      <header className="comment-head">
        <Byline {...by} />
        <IconButton
          small
          label={t('dialogue.card.copyLink')}
          onClick={() => void copyText(`${location.origin}${address}`, t('common.linkCopied'))}
        >
          <LinkIcon className="icon" aria-hidden />
        </IconButton>
      </header>
      <p className="comment-facts">
        <span className="comment-kind">
          <KindSign kind={comment.kind} /> {t(`dialogue.kind.${comment.kind}`)}
        </span>
        {comment.nature === 'substantive' ? null : <span>{t(`dialogue.nature.${comment.nature}`)}</span>}
        {question === null ? null : (
          <span className={question === 'settled' ? 'badge badge-agreed' : 'badge badge-warn'}>
            {t(
              question === 'settled'
                ? 'dialogue.state.settled'
                : question === 'unanswered'
                  ? 'dialogue.state.unanswered'
                  : 'dialogue.state.answeredOpen',
            )}
          </span>
        )}
        {comment.visibility === 'delegation' ? (
          <span className="badge">{t('dialogue.state.private')}</span>
        ) : null}
        {isNew ? <span className="badge badge-live">{t('dialogue.state.unread')}</span> : null}
      </p>
      {withPlace ? (
        <p className="comment-place">
          {placeWords(comment, t, (id) => view.rows.statement.get(id)?.speaker)}
          {comment.on.noun !== 'statement' ? null : (
            <>
              {' '}
              <Link href={`/d/${documentId}/statements/s/${comment.on.id}`}>
                {t('dialogue.place.showStatement')}
              </Link>
            </>
          )}
          {goTo === null || comment.on.noun !== 'text' ? null : (
            <>
              {' '}
              <Button small tone="quiet" onClick={() => goTo(comment)}>
                {t('dialogue.place.show')}
              </Button>
            </>
          )}
        </p>
      ) : comment.on.noun === 'text' && comment.on.anchor.scope === 'absent' ? (
        <p className="comment-place">{placeWords(comment, t)}</p>
      ) : null}
      {quote === '' ? null : (
        <blockquote className="comment-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {place === null || isHonest(place) ? null : <PlaceState comment={comment} place={place} />}
      {doing === 'reword' ? (
        <RewordForm on={on} row={comment} onClose={() => setDoing(null)} />
      ) : (
        <SaidWords noun="comment" row={comment} />
      )}
      <Addressed comment={comment} />
      {children}
      {standing && doing !== 'reword' ? (
        <div className="comment-acts">
          <StanceBar on={on} own={ownDelegation} />
          {mayWrite && view.me !== null && doing !== 'answer' ? (
            <Button small tone="quiet" onClick={() => setDoing('answer')}>
              {t('dialogue.card.answer')}
            </Button>
          ) : null}
          {mine && mayWrite && mayReword(comment, Date.now()) ? (
            <Button small tone="quiet" onClick={() => setDoing('reword')}>
              {t('dialogue.card.edit')}
            </Button>
          ) : null}
          {mine && mayWrite ? (
            <Button small tone="quiet" onClick={() => setDoing('withdraw')}>
              {t('dialogue.card.withdraw')}
            </Button>
          ) : null}
          <AskersAct thread={thread} />
          <HeadsAct comment={comment} />
        </div>
      ) : null}
      {doing === 'withdraw' ? <WithdrawForm on={on} onClose={() => setDoing(null)} /> : null}
      {answers.length === 0 ? null : open ? (
        <ol className="answers">
          {answers.map((answer) => (
            <AnswerView key={answer.id} answer={answer} />
          ))}
        </ol>
      ) : (
        <p className="comment-acts">
          <Link className="button button-quiet button-small" href={address}>
            {t('dialogue.answers', { count: answers.length })}
          </Link>
        </p>
      )}
      {doing === 'answer' && view.me !== null ? (
        <Composer
          documentId={documentId}
          view={view}
          me={view.me}
          on={on}
          focus={!hasDraft}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </article>
  );
});

/** Milliseconds in sight after which something counts as seen. */
const SEEN_AFTER = 1_500;

/** Notes a thread as seen once it has been in sight for a while. */
function useSight(own: React.RefObject<HTMLElement | null>, comment: Comment, { answers }: Thread): void {
  const { seen } = useThreadContext();
  const fresh = [
    ...(seen.isNew('comment', comment.id) ? [['comment', comment.id] as const] : []),
    ...answers.filter(({ id }) => seen.isNew('answer', id)).map(({ id }) => ['answer', id] as const),
  ];
  const names = fresh.map(([noun, id]) => `${noun}:${id}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` stands for `fresh`
  useEffect(() => {
    const element = own.current;
    if (element === null || names === '') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting)
        timer = setTimeout(() => {
          for (const [noun, id] of fresh) seen.saw(noun, id);
        }, SEEN_AFTER);
    });
    watcher.observe(element);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [names, own]);
}

/** Who is asked or named. */
function Addressed({ comment }: { comment: Comment }) {
  const { t } = useMessages();
  const { view } = useThreadContext();
  const { delegations, groups } = comment.addressed;
  const names = [
    ...groups.map((id) => [id, view.rows.group.get(id)?.name ?? ''] as const),
    ...delegations.map((id) => [id, view.directory.delegations.get(id)?.name ?? ''] as const),
  ];
  if (names.length === 0) return null;
  return (
    <p className="comment-place">
      {t('dialogue.asked')}{' '}
      {names.map(([id, name], k) => (
        <span key={id}>
          {k === 0 ? '' : ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  );
}

/** The asker alone says that a question is answered. */
function AskersAct({ thread: { comment, question } }: { thread: Thread }) {
  const { t } = useMessages();
  const { documentId, view, mayWrite } = useThreadContext();
  const settle = useSettle(documentId);
  if (question === null || !mayWrite || view.me?.participant.id !== comment.by.participantId) return null;
  return (
    <>
      <Button
        small
        busy={settle.isPending}
        onClick={() => settle.mutate({ comment: comment.id, settled: question !== 'settled' })}
      >
        {t(question === 'settled' ? 'dialogue.card.reopen' : 'dialogue.card.settle')}
      </Button>
      {settle.error === null ? null : <FailureNotice failure={failureIn(settle.error)} />}
    </>
  );
}

/** The head of the delegation makes a private note public. */
function HeadsAct({ comment }: { comment: Comment }) {
  const { t } = useMessages();
  const { documentId, view, mayWrite } = useThreadContext();
  const submit = useSubmitNote(documentId);
  if (comment.visibility !== 'delegation' || !mayWrite || view.me === null) return null;
  if (headOf(view, view.me.delegation.id) !== view.me.participant.id)
    return <span className="soft small">{t('dialogue.card.submitHelp')}</span>;
  return (
    <>
      <Button
        small
        busy={submit.isPending}
        title={t('dialogue.card.submitHelp')}
        onClick={() => submit.mutate(comment.id, { onSuccess: () => announce(t('dialogue.card.submitted')) })}
      >
        {t('dialogue.card.submit')}
      </Button>
      {submit.error === null ? null : <FailureNotice failure={failureIn(submit.error)} />}
    </>
  );
}
