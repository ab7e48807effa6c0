import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { CONSENSUS_ANSWERS, type ConsensusAnswer } from '../../../shared/domain/rough-consensus.ts';
import { useMessages } from '../../ui/messages.ts';
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

/** Where rough consensus could be, paragraph by paragraph, with the formula in plain words. */
export function ConsensusView({ scene, address, onChange }: ReadingViewProps) {
  const { t } = useMessages();
  const readings = useReadings(scene, address.frame);
  const countOf = (answer: ConsensusAnswer | null): number =>
    answer === null ? readings.length : readings.filter((one) => one.answer === answer).length;
  const shown =
    address.answer === null ? readings : readings.filter(({ answer }) => answer === address.answer);
  return (
    <div className="readings">
      <p className="page-lead">{t('positions.consensus.lead')}</p>
      <details className="readings-how">
        <summary>{t('positions.consensus.how')}</summary>
        <ol>
          {(['objections', 'enough', 'otherwise', 'old'] as const).map((part) => (
            <li key={part}>{t(`positions.consensus.formula.${part}`)}</li>
          ))}
        </ol>
        <p className="small soft">{t('positions.consensus.source')}</p>
      </details>
      <div className="positions-bar">
        <FrameSwitch value={address.frame} onChange={(frame) => onChange({ frame })} />
        <ul className="readings-answers">
          {[null, ...CONSENSUS_ANSWERS].map((answer) => (
            <li key={answer ?? 'all'}>
              <button
                type="button"
                className="readings-answer"
                aria-pressed={address.answer === answer}
                data-answer={answer ?? undefined}
                onClick={() => onChange({ answer })}
              >
                <strong>{countOf(answer)}</strong>{' '}
                {answer === null ? t('positions.consensus.all') : t(`positions.consensus.answers.${answer}`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {shown.length === 0 ? <p className="soft">{t('positions.consensus.none')}</p> : null}
      <ol className="readings-list">
        {shown.map((reading) => (
          <ConsensusItem key={reading.paragraph} scene={scene} reading={reading} frame={address.frame} />
        ))}
      </ol>
    </div>
  );
}
