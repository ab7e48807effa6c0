import './dialogue.css';
import './composer.css';
import './dialogue-list.css';
import '../../ui/words/dialogue.ts';
import '../../ui/words/register.ts';
import { type ReactNode, useMemo, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { CommentTarget } from '../../../shared/model/comment.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { useSeen } from '../../api/register/use-seen.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { CommentCard } from './comment-card.tsx';
import { Composer } from './composer.tsx';
import { KindSign } from './kinds.tsx';
import { type ThreadContext, ThreadsAround } from './thread-context.ts';
import { useThreads } from './use-threads.ts';

interface SubjectThreadProps {
  readonly answer: DocumentAnswer;
  /** What is talked about; it is no place in a text. */
  readonly on: Exclude<CommentTarget, { readonly noun: 'text' }>;
  /** Whether it may still be commented on. */
  readonly open: boolean;
  /** What stands above what was said. */
  readonly children?: ReactNode;
}

const nowhere = (): null => null;

/** What is said on one row of the register, and saying something more. */
export function SubjectThread({ answer, on, open, children }: SubjectThreadProps) {
  const { t } = useMessages();
  const documentId = answer.document.id;
  const view = useRegister(documentId);
  const threads = useThreads(view);
  const seen = useSeen(documentId, view);
  const [writing, setWriting] = useState(false);
  const { me } = view;
  const mayWrite = answer.abilities['comment.write'].allowed && open;
  const { stances } = threads;
  const context = useMemo<ThreadContext>(
    () => ({ documentId, view, stances, mayWrite, placeOf: nowhere, goTo: null, reconfirmed: null, seen }),
    [documentId, view, stances, mayWrite, seen],
  );
  const said = threads.all.filter(
    ({ comment }) => comment.on.noun === on.noun && 'id' in comment.on && comment.on.id === on.id,
  );
  return (
    <ThreadsAround value={context}>
      <div className="proposal-thread">
        {children}
        {said.map((thread) => (
          <CommentCard key={thread.comment.id} thread={thread} />
        ))}
        {!mayWrite || me === null ? null : writing ? (
          <Composer
            documentId={documentId}
            view={view}
            me={me}
            on={on}
            focus
            onClose={() => setWriting(false)}
          />
        ) : (
          <Button small onClick={() => setWriting(true)}>
            <KindSign kind="comment" /> {t('dialogue.act.comment')}
          </Button>
        )}
      </div>
    </ThreadsAround>
  );
}
