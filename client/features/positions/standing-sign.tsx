import { useMessages } from '../../ui/messages.ts';
import { type Figure, SIGNS } from './standing-signs.ts';
import './standing-sign.css';

/** The sign of a standing alone; its name stands beside it. */
export const StandingSign = ({ figure }: { figure: Figure | 'to-reconfirm' }) => (
  <span className="standing-sign" data-standing={figure} aria-hidden>
    {SIGNS[figure]}
  </span>
);

/** A standing by sign and name. */
export function StandingName({ figure }: { figure: Figure | 'to-reconfirm' }) {
  const { t } = useMessages();
  return (
    <span className="standing-name" data-standing={figure}>
      <StandingSign figure={figure} /> {t(`positions.standings.${figure}`)}
    </span>
  );
}
