import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { useDocument } from '../api/documents.ts';
import { failureIn } from '../api/request.ts';
import { DocumentFrame } from '../frame/document-frame.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { TextSkeleton } from '../ui/skeleton.tsx';
import { latePage } from './late-page.tsx';
import { NothingHere } from './not-found-page.tsx';
import { ReadPage } from './read-page.tsx';

const draftPage = () => import('./draft-page.tsx');
// The editor is the heaviest page: where the address asks for it, its code is fetched while the rest still starts.
if (/\/draft\/?$/.test(location.pathname)) void draftPage();

const DraftPage = latePage(draftPage);
const DeclarationsPage = latePage(() => import('./declarations-page.tsx'));
const DialoguePage = latePage(() => import('./dialogue-page.tsx'));
const VersionsPage = latePage(() => import('./versions-page.tsx'));
const ComparePage = latePage(() => import('./compare-page.tsx'));
const HistoryPage = latePage(() => import('./history-page.tsx'));
const AuthorsPage = latePage(() => import('./authors-page.tsx'));
const InputsPage = latePage(() => import('./inputs-page.tsx'));
const NoticesPage = latePage(() => import('./notices-page.tsx'));
const OutcomesPage = latePage(() => import('./outcomes-page.tsx'));
const PositionsPage = latePage(() => import('./positions-page.tsx'));
const ProposalsPage = latePage(() => import('./proposals-page.tsx'));
const RoadmapPage = latePage(() => import('./roadmap-page.tsx'));
const RollingPage = latePage(() => import('./rolling-page.tsx'));
const StatementsPage = latePage(() => import('./statements-page.tsx'));
const SynthesisPage = latePage(() => import('./synthesis-page.tsx'));
const PublishPage = latePage(() => import('./publish-page.tsx'));
const MembersPage = latePage(() => import('./members-page.tsx'));
const SilencePage = latePage(() => import('./silence-page.tsx'));
const SettingsPage = latePage(() => import('./settings-page.tsx'));
const RecordPage = latePage(() => import('./record-page.tsx'));
const AuditPage = latePage(() => import('./audit-page.tsx'));

/** Pages by the last part of their path. */
const PAGES = [
  ['draft', DraftPage],
  ['declarations/*?', DeclarationsPage],
  ['dialogue', DialoguePage],
  ['versions', VersionsPage],
  ['compare', ComparePage],
  ['history', HistoryPage],
  ['authors', AuthorsPage],
  ['inputs', InputsPage],
  ['notices', NoticesPage],
  ['outcomes', OutcomesPage],
  ['statements/*?', StatementsPage],
  ['synthesis', SynthesisPage],
  ['positions/*?', PositionsPage],
  ['proposals/*?', ProposalsPage],
  ['roadmap/*?', RoadmapPage],
  ['rolling', RollingPage],
  ['publish', PublishPage],
  ['members', MembersPage],
  ['settings', SettingsPage],
  ['silence', SilencePage],
  ['record', RecordPage],
  ['audit', AuditPage],
] as const;

/** Everything below `/d/:id`. Pages begin to load beside the document's summary, not after it. */
export function DocumentPages({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  const summary = useDocument(id);
  if (summary.error !== null && summary.data === undefined)
    return (
      <DocumentFrame id={id} answer={undefined}>
        <div className="page page-narrow">
          <FailureNotice failure={failureIn(summary.error)} onRetry={() => void summary.refetch()} />
        </div>
      </DocumentFrame>
    );
  const answer = summary.data;
  const waiting = <TextSkeleton heading={answer?.document.title ?? t('common.loading')} />;
  return (
    <DocumentFrame id={id} answer={answer}>
      {/* For parts of pages that are fetched when they are first shown. */}
      <Suspense fallback={waiting}>
        <Switch>
          <Route path="/d/:id">{answer === undefined ? waiting : <FirstPart answer={answer} />}</Route>
          <Route path="/d/:id/v/:version">
            {({ version }) => <ReadPage id={id} version={version} answer={answer} />}
          </Route>
          <Route path="/d/:id/history/:paragraph">
            {({ paragraph }) => (
              <HistoryPage id={id} answer={answer} paragraph={paragraph as unknown as ParagraphId} />
            )}
          </Route>
          <Route path="/d/:id/dialogue/:current">
            {({ current }) => <DialoguePage id={id} answer={answer} current={current} />}
          </Route>
          <Route path="/d/:id/synthesis/:version">
            {({ version }) => (
              <SynthesisPage id={id} answer={answer} version={version as unknown as VersionId} />
            )}
          </Route>
          <Route path="/d/:id/outcomes/delegation/:delegation">
            {({ delegation }) => (
              <OutcomesPage id={id} answer={answer} delegation={delegation as unknown as DelegationId} />
            )}
          </Route>
          <Route path="/d/:id/outcomes/paragraph/:paragraph">
            {({ paragraph }) => (
              <OutcomesPage id={id} answer={answer} paragraph={paragraph as unknown as ParagraphId} />
            )}
          </Route>
          {PAGES.map(([path, Page]) => (
            <Route key={path} path={`/d/:id/${path}`}>
              <Page id={id} answer={answer} />
            </Route>
          ))}
          <Route>
            <NothingHere />
          </Route>
        </Switch>
      </Suspense>
    </DocumentFrame>
  );
}

/** Where the bare address of a document leads: the latest version, or the working text before the first. */
function FirstPart({ answer }: { answer: DocumentAnswer }) {
  const to = answer.versions.length > 0 ? 'v/latest' : 'draft';
  return <Redirect to={`/d/${answer.document.id}/${to}`} replace />;
}
