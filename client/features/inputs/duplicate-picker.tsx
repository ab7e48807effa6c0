import { useMemo, useState } from 'react';
import type { Input } from '../../../shared/domain/input.ts';
import { dispositionId, type InputSubject } from '../../../shared/model/disposition.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { gistOf } from './input-row.tsx';

interface DuplicatePickerProps {
  /** What may be repeated: every input but those that are being decided. */
  readonly inputs: readonly Input[];
  /** These first: called equal, or on the same paragraph. */
  readonly near: (input: Input) => boolean;
  readonly delegationOf: (input: Input) => string;
  readonly value: InputSubject | null;
  readonly onChange: (value: InputSubject) => void;
  readonly error: string | undefined;
}

/** Inputs offered at once. */
const OFFERED = 30;

/** Finds the input that others repeat, by its delegation or its words. */
export function DuplicatePicker({
  inputs,
  near,
  delegationOf,
  value,
  onChange,
  error,
}: DuplicatePickerProps) {
  const { t } = useMessages();
  const [sought, setSought] = useState('');
  const found = useMemo(() => {
    const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const fitting = inputs.filter((input) => {
      const said = `${delegationOf(input)} ${gistOf(t, input)}`.toLocaleLowerCase();
      return words.every((word) => said.includes(word));
    });
    const chosen = inputs.filter(({ on }) => value !== null && dispositionId(on) === dispositionId(value));
    const ordered = [...chosen, ...fitting.filter(near), ...fitting];
    return [...new Set(ordered)].slice(0, OFFERED);
  }, [inputs, near, delegationOf, value, sought, t]);
  return (
    <div className="stack">
      <Field label={t('inputs.decide.duplicateSearch')}>
        <input type="search" dir="auto" value={sought} onChange={(event) => setSought(event.target.value)} />
      </Field>
      {found.length === 0 ? (
        <p className="soft">{t('inputs.decide.duplicateNone')}</p>
      ) : (
        <Field label={t('inputs.decide.duplicateList')} error={error}>
          <select
            size={6}
            value={value === null ? '' : dispositionId(value)}
            onChange={(event) => {
              const input = found.find(({ id }) => id === event.target.value);
              if (input !== undefined) onChange(input.on);
            }}
          >
            {found.map((input) => (
              <option key={input.id} value={input.id}>
                {`${delegationOf(input)}: ${gistOf(t, input).slice(0, 90)}`}
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  );
}
