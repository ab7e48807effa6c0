import { Button } from '../../../ui/button.tsx';
import { Choices, Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { LanguageSelect } from './language-select.tsx';
import type { FieldMistake, PassageFields as Fields } from './statement-fields.ts';

interface PassageFieldsProps {
  readonly n: number;
  readonly value: Fields;
  readonly mistakes: readonly FieldMistake[];
  readonly onChange: (value: Fields) => void;
  readonly onRemove: (() => void) | null;
}

/** One stretch of what was said: whose words, which, in which language, and where they can be heard. */
export function PassageFields({ n, value, mistakes, onChange, onRemove }: PassageFieldsProps) {
  const { t } = useMessages();
  const put = (part: Partial<Fields>): void => onChange({ ...value, ...part });
  const wrong = (field: FieldMistake['field']): string | undefined => {
    const mistake = mistakes.find((one) => one.field === field && one.passage === n);
    return mistake === undefined ? undefined : t(`statements.form.${mistake.why}`);
  };
  return (
    <fieldset className="statement-passage-fields">
      <legend>{t('statements.form.passage', { n: n + 1 })}</legend>
      <Choices
        label={t('statements.form.manner')}
        value={value.manner}
        options={[
          { value: 'verbatim', text: t('statements.form.verbatim') },
          { value: 'reported', text: t('statements.form.reported') },
        ]}
        onChange={(manner) => put({ manner })}
      />
      <Field label={t('statements.form.words')}>
        <textarea
          dir="auto"
          rows={4}
          value={value.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Field>
      <div className="statement-row">
        <LanguageSelect
          label={t('statements.form.language')}
          value={value.language}
          onChange={(language) => put({ language })}
        />
        <Field label={t('statements.form.recording')} error={wrong('url')}>
          <input
            type="url"
            dir="ltr"
            value={value.url}
            onChange={(event) => put({ url: event.target.value })}
          />
        </Field>
        <Field label={t('statements.form.time')} help={t('statements.form.timeHelp')} error={wrong('time')}>
          <input dir="ltr" value={value.time} onChange={(event) => put({ time: event.target.value })} />
        </Field>
      </div>
      {onRemove === null ? null : (
        <Button small tone="quiet" onClick={onRemove}>
          {t('statements.form.removePassage', { n: n + 1 })}
        </Button>
      )}
    </fieldset>
  );
}
