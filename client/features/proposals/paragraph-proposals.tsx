import './card/card.css';
import '../../ui/words/changes.ts';
import '../../ui/words/drafting.ts';
import '../../ui/words/proposals.ts';
import '../../ui/words/register.ts';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { AnchoredText } from '../../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { useDocument } from '../../api/documents.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { type Command, useRegisterCommands } from '../../ui/commands.ts';
import { type Messages, useMessages } from '../../ui/messages.ts';
import { competingAddress } from './addresses.ts';
import { ProposalCard } from './card/proposal-card.tsx';
import { rivalsOn } from './competing/competing-proposals.tsx';
import { WriteProposal } from './composer/write-proposal.tsx';
import { useText } from './text/use-text.ts';

export interface ParagraphProposalsProps {
  readonly documentId: DocumentId;
  readonly text: AnchoredText;
  readonly paragraph: ParagraphId;
  /** The text, where the page around has it: then nothing is asked for. */
  readonly paragraphs?: readonly LabelledParagraph[];
  /** Opens the composer at once, with these words of the paragraph chosen. */
  readonly writing?: { readonly start: number; readonly end: number; readonly isCut?: boolean } | null;
  readonly onWritten?: () => void;
}

/** The key beside that of comments; in the palette as well. */
const KEY = 'Mod+Alt+P';

const commandsOf = (mayWrite: boolean, t: Messages['t'], run: () => void): readonly Command[] =>
  mayWrite
    ? [{ id: 'proposals.propose', group: 'act', name: t('proposals.command.propose'), keys: KEY, run }]
    : [];

/** Beside a text: the open proposals on one paragraph, and writing another without leaving the text. */
export default function ParagraphProposals({
  documentId,
  text,
  paragraph,
  paragraphs: given,
  writing = null,
  onWritten,
}: ParagraphProposalsProps) {
  const { t } = useMessages();
  const { data: answer } = useDocument(documentId);
  const view = useRegister(documentId);
  const { paragraphs } = useText(documentId, text, given);
  const [asked, setAsked] = useState(false);
  const rivals = useMemo(
    () => (paragraphs === null ? [] : rivalsOn(view, paragraph, paragraphs)),
    [view, paragraph, paragraphs],
  );
  const mayWrite = answer?.abilities['proposal.write'].allowed === true;
  const commands = useMemo(() => commandsOf(mayWrite, t, () => setAsked(true)), [mayWrite, t]);
  useRegisterCommands(commands);
  if (answer === undefined || paragraphs === null || !view.ready) return null;
  const open = mayWrite && (asked || writing !== null);
  const close = (): void => {
    setAsked(false);
    onWritten?.();
  };
  const proposals = [...new Map(rivals.map(({ proposal }) => [proposal.id, proposal])).values()];
  return (
    <section className="paragraph-proposals" aria-label={t('proposals.title')}>
      {open && writing?.isCut ? <p className="notice notice-warn small">{t('proposals.write.cut')}</p> : null}
      {open && answer.me !== null ? (
        <WriteProposal
          documentId={documentId}
          me={answer.me}
          view={view}
          paragraphs={paragraphs}
          begin={{ text, paragraph, ...(writing ?? {}) }}
          onSent={close}
          onClose={close}
        />
      ) : null}
      {proposals.length > 1 ? (
        <p className="small">
          <Link href={competingAddress(documentId, paragraph)}>{t('proposals.competing.compare')}</Link>
        </p>
      ) : null}
      <ul className="proposal-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <ProposalCard
              proposal={proposal}
              changes={rivals.filter((rival) => rival.proposal === proposal).map(({ shown }) => shown)}
              of={proposal.changes.length}
              view={view}
              paragraphs={paragraphs}
              bare
              mayAnswer={answer.abilities['comment.write'].allowed}
            />
          </li>
        ))}
      </ul>
      {mayWrite && !open ? (
        <Button small onClick={() => setAsked(true)}>
          {t('proposals.write.open')}
        </Button>
      ) : null}
    </section>
  );
}
