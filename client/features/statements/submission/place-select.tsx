import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { sectionsOf } from '../../../../shared/text/sections.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

interface PlaceSelectProps {
  readonly label: string;
  readonly text: OrderingText;
  readonly value: ParagraphId | null;
  readonly onChange: (value: ParagraphId | null) => void;
}

/** How many characters of a paragraph stand beside its number. */
const GIST = 60;

/** The section or paragraph that an answer is about; none: the whole text. */
export function PlaceSelect({ label, text, value, onChange }: PlaceSelectProps) {
  const { t } = useMessages();
  const headings = new Map(sectionsOf(text.paragraphs).map(({ id, text: name }) => [id as string, name]));
  return (
    <Field label={label}>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : (event.target.value as ParagraphId))}
      >
        <option value="">{t('statements.submission.general')}</option>
        {text.paragraphs.map(({ id, text: words }) => {
          const heading = headings.get(id);
          const label = text.cited.get(id);
          if (heading === undefined && label === undefined) return null;
          return (
            <option key={id} value={id}>
              {heading === undefined ? `${label} ${words.slice(0, GIST)}` : `§ ${heading}`}
            </option>
          );
        })}
      </select>
    </Field>
  );
}
