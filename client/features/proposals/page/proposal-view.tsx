import '../card/card.css';
import '../deciding/deciding.css';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Byline } from '../../../ui/byline.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { proposalAddress } from '../addresses.ts';
import { Amendment } from '../amendment/amendment.tsx';
import { DispositionBadge } from '../card/disposition-badge.tsx';
import { delegationName, speakerName } from '../card/names.ts';
import { Stances } from '../card/stances.tsx';
import { Deciding } from '../deciding/deciding.tsx';
import { isOpen, openProposals } from '../list/open-proposals.ts';
import { textUnder } from '../text/text-under.ts';
import { CompromiseSection } from './compromise-section.tsx';
import { DispositionSection, dispositionOf, isBeingTakenUp } from './disposition-section.tsx';
import { HistoryList } from './history-list.tsx';
import { OwnActs } from './own-acts.tsx';
import { Sponsors } from './sponsors.tsx';

interface ProposalViewProps {
  readonly answer: DocumentAnswer;
  readonly proposal: Proposal;
  readonly revision: number;
  readonly view: RegisterView;
  /** The text that proposals are shown against, as it stands. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** Whether that is the working text, which alone can be decided upon. */
  readonly working: boolean;
  /** The thread of comments on this proposal. */
  readonly comments?: ReactNode;
}

/** One proposal, whole: its amendment on the text of this moment, who stands behind it, and what became of it. */
export function ProposalView({
  answer,
  proposal,
  revision,
  view,
  paragraphs: latest,
  working,
  comments,
}: ProposalViewProps) {
  const { t } = useMessages();
  const paragraphs = useDeferredValue(latest);
  const shown = useMemo(() => textUnder(proposal, paragraphs, view), [proposal, paragraphs, view]);
  const disposition = dispositionOf(view, proposal);
  const open = isOpen(view, proposal) && !isBeingTakenUp(view, proposal);
  const mayWrite = answer.abilities['proposal.write'].allowed;
  const mayDecide = answer.abilities['disposition.decide'].allowed && proposal.visibility === 'public';
  const amended = proposal.amends === null ? undefined : view.rows.proposal.get(proposal.amends);
  const amendments = [...view.rows.proposal.values()].filter(({ amends }) => amends === proposal.id);
  const others = useMemo(
    () => openProposals(view).filter(({ id }) => id !== proposal.id),
    [view, proposal.id],
  );
  return (
    <div className="proposal-page">
      <div className="proposal-card-head">
        <Byline {...signatoryOf(view, proposal.by)} />
        <DispositionBadge disposition={disposition} withdrawn={proposal.withdrawnAt !== null} />
      </div>
      {proposal.visibility === 'delegation' ? (
        <p>
          <span className="badge badge-warn">
            {t('proposals.private', { delegation: delegationName(view, proposal.by.delegationId) })}
          </span>
        </p>
      ) : null}
      {proposal.editedAt === null ? null : (
        <p className="small soft">
          {t('proposals.edited')} <Moment iso={proposal.editedAt} short zone={false} />
        </p>
      )}
      {proposal.withdrawnAt === null ? null : (
        <p className="small soft">
          {t('proposals.withdrawnAt')} <Moment iso={proposal.withdrawnAt} short zone={false} />
        </p>
      )}
      {amended === undefined ? null : (
        <p>
          <Link href={proposalAddress(proposal.documentId, amended.id)}>
            {t('proposals.amendsOther', { who: speakerName(view, amended.by) })}
          </Link>
        </p>
      )}
      {shown.map((each) => (
        <Amendment key={each.change.id} shown={each} paragraphs={paragraphs} />
      ))}
      <section aria-labelledby="proposal-rationale">
        <h2 className="section-title" id="proposal-rationale">
          {t('proposals.rationale')}
        </h2>
        <p className={proposal.rationale === '' ? 'soft' : 'proposal-rationale'} dir="auto">
          {proposal.rationale === '' ? t('proposals.noRationale') : proposal.rationale}
        </p>
      </section>
      <OwnActs proposal={proposal} view={view} mayWrite={mayWrite} open={open} />
      <DispositionSection proposal={proposal} view={view} paragraphs={paragraphs} />
      <CompromiseSection
        proposal={proposal}
        view={view}
        paragraphs={paragraphs}
        open={open}
        mayWrite={answer.abilities['disposition.answer'].allowed}
      />
      {open && mayDecide && working ? (
        <Deciding proposal={proposal} revision={revision} paragraphs={latest} others={others} view={view} />
      ) : null}
      <section className="section" aria-labelledby="proposal-stances">
        <h2 className="section-title" id="proposal-stances">
          {t('proposals.stance.title')}
        </h2>
        <Stances
          documentId={proposal.documentId}
          proposal={proposal.id}
          mayAnswer={proposal.withdrawnAt === null && answer.abilities['comment.write'].allowed}
        />
      </section>
      <Sponsors proposal={proposal} view={view} mayWrite={mayWrite} open={open} />
      {amendments.length === 0 ? null : (
        <section className="section" aria-labelledby="proposal-amendments">
          <h2 className="section-title" id="proposal-amendments">
            {t('proposals.amendedBy')}
          </h2>
          <ul>
            {amendments.map((each) => (
              <li key={each.id}>
                <Link href={proposalAddress(proposal.documentId, each.id)}>
                  {t('proposals.by', { who: speakerName(view, each.by) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {comments === undefined ? null : (
        <section className="section" aria-labelledby="proposal-comments">
          <h2 className="section-title" id="proposal-comments">
            {t('proposals.comments')}
          </h2>
          {comments}
        </section>
      )}
      <HistoryList proposal={proposal} revision={revision} view={view} />
    </div>
  );
}
