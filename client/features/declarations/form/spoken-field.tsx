import { useId } from 'react';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { directionOf, LANGUAGES, languageName, languageTag } from '../languages.ts';

interface SpokenFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly language: string;
  readonly text: string;
  readonly onLanguage: (language: string) => void;
  readonly onText: (text: string) => void;
  readonly languageError?: string | undefined;
  readonly textError?: string | undefined;
}

/** Words and the language they are in: the field takes its direction. */
export function SpokenField({
  label,
  help,
  language,
  text,
  onLanguage,
  onText,
  languageError,
  textError,
}: SpokenFieldProps) {
  const { t, locale } = useMessages();
  const list = useId();
  const tag = languageTag(language, locale);
  return (
    <fieldset className="plain spoken-field">
      <legend className="visually-hidden">{label}</legend>
      <Field
        label={`${label}: ${t('declarations.form.language')}`}
        help={t('declarations.form.languageHelp')}
        error={languageError}
      >
        <input
          list={list}
          dir="auto"
          autoComplete="off"
          value={language}
          onChange={({ target }) => onLanguage(target.value)}
        />
      </Field>
      <datalist id={list}>
        {LANGUAGES.map((one) => (
          <option key={one} value={languageName(one, locale)} />
        ))}
      </datalist>
      <Field label={label} help={help} error={textError}>
        <textarea
          rows={8}
          lang={tag ?? undefined}
          dir={tag === null ? 'auto' : directionOf(tag)}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      </Field>
    </fieldset>
  );
}
