import './dialogue.css';
import '../../ui/words/dialogue.ts';
import '../../ui/words/register.ts';
import { useMemo, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { useSeen } from '../../api/register/use-seen.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { CommentCard } from './comment-card.tsx';
import { Composer } from './composer.tsx';
import { KindSign } from './kinds.tsx';
import { StanceBar } from './stance-bar.tsx';
import { type ThreadContext, ThreadsAround } from './thread-context.ts';
import { useThreads } from './use-threads.ts';

interface StatementThreadProps {
  readonly answer: DocumentAnswer;
  readonly statement: string;
  /** Whether it may still be commented on: nobody answers what was taken out of the library. */
  readonly open: boolean;
  /** When its words were last changed; null: they stand as they were put in. */
  readonly changedAt: IsoTime | null;
  /** What is said where stances are older than the words. */
  readonly older: (count: number) => string;
}

const nowhere = (): null => null;

/** Who agrees with what was said, what others say about it, and saying something more. */
export default function StatementThread(props: StatementThreadProps) {
  const { answer, statement, open, changedAt, older } = props;
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
  const said = threads.all.filter(({ comment: { on } }) => on.noun === 'statement' && on.id === statement);
  const speaker = view.rows.statement.get(statement)?.delegationId ?? null;
  const before =
    changedAt === null
      ? 0
      : [...view.rows.stance.values()].filter(
          ({ on, stance, by }) =>
            on.noun === 'statement' && on.id === statement && stance !== 'none' && by.at < changedAt,
        ).length;
  return (
    <ThreadsAround value={context}>
      <div className="proposal-thread">
        <div className="comment-acts">
          <StanceBar
            on={{ noun: 'statement', id: statement }}
            own={speaker !== null && me?.delegation.id === speaker}
          />
        </div>
        {before === 0 ? null : <p className="soft small">{older(before)}</p>}
        {said.map((thread) => (
          <CommentCard key={thread.comment.id} thread={thread} />
        ))}
        {!mayWrite || me === null ? null : writing ? (
          <Composer
            documentId={documentId}
            view={view}
            me={me}
            on={{ noun: 'statement', id: statement }}
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
