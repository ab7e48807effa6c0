import '../ui/words/changes.ts';
import '../ui/words/comparison.ts';
import '../ui/words/drafting.ts';
import { useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { KeptWords } from '../editor/connection/kept-words.ts';
import Drafting from '../features/drafting/index.tsx';
import { newProposalAddress } from '../features/proposals/addresses.ts';
import { announce } from '../ui/announce.ts';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-title.ts';

const Conversation = late(() => import('./conversation.tsx'));
const DraftDeclarations = late(() => import('../features/declarations/drafting/draft-declarations.tsx'));

/** `/d/:id/draft`: the live working text. A chunk of its own, so that readers do not load the editor. */
export default function DraftPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  const [, go] = useLocation();
  usePageTitle(t('terms.workingText'), answer?.document.title);
  const seeing = answer?.abilities['text.view'];
  if (seeing?.allowed === false)
    return (
      <div className="page page-narrow">
        <Notice tone="warn" title={t('errors.title.not-permitted')}>
          <p>{t(`reasons.${seeing.reason}`)}</p>
        </Notice>
      </div>
    );
  const propose = async (words: KeptWords): Promise<void> => {
    const participant = answer?.me?.participant.id;
    if (participant === undefined) return;
    const { keepAsDraft } = await import('../features/proposals/draft/keep-as-draft.ts');
    const draft = await keepAsDraft(id, participant, words.paragraphs);
    if (draft.ok) go(newProposalAddress(id, { draft: draft.value }));
    else announce(t(`errors.title.${draft.error.code}`));
  };
  return (
    <Drafting
      documentId={id}
      onPropose={(words) => void propose(words).catch(() => announce(t('errors.title.offline')))}
      conversation={(surface, known) =>
        known.abilities['register.view'].allowed ? (
          <>
            <Conversation surface={surface} answer={known} />
            <DraftDeclarations surface={surface} answer={known} />
          </>
        ) : null
      }
    />
  );
}
