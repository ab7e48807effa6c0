import { useMemo, useState } from 'react';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

/** Characters of each paragraph that a line of the list shows. */
const SHOWN = 90;
/** Lines of the list: enough to see the neighbours, little enough to leave the form in sight. */
const LINES = 7;
/** What stands for the beginning of the text among the values of the list: no id is empty. */
const FIRST = '';

/** Paragraphs whose label is what was typed, then those whose label begins so, then those that hold the words. */
export function fitting(
  paragraphs: readonly LabelledParagraph[],
  sought: string,
): readonly LabelledParagraph[] {
  const words = sought.trim().toLocaleLowerCase();
  if (words === '') return paragraphs;
  const rank = ({ label, text }: LabelledParagraph): number => {
    const name = label.toLocaleLowerCase();
    if (name === words) return 0;
    if (name.startsWith(words)) return 1;
    return text.toLocaleLowerCase().includes(words) ? 2 : 3;
  };
  return paragraphs
    .map((paragraph) => [rank(paragraph), paragraph] as const)
    .filter(([found]) => found < 3)
    .sort(([a], [b]) => a - b)
    .map(([, paragraph]) => paragraph);
}

const lineOf = ({ label, text }: LabelledParagraph): string => {
  const words = text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
  return label === '' ? words : `${label}  ${words}`;
};

interface ParagraphPickerProps {
  readonly paragraphs: readonly LabelledParagraph[];
  /** Null: the beginning of the text, where that is offered. */
  readonly onPick: (paragraph: ParagraphId | null) => void;
  readonly withBeginning?: boolean;
  readonly button: string;
  readonly onCancel?: () => void;
}

/** Finds a paragraph by its number or by its words. The list is the browser's own: keys and screen readers know it. */
export function ParagraphPicker({
  paragraphs,
  onPick,
  withBeginning = false,
  button,
  onCancel,
}: ParagraphPickerProps) {
  const { t } = useMessages();
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useMemo(() => fitting(paragraphs, sought), [paragraphs, sought]);
  const offered = withBeginning && sought.trim() === '';
  const value =
    chosen !== null && ((offered && chosen === FIRST) || found.some(({ id }) => id === chosen))
      ? chosen
      : offered
        ? FIRST
        : (found[0]?.id ?? null);
  const pick = (): void => {
    if (value !== null) onPick(value === FIRST ? null : (value as ParagraphId));
  };
  return (
    <div className="paragraph-picker">
      <Field label={t('proposals.pick.find')}>
        <input
          type="search"
          autoComplete="off"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            pick();
          }}
        />
      </Field>
      {value === null ? (
        <p className="soft small" role="status">
          {t('proposals.pick.none')}
        </p>
      ) : (
        <select
          className="field-input paragraph-picker-list"
          size={LINES}
          aria-label={t('proposals.pick.choose')}
          value={value}
          onChange={({ target }) => setChosen(target.value)}
          onDoubleClick={pick}
        >
          {offered ? <option value={FIRST}>{t('proposals.pick.first')}</option> : null}
          {found.map((paragraph) => (
            <option key={paragraph.id} value={paragraph.id} dir="auto">
              {lineOf(paragraph)}
            </option>
          ))}
        </select>
      )}
      <div className="form-actions">
        <Button small disabled={value === null} onClick={pick}>
          {button}
        </Button>
        {onCancel === undefined ? null : (
          <Button small tone="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
