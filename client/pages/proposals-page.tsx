import '../ui/words/changes.ts';
import '../ui/words/drafting.ts';
import '../ui/words/proposals.ts';
import '../ui/words/register.ts';
import type { ReactNode } from 'react';
import { Link, Route, Switch, useLocation, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { AnchoredText } from '../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId, ProposalId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { CHANGE_ACTS } from '../../shared/model/proposal.ts';
import { type RegisterView, useRegister } from '../api/register/use-register.ts';
import {
  newProposalAddress,
  proposalAddress,
  proposalsAddress,
  readBegin,
} from '../features/proposals/addresses.ts';
import { speakerName } from '../features/proposals/card/names.ts';
import { CompetingProposals } from '../features/proposals/competing/competing-proposals.tsx';
import { EditOwnProposal } from '../features/proposals/composer/edit-own-proposal.tsx';
import { shelfOf } from '../features/proposals/composer/use-draft.ts';
import { WriteProposal } from '../features/proposals/composer/write-proposal.tsx';
import { DraftList } from '../features/proposals/list/draft-list.tsx';
import { ProposalList } from '../features/proposals/list/proposal-list.tsx';
import { ProposalView } from '../features/proposals/page/proposal-view.tsx';
import { useText } from '../features/proposals/text/use-text.ts';
import { buttonClass } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';
import { NothingHere } from './not-found-page.tsx';

const ProposalThread = late(() => import('../features/dialogue/proposal-thread.tsx'), {
  waiting: () => <ListSkeleton lines={1} />,
});

interface PageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/proposals` and everything below: the list, one proposal, those on one paragraph, writing one. */
export default function ProposalsPage({ id, answer }: PageProps) {
  return (
    <Switch>
      <Route path="/d/:id/proposals">
        <ListPage id={id} answer={answer} />
      </Route>
      <Route path="/d/:id/proposals/new">
        <NewPage id={id} answer={answer} />
      </Route>
      <Route path="/d/:id/proposals/on/:paragraph">
        {({ paragraph }) => (
          <CompetingPage id={id} answer={answer} paragraph={decodeURIComponent(paragraph) as ParagraphId} />
        )}
      </Route>
      <Route path="/d/:id/proposals/:proposal/edit">
        {({ proposal }) => <OnePage id={id} answer={answer} proposal={proposal as ProposalId} editing />}
      </Route>
      <Route path="/d/:id/proposals/:proposal">
        {({ proposal }) => <OnePage id={id} answer={answer} proposal={proposal as ProposalId} />}
      </Route>
    </Switch>
  );
}

/** The text that proposals are shown against: the working text for those who see it, else the latest version. */
export const textShown = (answer: DocumentAnswer): AnchoredText =>
  answer.abilities['text.view'].allowed
    ? 'working'
    : (answer.versions.toSorted((a, b) => b.ordinal - a.ordinal)[0]?.id ?? 'working');

interface ReadyProps {
  readonly answer: DocumentAnswer;
  readonly text: AnchoredText;
  readonly children: (view: RegisterView, paragraphs: readonly LabelledParagraph[]) => ReactNode;
}

/** Waits for register and text. */
function Ready({ answer, text, children }: ReadyProps) {
  const { id } = answer.document;
  const view = useRegister(id);
  const { paragraphs, failure } = useText(id, text);
  const failed = failure ?? (view.ready ? null : view.failure);
  if (failed !== null) return <FailureNotice failure={failed} />;
  if (!view.ready || paragraphs === null) return <ListSkeleton />;
  return children(view, paragraphs);
}

function ListPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  return (
    <DocumentPage
      title={t('proposals.title')}
      lead={t('proposals.lead')}
      answer={answer}
      action="register.view"
      acts={
        answer?.abilities['proposal.write'].allowed === true ? (
          <Link className={buttonClass('primary', false)} href={newProposalAddress(id, {})}>
            {t('proposals.write.open')}
          </Link>
        ) : undefined
      }
    >
      {(known) => (
        <>
          {known.me === null ? null : <DraftList documentId={id} me={known.me} />}
          <Ready answer={known} text={textShown(known)}>
            {(view, paragraphs) => <ProposalList answer={known} view={view} paragraphs={paragraphs} />}
          </Ready>
        </>
      )}
    </DocumentPage>
  );
}

function NewPage({ id, answer }: PageProps) {
  const { t } = useMessages();
  const search = useSearch();
  const [, go] = useLocation();
  const begin = readBegin(search, CHANGE_ACTS);
  return (
    <DocumentPage
      title={t(begin.amends === undefined ? 'proposals.write.title' : 'proposals.write.titleAmend')}
      answer={answer}
      action="proposal.write"
    >
      {(known) => {
        const { me } = known;
        const kept =
          begin.draft === undefined || me === null ? null : shelfOf(id, me.participant.id).read(begin.draft);
        const text = kept?.text ?? begin.text ?? textShown(known);
        return (
          <Ready answer={known} text={text}>
            {(view, paragraphs) =>
              me === null ? null : (
                <WriteProposal
                  key={search}
                  documentId={id}
                  me={me}
                  view={view}
                  paragraphs={paragraphs}
                  begin={{ ...begin, text }}
                  onSent={(entry) => go(proposalAddress(id, entry.id as ProposalId), { replace: true })}
                  onClose={() => go(proposalsAddress(id), { replace: true })}
                />
              )
            }
          </Ready>
        );
      }}
    </DocumentPage>
  );
}

interface OnePageProps extends PageProps {
  readonly proposal: ProposalId;
  readonly editing?: boolean;
}

function OnePage({ id, answer, proposal: proposalId, editing = false }: OnePageProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const view = useRegister(id);
  const proposal = view.rows.proposal.get(proposalId);
  const revision = view.revisions.get(`proposal:${proposalId}`) ?? 1;
  const who = proposal === undefined ? '' : speakerName(view, proposal.by);
  if (view.ready && proposal === undefined) return <NothingHere />;
  const title = editing
    ? t('proposals.write.titleEdit')
    : proposal === undefined
      ? t('proposals.title')
      : t('proposals.by', { who });
  return (
    <DocumentPage title={title} answer={answer} action={editing ? 'proposal.write' : 'register.view'}>
      {(known) => {
        if (proposal === undefined) return <ListSkeleton />;
        const text = textShown(known);
        if (editing)
          return (
            <Ready answer={known} text={proposal.text}>
              {(now, paragraphs) =>
                known.me === null ? null : (
                  <EditOwnProposal
                    me={known.me}
                    view={now}
                    paragraphs={paragraphs}
                    proposal={proposal}
                    revision={revision}
                    onClose={() => go(proposalAddress(id, proposal.id), { replace: true })}
                  />
                )
              }
            </Ready>
          );
        return (
          <Ready answer={known} text={text}>
            {(now, paragraphs) => (
              <ProposalView
                answer={known}
                proposal={proposal}
                revision={revision}
                view={now}
                paragraphs={paragraphs}
                working={text === 'working'}
                comments={
                  <ProposalThread
                    answer={known}
                    proposal={proposal.id}
                    open={proposal.withdrawnAt === null}
                  />
                }
              />
            )}
          </Ready>
        );
      }}
    </DocumentPage>
  );
}

function CompetingPage({ answer, paragraph }: PageProps & { readonly paragraph: ParagraphId }) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('proposals.competing.compare')} answer={answer} action="register.view">
      {(known) => (
        <Ready answer={known} text={textShown(known)}>
          {(view, paragraphs) => {
            const found = paragraphs.find(({ id }) => id === paragraph);
            return found === undefined ? (
              <Notice tone="warn" title={t('proposals.gone')} />
            ) : (
              <CompetingProposals view={view} paragraph={found} paragraphs={paragraphs} />
            );
          }}
        </Ready>
      )}
    </DocumentPage>
  );
}
