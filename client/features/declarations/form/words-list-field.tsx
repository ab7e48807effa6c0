import { type KeyboardEvent, useState } from 'react';
import { termOccurrences } from '../../../../shared/domain/term-occurrences.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphName } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';

interface WordsListFieldProps {
  readonly label: string;
  readonly help: string;
  readonly text: RecordText;
  /** Language that is absent should stand nowhere; anything else somewhere. */
  readonly absent?: boolean;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Terms, references or absent language: one after the other, each with where it stands in the text, also while typing. */
export function WordsListField({ label, help, text, absent = false, value, onChange }: WordsListFieldProps) {
  const { t } = useMessages();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const said = typed.trim();
    setTyped('');
    if (said !== '' && !value.includes(said)) onChange([...value, said]);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter adds; it does not send the form.
    event.preventDefault();
    add();
  };
  return (
    <div className="words-list-field">
      <Field label={label} help={help}>
        <input
          dir="auto"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKey}
          onBlur={add}
        />
      </Field>
      <p className="words-list-live small soft" aria-live="polite">
        {typed.trim() === '' ? '' : <Occurs said={typed} text={text} absent={absent} />}
      </p>
      {value.length === 0 ? null : (
        <ul className="words-list">
          {value.map((said) => (
            <li key={said}>
              <Button
                small
                aria-label={t('declarations.form.remove', { what: said })}
                onClick={() => onChange(value.filter((other) => other !== said))}
              >
                <bdi>{said}</bdi> <span aria-hidden>×</span>
              </Button>{' '}
              <span className="small soft">
                <Occurs said={said} text={text} absent={absent} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface OccursProps {
  readonly said: string;
  readonly text: RecordText;
  readonly absent: boolean;
}

/** Labels that are named before “…” stands for the rest. */
const NAMED = 8;

function Occurs({ said, text, absent }: OccursProps) {
  const { t } = useMessages();
  const found = termOccurrences(text.searchable, said);
  if (found.length === 0) return t(absent ? 'declarations.occurs.absent' : 'declarations.occurs.none');
  const places = [...new Set(found.map(({ paragraph }) => paragraph))].map((paragraph) =>
    paragraphName(paragraph, text, t),
  );
  return (
    <>
      {absent ? '⚠ ' : ''}
      {t('declarations.occurs.count', { count: found.length })}{' '}
      <bdi>
        {places.slice(0, NAMED).join(', ')}
        {places.length > NAMED ? ' …' : ''}
      </bdi>
    </>
  );
}
