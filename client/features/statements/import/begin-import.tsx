import { type ChangeEvent, useState } from 'react';
import { NOTES_KINDS, type NotesKind } from '../../../../shared/notes/kind-of-notes.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { LanguageSelect } from '../form/language-select.tsx';
import { decodeText } from './decode-text.ts';
import type { KeptImport } from './use-import.ts';

interface BeginProps {
  readonly kept: KeptImport;
  readonly failed: boolean;
  readonly onChange: (part: Partial<KeptImport>) => void;
  /** Answers once it has been read, or could not be. */
  readonly onStart: () => Promise<void>;
}

/** Characters that are read at once: some 300 printed pages. */
export const MOST_NOTES = 1_000_000;

/** Pastes a text or opens a file, and says what it is. */
export function BeginImport({ kept, failed, onChange, onStart }: BeginProps) {
  const { t } = useMessages();
  const [reading, setReading] = useState(false);
  const tooLong = kept.source.length > MOST_NOTES;
  const open = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) onChange({ source: decodeText(await file.arrayBuffer()) });
    target.value = '';
  };
  return (
    <form
      className="import-begin"
      onSubmit={(event) => {
        event.preventDefault();
        if (reading || tooLong || kept.source.trim() === '') return;
        setReading(true);
        void onStart().finally(() => setReading(false));
      }}
    >
      <Field label={t('statements.read.open')}>
        <input
          type="file"
          accept=".txt,.md,.eml,.text,text/plain,text/markdown"
          onChange={(event) => void open(event)}
        />
      </Field>
      <Field
        label={t('statements.read.paste')}
        error={
          tooLong ? t('statements.read.tooLong', { length: kept.source.length, most: MOST_NOTES }) : undefined
        }
      >
        <textarea
          dir="auto"
          rows={14}
          value={kept.source}
          onChange={(event) => onChange({ source: event.target.value })}
        />
      </Field>
      <div className="statement-row">
        <Field label={t('statements.read.kind')}>
          <select
            value={kept.asked}
            onChange={(event) => onChange({ asked: event.target.value as NotesKind | 'auto' })}
          >
            {(['auto', ...NOTES_KINDS] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`statements.read.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
        <LanguageSelect
          label={t('statements.read.language')}
          value={kept.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
      {failed ? <Notice tone="error" live title={t('statements.read.failed')} /> : null}
      <p>
        <Button type="submit" tone="primary" busy={reading} disabled={tooLong || kept.source.trim() === ''}>
          {t(reading ? 'statements.read.reading' : 'statements.read.start')}
        </Button>
      </p>
    </form>
  );
}
