import { useId, useState } from 'react';
import type { Answer, Comment } from '../../../shared/model/comment.ts';
import { useRowHistory } from '../../api/comments.ts';
import { rowKey } from '../../api/register/register-copy.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { useThreadContext } from './thread-context.ts';

interface SaidWordsProps {
  readonly noun: 'comment' | 'answer';
  readonly row: Comment | Answer;
}

/** What was said. Withdrawn words stay, behind a button; reworded ones lead to what they were before. */
export function SaidWords({ noun, row }: SaidWordsProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (row.withdrawnAt !== null)
    return (
      <div className="said-withdrawn">
        <p>
          <strong>{t('dialogue.state.withdrawn')}</strong> ·{' '}
          <Moment iso={row.withdrawnAt} short zone={false} />{' '}
          <Button
            small
            tone="quiet"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t('dialogue.card.withdrawnWords')}
          </Button>
        </p>
        {open ? (
          <p className="said-words" id={id} dir="auto">
            {row.text}
          </p>
        ) : null}
      </div>
    );
  return (
    <>
      <p className="said-words" dir="auto">
        {row.text}
      </p>
      {row.editedAt === null ? null : (
        <div className="said-edited">
          <Button
            small
            tone="quiet"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t('dialogue.state.edited')}
          </Button>
          {open ? <EarlierWords noun={noun} row={row} id={id} /> : null}
        </div>
      )}
    </>
  );
}

/** Every earlier wording with its time, newest first. */
function EarlierWords({ noun, row, id }: SaidWordsProps & { id: string }) {
  const { t } = useMessages();
  const { documentId, view } = useThreadContext();
  const revision = view.revisions.get(rowKey(noun, row.id)) ?? 1;
  const { data } = useRowHistory(documentId, noun, row.id, revision);
  // A revision may also be a withdrawal or a new place: only other words are another wording.
  const wordings = (data?.entries ?? []).flatMap((entry, k, all) => {
    const { text } = entry.row as Comment | Answer;
    const before = all[k - 1]?.row as Comment | Answer | undefined;
    return before?.text === text ? [] : [{ revision: entry.revision, at: entry.at, text }];
  });
  return (
    <section className="said-history" id={id} aria-label={t('dialogue.card.history')}>
      {data === undefined ? (
        <p className="soft">{t('common.loading')}</p>
      ) : (
        <ol>
          {wordings
            .slice(0, -1)
            .reverse()
            .map((wording) => (
              <li key={wording.revision}>
                <p className="soft small">
                  {t('dialogue.card.history')} · <Moment iso={wording.at} short zone={false} />
                </p>
                <p className="said-words" dir="auto">
                  {wording.text}
                </p>
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}
