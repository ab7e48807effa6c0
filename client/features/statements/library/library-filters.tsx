import { useMemo } from 'react';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { dayInWords } from '../day.tsx';
import { type LibraryFilter, libraryChoices } from './library-filter.ts';

interface FiltersProps {
  readonly filter: LibraryFilter;
  readonly onChange: (part: Partial<LibraryFilter>) => void;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

/** Narrows the library; only what occurs in it is offered. */
export function LibraryFilters({ filter, onChange, view, text }: FiltersProps) {
  const { t, locale } = useMessages();
  const choices = useMemo(
    () => libraryChoices(view.rows.statement.values(), locale),
    [view.rows.statement, locale],
  );
  const select = (
    field: 'speaker' | 'meeting' | 'date' | 'paragraph' | 'verified' | 'delegation',
    label: string,
    options: readonly (readonly [value: string, name: string])[],
  ) =>
    options.length === 0 ? null : (
      <Field label={label}>
        <select
          value={filter[field] ?? ''}
          onChange={(event) =>
            onChange({ [field]: event.target.value === '' ? null : (event.target.value as ParagraphId) })
          }
        >
          <option value="">{t('statements.filter.any')}</option>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    );
  const linked = text.paragraphs.filter(({ id }) => choices.paragraphs.has(id));
  return (
    <search className="statement-filters" aria-label={t('statements.filter.title')}>
      {select(
        'speaker',
        t('statements.filter.speaker'),
        choices.speakers.map((name) => [name, name]),
      )}
      {select(
        'meeting',
        t('statements.filter.meeting'),
        choices.meetings.map((name) => [name, name]),
      )}
      {select(
        'date',
        t('statements.filter.date'),
        choices.days.map((day) => [day, dayInWords(day, locale)]),
      )}
      {select(
        'paragraph',
        t('statements.filter.paragraph'),
        linked.map(({ id, text: words }) => [id, `${text.cited.get(id) ?? ''} ${words.slice(0, 50)}`.trim()]),
      )}
      {select('verified', t('statements.filter.verified'), [
        ['yes', t('statements.filter.yes')],
        ['no', t('statements.filter.no')],
      ])}
      {view.me === null
        ? null
        : select('delegation', t('statements.form.delegation'), [
            [view.me.delegation.id, t('statements.filter.mine')],
          ])}
      <Field label={t('statements.filter.words')}>
        <input
          type="search"
          value={filter.words ?? ''}
          onChange={(event) => onChange({ words: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
    </search>
  );
}
