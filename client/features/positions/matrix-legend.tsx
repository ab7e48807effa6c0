import { useMessages } from '../../ui/messages.ts';
import { StandingName } from './standing-sign.tsx';
import { FIGURES } from './standing-signs.ts';

/** What the signs of the matrix mean. */
export function MatrixLegend({ single }: { single: boolean }) {
  const { t } = useMessages();
  return (
    <details className="positions-legend">
      <summary>
        <span className="positions-legend-title">{t('positions.legend.title')}</span>
        <span className="positions-legend-signs">
          {FIGURES.map((figure) => (
            <StandingName key={figure} figure={figure} />
          ))}
          <StandingName figure="to-reconfirm" />
        </span>
      </summary>
      <ul className="positions-legend-notes">
        <li>{t('positions.legend.once')}</li>
        <li>{t(single ? 'positions.legend.through' : 'positions.legend.bar')}</li>
        <li>{t('positions.legend.split')}</li>
        <li>{t('positions.legend.to-reconfirm')}</li>
      </ul>
    </details>
  );
}
