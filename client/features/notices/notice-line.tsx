import { Link } from 'wouter';
import type { NoticeView } from '../../../shared/api/notice.ts';
import { pathOf } from '../../../shared/domain/addresses.ts';
import { sentenceOf } from '../../../shared/messages/notice-words.ts';
import type { Phase } from '../../../shared/model/document.ts';
import type { NoticeId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { FROM_TO, FromTo } from '../../ui/from-to.tsx';
import { type Messages, useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';

/** The sentence of a notice: who did what. */
export function sayNotice(t: Messages['t'], { notice, by, about }: NoticeView): string {
  const key = sentenceOf({
    reason: notice.reason,
    noun: notice.noun,
    who: by?.delegation ?? null,
    kind: about?.kind ?? null,
  });
  const name =
    about === null ? '' : about.noun === 'document' ? t(`terms.phase.${about.name as Phase}`) : about.name;
  return t(`notices.reason.${key}`, { who: by?.delegation ?? t('notices.somebody'), name });
}

interface NoticeLineProps {
  readonly view: NoticeView;
  readonly onRead: (id: NoticeId) => void;
  /** Offers to mark it as read without going there. */
  readonly withAct?: boolean;
}

/** One notice: a link to its thing, which marks it as read; unread is said in words and shown by weight and a dot. */
export function NoticeLine({ view, onRead, withAct = false }: NoticeLineProps) {
  const { t } = useMessages();
  const { notice, by, about } = view;
  const unread = notice.readAt === null;
  const said = <bdi>{sayNotice(t, view)}</bdi>;
  return (
    <div className="notice-line" data-unread={unread || undefined}>
      <span className="notice-dot" aria-hidden="true" />
      <div className="notice-words">
        {unread ? <span className="visually-hidden">{t('notices.unread')}: </span> : null}
        {about === null ? (
          <>
            {said} <span className="notice-facts">{t('notices.hidden')}</span>
          </>
        ) : (
          <Link
            href={pathOf(notice.documentId, about)}
            onClick={() => (unread ? onRead(notice.id) : undefined)}
          >
            {said}
          </Link>
        )}
        {about?.moved === undefined ? null : (
          <p className="notice-facts">
            <FromTo words={t('notices.moved', FROM_TO)} {...about.moved} />
          </p>
        )}
        <p className="notice-facts">
          {by === null ? null : (
            <>
              <bdi>{by.name}</bdi> ·{' '}
            </>
          )}
          {about === null || about.label === '' ? null : (
            <>{t('notices.paragraph', { label: about.label })} · </>
          )}
          <Moment iso={notice.at} short zone={false} />
        </p>
      </div>
      {withAct && unread ? (
        <span className="notice-act">
          <Button small tone="quiet" onClick={() => onRead(notice.id)}>
            {t('notices.read')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
