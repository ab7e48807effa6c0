import './roadmap.css';
import { useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { RoadmapAnswer } from '../../../shared/api/milestone.ts';
import { dateInUtc, fromNow } from '../../../shared/messages/moments.ts';
import { useFreshRoadmap } from '../../api/roadmap.ts';
import { Button } from '../../ui/button.tsx';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { PublishedVersions } from './published-versions.tsx';
import { ReceivedCounts } from './received-counts.tsx';
import { nowPlace } from './station-state.ts';
import { StationView } from './station-view.tsx';

const MilestoneForm = late(async () => ({ default: (await import('./milestone-form.tsx')).MilestoneForm }));
const UsualStations = late(async () => ({ default: (await import('./usual-stations.tsx')).UsualStations }));

/** The way of a document from top to bottom: what was reached, now, what lies ahead. */
export function RoadmapView({ answer, roadmap }: { answer: DocumentAnswer; roadmap: RoadmapAnswer }) {
  const { t } = useMessages();
  const { id } = answer.document;
  useFreshRoadmap(id);
  const [adding, setAdding] = useState<'one' | 'usual' | null>(null);
  const { stations, at } = roadmap;
  const mayChange = answer.abilities['roadmap.change'].allowed;
  const place = nowPlace(stations, at);
  const before = (k: number): string | null =>
    stations.slice(0, k).findLast(({ milestone }) => milestone.actual !== null)?.milestone.name ?? null;
  const close = (): void => setAdding(null);
  const list = (from: number, to: number) =>
    stations
      .slice(from, to)
      .map((station, k) => (
        <StationView
          key={station.milestone.id}
          answer={answer}
          station={station}
          previous={before(from + k)}
          now={at}
        />
      ));
  return (
    <>
      {mayChange ? (
        <div className="roadmap-adding no-print">
          {adding === null ? (
            <p className="form-actions">
              <Button tone={stations.length === 0 ? 'plain' : 'primary'} onClick={() => setAdding('one')}>
                {t('roadmap.acts.add')}
              </Button>
              <Button tone={stations.length === 0 ? 'primary' : 'plain'} onClick={() => setAdding('usual')}>
                {t('roadmap.acts.usual')}
              </Button>
            </p>
          ) : adding === 'one' ? (
            <MilestoneForm documentId={id} milestone={null} versions={answer.versions} onClose={close} />
          ) : (
            <UsualStations documentId={id} onClose={close} />
          )}
        </div>
      ) : null}
      {stations.length === 0 ? (
        <div className="roadmap-empty">
          <p className="roadmap-empty-title">{t('roadmap.empty')}</p>
          <p className="soft">{t(mayChange ? 'roadmap.emptyFacilitator' : 'roadmap.emptyHelp')}</p>
        </div>
      ) : (
        <ol className="roadmap" aria-label={t('roadmap.list')}>
          {list(0, place)}
          <NowLine answer={answer} roadmap={roadmap} place={place} previous={before(stations.length)} />
          {list(place, stations.length)}
        </ol>
      )}
    </>
  );
}

interface NowLineProps {
  readonly answer: DocumentAnswer;
  readonly roadmap: RoadmapAnswer;
  readonly place: number;
  readonly previous: string | null;
}

/** Today, between what happened and what is planned: what comes next, and what was published and received meanwhile. */
function NowLine({ answer, roadmap, place, previous }: NowLineProps) {
  const { t, locale } = useMessages();
  const { at, since, stations } = roadmap;
  const { id } = answer.document;
  const next = stations[place]?.milestone;
  return (
    <li className="roadmap-now">
      <div className="roadmap-date">
        <time dateTime={at}>{dateInUtc(at, locale)}</time>
      </div>
      <span className="roadmap-mark" aria-hidden />
      <div className="roadmap-body">
        <h2>{t('roadmap.now')}</h2>
        <p>
          {next === undefined
            ? t('roadmap.nothingNext')
            : t('roadmap.next', { name: next.name, when: fromNow(next.planned, locale, new Date(at)) })}
        </p>
        <PublishedVersions answer={answer} versions={since.versions} />
        <ReceivedCounts
          documentId={id}
          station="since"
          title={
            previous === null ? t('roadmap.receivedFirst') : t('roadmap.receivedNow', { name: previous })
          }
          received={since.received}
        />
      </div>
    </li>
  );
}
