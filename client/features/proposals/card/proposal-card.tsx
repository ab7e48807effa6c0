import './card.css';
import { Link } from 'wouter';
import { dispositionId } from '../../../../shared/model/disposition.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Byline } from '../../../ui/byline.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { proposalAddress } from '../addresses.ts';
import { Amendment } from '../amendment/amendment.tsx';
import type { ShownChange } from '../amendment/shown-change.ts';
import { DispositionBadge } from './disposition-badge.tsx';
import { delegationName, sponsorsOf } from './names.ts';
import { Stances } from './stances.tsx';

interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly changes: readonly ShownChange[];
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
  /** How many changes the proposal has, where not all of them are shown here. */
  readonly of?: number;
  /** Without the names of paragraphs, where the page around says which one it is about. */
  readonly bare?: boolean;
  readonly mayAnswer: boolean;
  /** Rank of its heading. */
  readonly heading?: 'h2' | 'h3';
}

/** A proposal in short: who, what it changes, where it stands, and what became of it. */
export function ProposalCard({
  proposal,
  changes,
  view,
  paragraphs,
  of = changes.length,
  bare = false,
  mayAnswer,
  heading: Heading = 'h3',
}: ProposalCardProps) {
  const { t } = useMessages();
  const { documentId } = proposal;
  const disposition = view.rows.disposition.get(dispositionId({ noun: 'proposal', id: proposal.id }));
  const elsewhere = of - changes.length;
  const sponsors = sponsorsOf(proposal).map((id) => delegationName(view, id));
  const who = signatoryOf(view, proposal.by);
  return (
    <article className="proposal-card" data-withdrawn={proposal.withdrawnAt !== null || undefined}>
      <Heading className="visually-hidden">
        {t('proposals.by', { who: who.onBehalfOf ?? who.delegation })}
      </Heading>
      <div className="proposal-card-head">
        <Byline {...who} />
        <DispositionBadge disposition={disposition} withdrawn={proposal.withdrawnAt !== null} />
      </div>
      {proposal.visibility === 'delegation' ? (
        <p className="badge badge-warn">{t('proposals.private', { delegation: who.delegation })}</p>
      ) : null}
      {sponsors.length === 0 ? null : (
        <p className="small soft">{t('proposals.sponsors.with', { names: sponsors })}</p>
      )}
      {changes.map((shown) => (
        <Amendment key={shown.change.id} shown={shown} paragraphs={paragraphs} bare={bare} />
      ))}
      {elsewhere === 0 ? null : (
        <p className="small soft">{t('proposals.onPackage', { count: elsewhere })}</p>
      )}
      {proposal.rationale === '' ? null : (
        <p className="proposal-rationale" dir="auto">
          {proposal.rationale}
        </p>
      )}
      <Stances documentId={documentId} proposal={proposal.id} mayAnswer={mayAnswer} />
      <p>
        <Link href={proposalAddress(documentId, proposal.id)}>{t('proposals.open')}</Link>
      </p>
    </article>
  );
}
