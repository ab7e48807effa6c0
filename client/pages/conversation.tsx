import '../ui/words/dialogue.ts';
import '../ui/words/register.ts';
import { useEffect, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { Conversation } from '../features/dialogue/conversation.tsx';
import type { SelectionAct } from '../features/dialogue/selection-bar.tsx';
import type { SelectedWords } from '../features/dialogue/use-selected-words.ts';
import { fetchAhead } from '../ui/fetch-ahead.ts';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import type { TextSurface } from '../ui/text-surface.ts';

const loadProposals = () => import('../features/proposals/paragraph-proposals.tsx');
const ParagraphProposals = late(loadProposals);
const loadStatements = () => import('../features/statements/paragraph-statements.tsx');
const ParagraphStatements = late(loadStatements);

interface BesideTextProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
}

/** What is said about a text, beside it: the comments, and by slot the proposals. Fetched after the text. */
export default function BesideText({ surface, answer }: BesideTextProps) {
  const { t } = useMessages();
  const asked = new URLSearchParams(useSearch()).get('comment');
  const [writing, setWriting] = useState<SelectedWords | null>(null);
  useEffect(() => fetchAhead([loadProposals, loadStatements]), []);
  const mayPropose = answer.abilities['proposal.write'].allowed && answer.me !== null;
  const acts = useMemo<readonly SelectionAct[]>(
    () =>
      mayPropose
        ? [{ id: 'propose', name: t('dialogue.propose'), run: ({ words }) => setWriting(words) }]
        : [],
    [mayPropose, t],
  );
  return (
    <Conversation
      surface={surface}
      answer={answer}
      asked={asked}
      acts={acts}
      proposals={(paragraph) => (
        <>
          <ParagraphProposals
            documentId={surface.documentId}
            text={surface.text}
            paragraph={paragraph}
            writing={writing?.paragraph === paragraph ? writing : null}
            onWritten={() => setWriting(null)}
          />
          <ParagraphStatements documentId={surface.documentId} paragraph={paragraph} />
        </>
      )}
    />
  );
}
