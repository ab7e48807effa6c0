import { useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { Station } from '../../../shared/model/roadmap.ts';
import { failureIn } from '../../api/request.ts';
import { useChangeMilestone } from '../../api/roadmap.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { reachedToday, withSuggested } from './milestone-draft.ts';
import { PublishedVersions } from './published-versions.tsx';
import { ReceivedCounts } from './received-counts.tsx';
import { isAsPlanned, stateOf } from './station-state.ts';
import { WindowTimes } from './window-times.tsx';

const MilestoneForm = late(async () => ({ default: (await import('./milestone-form.tsx')).MilestoneForm }));
const OpenWindow = late(async () => ({ default: (await import('./open-window.tsx')).OpenWindow }));

interface StationViewProps {
  readonly answer: DocumentAnswer;
  readonly station: Station;
  /** The station reached before it. */
  readonly previous: string | null;
  readonly now: IsoTime;
}

/** One station: its day at the start, then what it is, what was published and received, and what one may do. */
export function StationView({ answer, station, previous, now }: StationViewProps) {
  const { t, locale } = useMessages();
  const { milestone, window, versions, received, period } = station;
  const { id } = answer.document;
  const state = stateOf(station, now);
  const mayChange = answer.abilities['roadmap.change'].allowed;
  const [open, setOpen] = useState<'change' | 'open' | null>(null);
  const planned = dateInUtc(milestone.planned, locale);
  const date = milestone.actual ?? milestone.planned;
  const close = (): void => setOpen(null);
  return (
    <li className="roadmap-station" data-state={state} id={`m-${milestone.id}`}>
      <div className="roadmap-date">
        <time dateTime={date}>{dateInUtc(date, locale)}</time>
        <span className="roadmap-planned">
          {milestone.actual === null
            ? null
            : isAsPlanned(milestone)
              ? t('roadmap.asPlanned')
              : t('roadmap.plannedFor', { date: planned })}
        </span>
      </div>
      <span className="roadmap-mark" aria-hidden />
      <div className="roadmap-body">
        <h2>
          <bdi>{milestone.name}</bdi>
        </h2>
        <p className="roadmap-kind">
          <span
            className={
              state === 'open' ? 'badge badge-live' : state === 'overdue' ? 'badge badge-warn' : 'badge'
            }
          >
            {t(`roadmap.state.${state}`)}
          </span>{' '}
          {milestone.name === t(`roadmap.kind.${milestone.kind}`) ? null : (
            <span className="soft">{t(`roadmap.kind.${milestone.kind}`)}</span>
          )}
          {state === 'overdue' ? <span className="soft"> {t('roadmap.overdueHelp')}</span> : null}
        </p>
        {milestone.window === null || window === null ? null : (
          <WindowTimes window={milestone.window} at={window} now={now} />
        )}
        <PublishedVersions answer={answer} versions={versions} />
        {period === null ? null : (
          <ReceivedCounts
            documentId={id}
            station={milestone.id}
            title={previous === null ? t('roadmap.receivedFirst') : t('roadmap.received', { name: previous })}
            received={received}
          />
        )}
        {mayChange ? (
          <StationActs answer={answer} station={station} now={now} open={open} onOpen={setOpen} />
        ) : null}
        {open === null ? null : open === 'change' ? (
          <MilestoneForm documentId={id} milestone={milestone} versions={answer.versions} onClose={close} />
        ) : (
          <OpenWindow documentId={id} milestone={milestone} now={now} onClose={close} />
        )}
      </div>
    </li>
  );
}

interface StationActsProps {
  readonly answer: DocumentAnswer;
  readonly station: Station;
  readonly now: IsoTime;
  readonly open: 'change' | 'open' | null;
  readonly onOpen: (what: 'change' | 'open') => void;
}

/** What facilitators do with a station; and what has happened that it does not say yet. */
function StationActs({ answer, station, now, open, onOpen }: StationActsProps) {
  const { t, locale } = useMessages();
  const { milestone, window, suggested } = station;
  const { name } = milestone;
  const { document } = answer;
  const change = useChangeMilestone(document.id);
  const state = stateOf(station, now);
  const say = { onSuccess: () => announce(t('roadmap.form.saved', { name })) };
  const mayOpen =
    state !== 'reached' &&
    state !== 'open' &&
    (window !== null || milestone.kind === 'consultation') &&
    document.phase !== 'silence' &&
    document.adoption === undefined;
  const due = state === 'overdue' || milestone.planned.slice(0, 10) === now.slice(0, 10);
  return (
    <>
      {suggested === null ? null : (
        <p className="roadmap-suggested no-print">
          {t(`roadmap.suggest.${suggested.why}`, {
            name: answer.versions.find(({ id }) => id === suggested.version)?.name ?? '',
            date: dateInUtc(suggested.at, locale),
          })}{' '}
          <Button
            small
            busy={change.isPending}
            aria-label={t('roadmap.suggest.takeOf', { name })}
            onClick={() =>
              change.mutate({ ...withSuggested(milestone, suggested), milestone: milestone.id }, say)
            }
          >
            {t('roadmap.suggest.take')}
          </Button>
        </p>
      )}
      {open !== null ? null : (
        <p className="roadmap-acts no-print">
          {mayOpen ? (
            <Button small aria-label={t('roadmap.acts.openOf', { name })} onClick={() => onOpen('open')}>
              {t('roadmap.acts.open')}
            </Button>
          ) : null}
          {due && state !== 'reached' && window === null && suggested === null ? (
            <Button
              small
              busy={change.isPending}
              aria-label={t('roadmap.acts.reachedOf', { name })}
              onClick={() =>
                change.mutate({ ...reachedToday(milestone, new Date(now)), milestone: milestone.id }, say)
              }
            >
              {t('roadmap.acts.reached')}
            </Button>
          ) : null}
          <Button
            small
            tone="quiet"
            aria-label={t('roadmap.acts.changeOf', { name })}
            onClick={() => onOpen('change')}
          >
            {t('roadmap.acts.change')}
          </Button>
        </p>
      )}
      {change.error === null ? null : <FailureNotice failure={failureIn(change.error)} />}
    </>
  );
}
