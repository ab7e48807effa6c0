import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { ParagraphId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { useMessages } from './messages.ts';
import './paragraph-picker.css';

interface ParagraphPickerProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly paragraphs: readonly LabelledParagraph[];
  /** Paragraph → how it is cited; others cannot be picked. */
  readonly cited: ReadonlyMap<ParagraphId, string>;
  readonly value: readonly ParagraphId[];
  readonly onChange: (value: readonly ParagraphId[]) => void;
  /** One at most: a second one takes its place. */
  readonly single?: boolean;
}

/** How many characters of a paragraph stand beside its number in the list. */
const GIST = 60;

/** Labels as people type them: without caring for spaces or case. */
const plain = (label: string): string => label.replace(/\s+/g, '').toLocaleLowerCase();

/** Picks paragraphs by the number that is printed beside them. */
export function ParagraphPicker(props: ParagraphPickerProps) {
  const { label, help, paragraphs, cited, value, onChange, single = false } = props;
  const { t } = useMessages();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const byLabel = useMemo(() => new Map([...cited].map(([id, name]) => [plain(name), id])), [cited]);
  const pick = (words: string): boolean => {
    const found = byLabel.get(plain(words));
    if (found === undefined) return false;
    setTyped('');
    setUnknown(null);
    onChange(single ? [found] : [...new Set([...value, found])]);
    return true;
  };
  const add = (): void => {
    if (typed.trim() !== '' && !pick(typed)) setUnknown(typed.trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter picks; it does not send the form.
    event.preventDefault();
    add();
  };
  return (
    <div className="paragraph-picker">
      <Field
        label={label}
        help={help}
        error={unknown === null ? undefined : t('inputs.decide.ledToUnknown', { label: unknown })}
      >
        <input
          list={list}
          value={typed}
          autoComplete="off"
          onKeyDown={onKey}
          onBlur={add}
          onChange={(event) => {
            setTyped(event.target.value);
            setUnknown(null);
            // Chosen from the list: there is nothing more to confirm.
            if ((event.nativeEvent as InputEvent).inputType === 'insertReplacementText')
              pick(event.target.value);
          }}
        />
      </Field>
      <datalist id={list}>
        {paragraphs.map((paragraph) => {
          const name = cited.get(paragraph.id);
          return name === undefined ? null : (
            <option key={paragraph.id} value={name}>
              {paragraph.text.slice(0, GIST)}
            </option>
          );
        })}
      </datalist>
      {value.length === 0 ? null : (
        <ul className="paragraph-chips">
          {value.map((id) => {
            const name = cited.get(id) ?? t('dispositions.unnumberedShort');
            return (
              <li key={id}>
                <Button
                  small
                  aria-label={t('inputs.decide.ledToRemove', { label: name })}
                  onClick={() => onChange(value.filter((other) => other !== id))}
                >
                  <bdi>{name}</bdi> <span aria-hidden>×</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
