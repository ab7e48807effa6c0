import type { Comment } from '../../../shared/model/comment.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import type { KeptDraft } from './kept-drafts.ts';
import { placeWords } from './place-words.ts';
import { dropDraft, useUnsent } from './use-kept-draft.ts';

interface UnsentNoticeProps {
  readonly documentId: DocumentId;
  readonly me: ParticipantId;
  /** The draft that is open below already. */
  readonly open: string | null;
  readonly onResume: (draft: KeptDraft) => void;
}

/** Words that were written here and not sent are offered back. */
export function UnsentNotice({ documentId, me, open, onResume }: UnsentNoticeProps) {
  const { t } = useMessages();
  const unsent = useUnsent(documentId, me).filter(({ target }) => target !== open);
  if (unsent.length === 0) return null;
  return (
    <section className="unsent" aria-label={t('dialogue.composer.keptTitle')}>
      <p>
        <strong>{t('dialogue.composer.keptTitle')}</strong>
      </p>
      <ul>
        {unsent.map(({ target, draft }) => (
          <li key={target}>
            <p className="unsent-words" dir="auto">
              {draft.on.noun === 'comment'
                ? t('dialogue.composer.keptAnswer', { words: draft.text })
                : t('dialogue.composer.keptOn', {
                    place: placeWords({ on: draft.on } as Comment, t),
                    words: draft.text,
                  })}
            </p>
            <Button small onClick={() => onResume(draft)}>
              {t('dialogue.composer.resume')}
            </Button>{' '}
            <Button small tone="quiet" onClick={() => dropDraft(documentId, me, target)}>
              {t('dialogue.composer.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
