import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { useMemo } from 'react';
import { mostContested } from '../../../shared/domain/contested.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { ConsensusItem } from './consensus-item.tsx';
import { FrameSwitch } from './frame-switch.tsx';
import type { PositionsAddress } from './positions-address.ts';
import { useReadings } from './readings.ts';
import type { PositionScene } from './scene.ts';
import './readings.css';

interface ReadingViewProps {
  readonly scene: PositionScene;
  readonly address: PositionsAddress;
  readonly onChange: (part: Partial<PositionsAddress>) => void;
}

/** Paragraphs by what is said against them, most first. */
export function ContestedView({ scene, address, onChange }: ReadingViewProps) {
  const { t } = useMessages();
  const readings = useReadings(scene, address.frame);
  const contested = useMemo(() => mostContested(readings), [readings]);
  return (
    <div className="readings">
      <p className="page-lead">{t('positions.contested.lead')}</p>
      <div className="positions-bar">
        <FrameSwitch value={address.frame} onChange={(frame) => onChange({ frame })} />
      </div>
      {contested.length === 0 ? <Notice title={t('positions.contested.none')} /> : null}
      <ol className="readings-list">
        {contested.map((reading) => (
          <ConsensusItem key={reading.paragraph} scene={scene} reading={reading} frame={address.frame} />
        ))}
      </ol>
    </div>
  );
}
