import './compare.css';
import './compare-side.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { useMessages } from '../../ui/messages.ts';
import { Panes } from '../../ui/panes.tsx';
import { TextSkeleton } from '../../ui/skeleton.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangeMap } from './change-map.tsx';
import { ChangeOverview } from './change-overview.tsx';
import { changeSections } from './change-sections.ts';
import { ChangeSummary } from './change-summary.tsx';
import { type CompareAddress, compareQuery } from './compare-address.ts';
import { CompareBar } from './compare-bar.tsx';
import { changesOf, entriesOf } from './entries.ts';
import { rowAddress } from './row-address.ts';
import { SectionList } from './section-list.tsx';
import { useChangeWalk } from './use-change-walk.ts';
import type { ComparisonState } from './use-comparison.ts';

/** Unchanged paragraphs shown on either side of a change. */
const CONTEXT = 1;
const NONE: readonly number[] = [];

interface CompareScreenProps {
  readonly address: CompareAddress;
  readonly onAddress: (change: Partial<CompareAddress>) => void;
  readonly versions: readonly VersionSummary[];
  readonly working: boolean;
  readonly state: ComparisonState;
  /** Address of these two texts' changes as a file. */
  readonly fileAddress: (format: 'docx' | 'html') => string;
}

/** Two texts compared: the answer first, then every change in reading order. */
export function CompareScreen(props: CompareScreenProps) {
  const { address, onAddress, versions, working, state, fileAddress } = props;
  const { t } = useMessages();
  const { compared, progress } = state;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const changes = useMemo(() => (compared === null ? NONE : changesOf(compared.comparison)), [compared]);
  const walk = useChangeWalk(changes);
  const sections = useMemo(
    () => (compared === null ? [] : changeSections(compared.comparison, compared.to.paragraphs)),
    [compared],
  );
  const entries = useMemo(
    () =>
      compared === null
        ? []
        : entriesOf(compared.comparison, { onlyChanges: address.onlyChanges, context: CONTEXT, opened }),
    [compared, address.onlyChanges, opened],
  );
  /** A folded row cannot be gone to: its fold opens first. */
  const goTo = (row: number): void => {
    if (address.view === 'summary') onAddress({ view: 'inline' });
    const fold = entries.find(
      (entry) => entry.kind === 'fold' && row >= entry.first && row < entry.first + entry.count,
    );
    if (fold?.kind === 'fold') setOpened(new Set([...opened, fold.first]));
    walk.go(row);
  };

  const goToHash = useRef(() => {});
  goToHash.current = () => {
    const row = compared?.comparison.rows.findIndex((each) => `#${rowAddress(each)}` === location.hash) ?? -1;
    if (row >= 0) goTo(row);
  };
  const ready = compared !== null;
  // The rows come after the page: the browser has looked for the anchor in vain by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once there are rows, and again when the view shows others
  useEffect(() => {
    if (ready) goToHash.current();
  }, [ready, address.view]);

  return (
    <Panes outline={<SectionList sections={sections} onGo={goTo} />}>
      <div className="compare" data-style={address.style} data-view={address.view}>
        <CompareBar
          address={address}
          versions={versions}
          working={working}
          onChange={onAddress}
          place={compared === null ? '' : walk.place}
          onStep={walk.step}
        />
        <h1 className="compare-title">
          {t('comparison.title', {
            from: compared?.from.name ?? '…',
            to: compared?.to.name ?? '…',
          })}
        </h1>
        {progress === null ? null : (
          <progress
            className="compare-progress"
            max={1}
            value={progress}
            aria-label={t('comparison.working')}
          />
        )}
        {compared === null ? (
          <TextSkeleton />
        ) : (
          <>
            <ChangeSummary comparison={compared.comparison} />
            <p className="compare-files no-print">
              {t('comparison.download')} <a href={fileAddress('docx')}>{t('comparison.asWord')}</a>{' '}
              <a href={fileAddress('html')}>{t('comparison.asHtml')}</a>
            </p>
            {address.view === 'summary' ? (
              <ChangeOverview
                compared={compared}
                redline={`${location.pathname}?${compareQuery({ ...address, view: 'inline' })}`}
              />
            ) : (
              <>
                <ChangeList
                  comparison={compared.comparison}
                  entries={entries}
                  from={compared.from}
                  to={compared.to}
                  view={address.view}
                  current={walk.current}
                  onUnfold={(first) => setOpened(new Set([...opened, first]))}
                />
                <ChangeMap comparison={compared.comparison} onGo={goTo} />
              </>
            )}
          </>
        )}
      </div>
    </Panes>
  );
}
