import { useId } from 'react';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';
import { useMessages } from '../../ui/messages.ts';
import { StandingSign } from './standing-sign.tsx';

interface StandingChoiceProps {
  readonly value: Standing | null;
  readonly onChange: (standing: Standing) => void;
}

/** One of the four standings, by sign and name. */
export function StandingChoice({ value, onChange }: StandingChoiceProps) {
  const { t } = useMessages();
  const name = useId();
  return (
    <fieldset className="standing-choice">
      <legend>{t('positions.take.standing')}</legend>
      {STANDINGS.map((standing) => (
        <label key={standing} data-chosen={standing === value || undefined}>
          <input
            type="radio"
            name={name}
            value={standing}
            checked={standing === value}
            onChange={() => onChange(standing)}
          />
          <StandingSign figure={standing} /> {t(`positions.standings.${standing}`)}
        </label>
      ))}
    </fieldset>
  );
}
