import { useMemo } from 'react';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { beginningOf, sectionsOf } from '../../../shared/text/sections.ts';
import { useMessages } from '../../ui/messages.ts';

interface SectionSelectProps {
  readonly label: string;
  readonly paragraphs: readonly LabelledParagraph[];
  /** Null: the whole text; so is what this version does not have. */
  readonly value: ParagraphId | null;
  readonly onChange: (section: ParagraphId | null) => void;
}

/** Chooses a section of the text. */
export function SectionSelect({ label, paragraphs, value, onChange }: SectionSelectProps) {
  const { t } = useMessages();
  const beginning = useMemo(() => beginningOf(paragraphs), [paragraphs]);
  const sections = useMemo(() => sectionsOf(paragraphs), [paragraphs]);
  const isKnown = beginning?.id === value || sections.some(({ id }) => id === value);
  const named = (text: string, labels: string): string => (labels === '' ? text : `${text} (${labels})`);
  return (
    <label className="section-select">
      {label}{' '}
      <select
        className="field-input"
        value={isKnown ? (value ?? '') : ''}
        onChange={({ target }) => onChange(target.value === '' ? null : (target.value as ParagraphId))}
      >
        <option value="">{t('positions.section.wholeText')}</option>
        {beginning === null ? null : (
          <option value={beginning.id}>{named(t('positions.section.beginning'), beginning.labels)}</option>
        )}
        {sections.map(({ id, text, level, labels }) => (
          <option key={id} value={id}>
            {`${'\u2003'.repeat(level - 1)}${named(text, labels)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
