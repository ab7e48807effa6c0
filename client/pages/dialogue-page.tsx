import '../ui/words/dialogue.ts';
import '../ui/words/register.ts';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { Dialogue } from '../features/dialogue/index.tsx';
import { useMessages } from '../ui/messages.ts';
import { DocumentPage } from './document-page.tsx';

interface DialoguePageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
  /** The comment or proposal whose conversation is open. */
  readonly current?: string;
}

/** `/d/:id/dialogue` and `/d/:id/dialogue/:comment`: everything said on the text. */
export default function DialoguePage({ id, answer, current }: DialoguePageProps) {
  const { t } = useMessages();
  const [, navigate] = useLocation();
  const goTo = useCallback(
    ({ on, id: comment }: Comment) => {
      if (on.noun !== 'text') return;
      const page = on.anchor.text === 'working' ? 'draft' : `v/${on.anchor.text}`;
      const paragraph = on.anchor.scope === 'text' ? null : on.anchor.paragraph;
      navigate(`/d/${id}/${page}?comment=${comment}${paragraph === null ? '' : `#p-${paragraph}`}`);
    },
    [id, navigate],
  );
  return (
    <DocumentPage
      wide
      title={t('dialogue.title')}
      lead={t('dialogue.lead')}
      answer={answer}
      action="register.view"
    >
      {(known) => <Dialogue answer={known} goTo={goTo} current={current ?? null} />}
    </DocumentPage>
  );
}
