import { useState } from 'react';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import type { Checked } from './checked.ts';
import type { Import } from './use-import.ts';

/** Meeting and day for all statements that have none: press summaries name neither. */
export function ForAll({ checked, change }: { checked: readonly Checked[]; change: Import['change'] }) {
  const { t } = useMessages();
  const [meeting, setMeeting] = useState('');
  const [date, setDate] = useState('');
  const lacking = checked.some(({ fields }) => fields.meeting === '' || fields.date === '');
  if (!lacking) return null;
  const apply = (): void =>
    change((before) => ({
      checked: before.checked.map((one) => ({
        ...one,
        fields: {
          ...one.fields,
          meeting: one.fields.meeting === '' ? meeting : one.fields.meeting,
          date: one.fields.date === '' ? date : one.fields.date,
        },
      })),
    }));
  return (
    <fieldset className="import-for-all">
      <legend>{t('statements.read.forAll')}</legend>
      <div className="statement-row">
        <Field label={t('statements.form.meeting')}>
          <input
            dir="auto"
            value={meeting}
            onChange={(event) => setMeeting(event.target.value)}
            onBlur={apply}
          />
        </Field>
        <Field label={t('statements.form.date')}>
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} onBlur={apply} />
        </Field>
      </div>
    </fieldset>
  );
}
