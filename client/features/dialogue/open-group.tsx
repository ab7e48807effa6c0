import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { AddIcon, CloseIcon, LinkIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { CommentCard } from './comment-card.tsx';
import { Composer } from './composer.tsx';
import { type Group, standing } from './groups.ts';
import type { KeptDraft } from './kept-drafts.ts';
import { KindSign } from './kinds.tsx';
import { useThreadContext } from './thread-context.ts';
import type { Thread } from './threads.ts';

/** What somebody has begun to write on. */
export type Composing = KeptDraft['on'] & { readonly noun: 'text' };

interface OpenGroupProps {
  readonly groupKey: Group['key'];
  readonly group: Group | null;
  readonly label: string;
  readonly composing: Composing | null;
  /** What was selected to be commented on went on in later paragraphs. */
  readonly isCut: boolean;
  readonly chosen: string | null;
  readonly onCompose: (what: 'comment' | 'absent') => void;
  readonly onCopyLink: () => void;
  readonly onChoose: (thread: Thread | null) => void;
  readonly onClose: () => void;
  readonly onComposed: (comment: string | null) => void;
  readonly proposals: ((paragraph: ParagraphId) => ReactNode) | undefined;
}

/** The conversation of one paragraph (or of the whole text): what was said, and ways to say something. */
export function OpenGroup(props: OpenGroupProps) {
  const { groupKey, group, label, composing, chosen, onCompose, onChoose, onClose, onComposed } = props;
  const { t } = useMessages();
  const { documentId, view, mayWrite } = useThreadContext();
  const threads = group?.threads ?? [];
  const count = standing(threads).length;
  const title =
    groupKey === 'whole'
      ? t('dialogue.pane.general')
      : groupKey === 'gone'
        ? t('dialogue.pane.orphans')
        : label === ''
          ? t('dialogue.pane.unnumbered')
          : t('dialogue.pane.paragraph', { label });
  const isParagraph = groupKey !== 'whole' && groupKey !== 'gone';
  return (
    <section
      className="open-group"
      aria-label={t('dialogue.conversation')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="open-group-head">
        <h2 className="open-group-title" tabIndex={-1}>
          {title}
          <span className="open-group-counts">
            {[
              count === 0 ? '' : t('common.comments', { count }),
              (group?.proposals ?? 0) === 0 ? '' : t('common.proposals', { count: group?.proposals ?? 0 }),
            ]
              .filter((words) => words !== '')
              .map((words) => ` · ${words}`)
              .join('')}
          </span>
        </h2>
        <span className="open-group-tools">
          {isParagraph ? (
            <IconButton small label={t('dialogue.act.copyLink')} onClick={props.onCopyLink}>
              <LinkIcon className="icon" aria-hidden />
            </IconButton>
          ) : null}
          <IconButton small label={t('common.close')} onClick={onClose}>
            <CloseIcon className="icon" aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className="open-group-acts">
        {mayWrite && view.me !== null && groupKey !== 'gone' ? (
          <Button small tone="quiet" onClick={() => onCompose('comment')}>
            <KindSign kind="comment" /> {t('dialogue.act.comment')}
          </Button>
        ) : null}
        {mayWrite && view.me !== null && isParagraph ? (
          <Button small tone="quiet" onClick={() => onCompose('absent')}>
            <AddIcon className="icon" aria-hidden /> {t('dialogue.act.absent')}
          </Button>
        ) : null}
      </div>
      {composing === null || view.me === null ? null : (
        <Composer
          key={JSON.stringify(composing)}
          documentId={documentId}
          view={view}
          me={view.me}
          on={composing}
          heading={<ComposingOn on={composing} isCut={props.isCut} />}
          focus
          onClose={() => onComposed(null)}
          onSent={(id) => onComposed(id)}
        />
      )}
      {threads.map((thread) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: focus inside only chooses which card is level with its words
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key focuses what is inside, which chooses too
        <div
          key={thread.comment.id}
          className="open-group-card"
          data-thread={thread.comment.id}
          data-chosen={thread.comment.id === chosen || undefined}
          onClick={() => onChoose(thread)}
          onFocus={() => onChoose(thread)}
        >
          <CommentCard thread={thread} />
        </div>
      ))}
      {isParagraph ? props.proposals?.(groupKey) : null}
      {count === 0 ? null : (
        <p className="open-group-all">
          <Link href={`/d/${documentId}/dialogue${isParagraph ? `?paragraph=${groupKey}` : ''}`}>
            {t('dialogue.pane.all')}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What is commented on, above the composer. */
function ComposingOn({ on, isCut }: { on: Composing; isCut: boolean }) {
  const { t } = useMessages();
  const { anchor } = on;
  if (anchor.scope === 'text')
    return (
      <p className="soft small">
        {t('dialogue.composer.on')} {t('dialogue.composer.onWhole')}
      </p>
    );
  if (anchor.scope === 'absent') return <p className="soft small">{t('dialogue.composer.onAbsent')}</p>;
  return (
    <div>
      <p className={isCut ? 'composer-cut' : 'soft small'}>
        {t(isCut ? 'dialogue.composer.cut' : 'dialogue.composer.on')}
      </p>
      <blockquote className="comment-quote" dir="auto">
        {anchor.quote.exact}
      </blockquote>
    </div>
  );
}
