import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Field } from '../../ui/field.tsx';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { MatrixView } from './matrix-view.tsx';
import { POSITION_VIEWS, type PositionViewName, positionsAddress } from './positions-address.ts';
import type { PositionScene } from './scene.ts';
import { usePositionsAddress } from './use-positions-address.ts';
import './positions.css';
import './positions-panel.css';

const Waiting = () => <ListSkeleton lines={8} />;
const MyPositions = late(async () => ({ default: (await import('./my-positions.tsx')).MyPositions }), {
  waiting: Waiting,
});
const GroupsView = late(async () => ({ default: (await import('./groups-view.tsx')).GroupsView }), {
  waiting: Waiting,
});
const ConsensusView = late(async () => ({ default: (await import('./consensus-view.tsx')).ConsensusView }), {
  waiting: Waiting,
});
const ContestedView = late(async () => ({ default: (await import('./contested-view.tsx')).ContestedView }), {
  waiting: Waiting,
});
const PairsView = late(async () => ({ default: (await import('./pairs-view.tsx')).PairsView }), {
  waiting: Waiting,
});
const SilentView = late(async () => ({ default: (await import('./silent-view.tsx')).SilentView }), {
  waiting: Waiting,
});

/** Views of one section of the text, if one is chosen. */
const SECTIONED: readonly PositionViewName[] = ['matrix', 'silent'];

/** The views of the positions on one version, each with an address of its own. */
export function PositionsScreen({ scene }: { scene: PositionScene }) {
  const { t } = useMessages();
  const { documentId } = scene.version;
  const [address, change] = usePositionsAddress(documentId);
  const mayTake = scene.me !== null && scene.answer.abilities['position.record'].allowed;
  const common = { scene, address, onChange: change };
  const views: Readonly<Record<(typeof POSITION_VIEWS)[number], () => ReactNode>> = {
    matrix: () => <MatrixView {...common} />,
    mine: () => <MyPositions {...common} />,
    groups: () => <GroupsView scene={scene} />,
    consensus: () => <ConsensusView {...common} />,
    contested: () => <ContestedView {...common} />,
    pairs: () => <PairsView scene={scene} />,
    silent: () => <SilentView {...common} />,
  };
  const newestFirst = scene.answer.versions.toSorted((a, b) => b.ordinal - a.ordinal);
  return (
    <div className="positions" data-view={address.view}>
      <div className="positions-top">
        <nav className="positions-views" aria-label={t('positions.views.name')}>
          {POSITION_VIEWS.filter((view) => view !== 'mine' || mayTake).map((view) => (
            <Link
              key={view}
              href={positionsAddress(documentId, {
                view,
                version: address.version,
                section: SECTIONED.includes(view) ? address.section : null,
              })}
              aria-current={view === address.view ? 'page' : undefined}
            >
              {t(`positions.views.${view}`)}
            </Link>
          ))}
        </nav>
        <div className="positions-version">
          <Field label={t('positions.version')}>
            <select
              value={scene.version.id}
              onChange={({ target }) => {
                const chosen = newestFirst.find(({ id }) => id === target.value);
                change({ version: chosen === newestFirst[0] ? null : (chosen?.id ?? null) });
              }}
            >
              {newestFirst.map(({ id, name }, k) => (
                <option key={id} value={id}>
                  {k === 0 ? t('positions.latestMark', { name }) : name}
                </option>
              ))}
            </select>
          </Field>
        </div>
      </div>
      {scene.isLatest ? null : (
        <p className="positions-older" role="note">
          {t('positions.older', { name: scene.version.name })}{' '}
          <Link href={positionsAddress(documentId, { ...address, version: null, cell: null })}>
            {t('positions.toLatest')}
          </Link>
        </p>
      )}
      {views[address.view]()}
    </div>
  );
}
