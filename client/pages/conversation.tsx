import { useSearch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { Conversation } from '../features/dialogue/conversation.tsx';
import type { TextSurface } from '../ui/text-surface.ts';

interface BesideTextProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
}

/** What is said about a text, beside it: the comments, and by slot the proposals. Fetched after the text. */
export default function BesideText({ surface, answer }: BesideTextProps) {
  const asked = new URLSearchParams(useSearch()).get('comment');
  return <Conversation surface={surface} answer={answer} asked={asked} />;
}
