import { LOCALES } from '../../../../shared/messages/locales.ts';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

interface LanguageSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Languages beside the six of the United Nations that statements are often made in. */
const FURTHER = ['pt', 'de', 'hi', 'ja', 'ko', 'fa', 'tr', 'uk', 'id', 'sw'] as const;

/** The language that words were said in, by its name. */
export function LanguageSelect({ label, value, onChange }: LanguageSelectProps) {
  const { locale } = useMessages();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const codes = [...new Set([...LOCALES.map(({ code }) => code as string), ...FURTHER, value])];
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {names.of(code) ?? code}
          </option>
        ))}
      </select>
    </Field>
  );
}
