import { memo } from 'react';
import { Link } from 'wouter';
import { signatoryOf } from '../../api/register/signatory.ts';
import { Byline } from '../../ui/byline.tsx';
import { useMessages } from '../../ui/messages.ts';
import { KindSign } from './kinds.tsx';
import type { Entry } from './list-filter.ts';
import { placeWords } from './place-words.ts';
import { useThreadContext } from './thread-context.ts';

interface EntryRowProps {
  readonly entry: Entry;
  readonly href: string;
  readonly current: boolean;
}

/** One contribution in a line or three: who, what kind, where, the first words, what came of it. */
export const EntryRow = memo(function EntryRow({ entry, href, current }: EntryRowProps) {
  const { t } = useMessages();
  const { view, stances, seen } = useThreadContext();
  const by = signatoryOf(view, entry.by, entry.noun === 'comment' ? entry.thread.comment.from : undefined);
  const subject =
    entry.noun === 'comment'
      ? ({ noun: 'comment', id: entry.thread.comment.id } as const)
      : ({ noun: 'proposal', id: entry.proposal.id } as const);
  const { agree, disagree } = stances(subject);
  const thread = entry.noun === 'comment' ? entry.thread : null;
  const kind = thread === null ? 'proposal' : thread.comment.kind;
  const row = thread === null ? (entry as Entry & { noun: 'proposal' }).proposal : thread.comment;
  const label = entry.noun === 'proposal' ? (entry.proposal.changes[0]?.base?.label ?? '') : '';
  const place =
    thread === null
      ? label === ''
        ? t('dialogue.place.paragraphUnnumbered')
        : t('dialogue.place.paragraph', { label })
      : placeWords(thread.comment, t, (id) => view.rows.statement.get(id)?.speaker);
  const text = entry.noun === 'proposal' ? entry.proposal.rationale : entry.thread.comment.text;
  const facts = [
    thread === null || thread.answers.length === 0
      ? ''
      : t('dialogue.answers', { count: thread.answers.length }),
    agree.length === 0 ? '' : t('dialogue.card.agreeing', { count: agree.length }),
    disagree.length === 0 ? '' : t('dialogue.card.disagreeing', { count: disagree.length }),
  ].filter((words) => words !== '');
  return (
    <div className="entry-row" data-current={current || undefined} data-withdrawn={row.withdrawnAt !== null}>
      <div className="entry-head">
        <Byline {...by} dense />
        <span className="entry-facts">
          {thread?.question === 'unanswered' ? (
            <span className="badge badge-warn">{t('dialogue.state.unanswered')}</span>
          ) : null}
          {row.withdrawnAt === null ? null : <span className="badge">{t('dialogue.state.withdrawn')}</span>}
          {row.visibility === 'delegation' ? (
            <span className="badge">{t('dialogue.state.private')}</span>
          ) : null}
          {thread !== null && seen.isNew('comment', thread.comment.id) ? (
            <span className="badge badge-live">{t('dialogue.state.unread')}</span>
          ) : null}
        </span>
      </div>
      <Link className="entry-link" href={href} aria-current={current ? 'true' : undefined}>
        <span className="comment-kind">
          {kind === 'proposal' ? <span aria-hidden>◇</span> : <KindSign kind={kind} />}{' '}
          {t(`dialogue.kind.${kind}`)}
        </span>
        {' · '}
        {place}
      </Link>
      <p className="entry-words" dir="auto">
        {row.withdrawnAt === null ? text : ''}
      </p>
      {facts.length === 0 ? null : <p className="entry-counts">{facts.join(' · ')}</p>}
    </div>
  );
});
