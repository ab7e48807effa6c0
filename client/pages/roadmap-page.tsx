import '../ui/words/register.ts';
import '../ui/words/roadmap.ts';
import { Route, Switch, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { RoadmapAnswer } from '../../shared/api/milestone.ts';
import { momentInUtc } from '../../shared/messages/moments.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useRegister } from '../api/register/use-register.ts';
import { failureIn } from '../api/request.ts';
import { useRoadmap } from '../api/roadmap.ts';
import { readReceivedFilter } from '../features/roadmap/addresses.ts';
import { ReceivedList } from '../features/roadmap/received-list.tsx';
import { RoadmapView } from '../features/roadmap/roadmap-view.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PrintIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';
import { NothingHere } from './not-found-page.tsx';

interface PageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/roadmap`, and below it what was received at a station. */
export default function RoadmapPage({ id, answer }: PageProps) {
  return (
    <Switch>
      <Route path="/d/:id/roadmap">
        <TimelinePage id={id} answer={answer} />
      </Route>
      <Route path="/d/:id/roadmap/received/:station">
        {({ station }) => <ReceivedPage id={id} answer={answer} station={station} />}
      </Route>
      <Route>
        <NothingHere />
      </Route>
    </Switch>
  );
}

function TimelinePage({ id, answer }: PageProps) {
  const { t } = useMessages();
  const roadmap = useRoadmap(id, answer?.abilities['register.view'].allowed === true);
  return (
    <DocumentPage
      title={t('roadmap.title')}
      lead={t('roadmap.lead')}
      answer={answer}
      action="register.view"
      acts={
        <span className="row no-print">
          <Button small onClick={() => window.print()}>
            <PrintIcon className="icon" /> {t('common.print')}
          </Button>
        </span>
      }
    >
      {(known) =>
        roadmap.data !== undefined ? (
          <RoadmapView answer={known} roadmap={roadmap.data} />
        ) : roadmap.error !== null ? (
          <FailureNotice failure={failureIn(roadmap.error)} onRetry={() => void roadmap.refetch()} />
        ) : (
          <ListSkeleton lines={6} />
        )
      }
    </DocumentPage>
  );
}

function ReceivedPage({ id, answer, station }: PageProps & { station: string }) {
  const { t, locale } = useMessages();
  const roadmap = useRoadmap(id, answer?.abilities['register.view'].allowed === true);
  const found = roadmap.data === undefined ? null : periodOf(roadmap.data, station);
  const name = found?.name ?? null;
  const title =
    station !== 'since'
      ? t('roadmap.listOf.title', { name: name ?? '' })
      : name === null
        ? t('roadmap.listOf.titleAll')
        : t('roadmap.listOf.titleSince', { name });
  const said = (iso: string): string => momentInUtc(iso, locale);
  const lead = (): string | undefined => {
    const { from = null, to = null } = found?.period ?? {};
    if (from !== null && to !== null) return t('roadmap.listOf.between', { from: said(from), to: said(to) });
    if (to !== null) return t('roadmap.listOf.until', { to: said(to) });
    return from === null ? undefined : t('roadmap.listOf.after', { from: said(from) });
  };
  const text = lead();
  return (
    <DocumentPage
      title={title}
      answer={answer}
      action="register.view"
      {...(text === undefined ? {} : { lead: text })}
    >
      {() =>
        roadmap.error !== null && roadmap.data === undefined ? (
          <FailureNotice failure={failureIn(roadmap.error)} onRetry={() => void roadmap.refetch()} />
        ) : roadmap.data === undefined ? (
          <ListSkeleton lines={6} />
        ) : found === null ? (
          <NothingHere />
        ) : (
          <Received id={id} station={station} found={found} />
        )
      }
    </DocumentPage>
  );
}

function Received({ id, station, found }: { id: DocumentId; station: string; found: Found }) {
  const view = useRegister(id);
  const filter = readReceivedFilter(useSearch());
  if (!view.ready)
    return view.failure === null ? <ListSkeleton lines={6} /> : <FailureNotice failure={view.failure} />;
  return (
    <ReceivedList
      documentId={id}
      station={station}
      period={found.period}
      received={found.received}
      view={view}
      filter={filter}
    />
  );
}

interface Found {
  readonly period: RoadmapAnswer['since']['period'];
  readonly received: RoadmapAnswer['since']['received'];
  /** Of the station; for `since`, of the last one reached. */
  readonly name: string | null;
}

function periodOf({ stations, since }: RoadmapAnswer, station: string): Found | null {
  if (station === 'since') {
    const last = stations.findLast(({ milestone }) => milestone.actual !== null);
    return { period: since.period, received: since.received, name: last?.milestone.name ?? null };
  }
  const one = stations.find(({ milestone }) => milestone.id === station);
  return one === undefined || one.period === null
    ? null
    : { period: one.period, received: one.received, name: one.milestone.name };
}
