import '../../editor/editor.css';
import './drafting.css';
import { type ReactNode, useRef } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useDocument } from '../../api/documents.ts';
import type { KeptWords } from '../../editor/connection/kept-words.ts';
import { useMessages } from '../../ui/messages.ts';
import { TextSkeleton } from '../../ui/skeleton.tsx';
import type { TextSurface } from '../../ui/text-surface.ts';
import { type LabelsNow, useConnection } from './use-connection.ts';
import { WorkingText } from './working-text.tsx';

interface DraftingProps {
  readonly documentId: DocumentId;
  /** What is said about the text, beside it. */
  readonly conversation: (surface: TextSurface, answer: DocumentAnswer) => ReactNode;
  /** Makes a proposal of words that could not be brought into the text. */
  readonly onPropose?: (words: KeptWords) => void;
}

/** The live working text: who may write writes, everybody else reads along. */
export default function Drafting({ documentId, conversation, onPropose }: DraftingProps) {
  const { t } = useMessages();
  const { data } = useDocument(documentId);
  if (data === undefined) return <TextSkeleton heading={t('terms.workingText')} />;
  // What is kept on the device is kept per participant, so nothing opens before it is known who one is.
  return (
    <OpenedText
      key={data.me?.participant.id ?? 'reader'}
      documentId={documentId}
      answer={data}
      conversation={conversation}
      {...(onPropose === undefined ? {} : { onPropose })}
    />
  );
}

function OpenedText({
  documentId,
  answer,
  conversation,
  onPropose,
}: DraftingProps & { readonly answer: DocumentAnswer }) {
  const labels = useRef<LabelsNow>(() => new Map());
  const connection = useConnection(documentId, answer.me?.participant.id ?? null, labels);
  if (connection === null) return <TextSkeleton heading={answer.document.title} />;
  return (
    <WorkingText
      documentId={documentId}
      answer={answer}
      connection={connection}
      labels={labels}
      conversation={conversation}
      {...(onPropose === undefined ? {} : { onPropose })}
    />
  );
}
