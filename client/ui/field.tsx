import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** An `<input>`, `<select>` or `<textarea>`: it gets its class, id and descriptions here. */
  readonly children: ReactElement<{
    id?: string;
    className?: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid'?: boolean;
  }>;
}

/** A labelled field with its help and its error, each tied to it for screen readers. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .filter((name) => name !== '')
    .join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {help === undefined ? null : (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {cloneElement(children, {
        id,
        className: 'field-input',
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error !== undefined,
      })}
      {error === undefined ? null : (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly help?: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of several, all in sight, each with its explanation. */
export function Choices<Value extends string>({ label, value, options, onChange }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className="plain">
      <legend>{label}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.text}
            {option.help === undefined ? null : <span className="choice-help">{option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
