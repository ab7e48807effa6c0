import { DECLARATION_KINDS, GROUNDS } from '../../../../shared/model/declaration.ts';
import { Choices, Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { ParagraphPicker } from '../../../ui/paragraph-picker.tsx';
import { KINDS } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import type { DeclarationDraft, Mistake } from './draft.ts';
import { SpokenField } from './spoken-field.tsx';
import { WordsListField } from './words-list-field.tsx';

export interface FieldsProps {
  readonly draft: DeclarationDraft;
  readonly change: (part: Partial<DeclarationDraft>) => void;
  readonly text: RecordText;
  /** What is to be told of fields now. */
  readonly mistakes: readonly Mistake[];
}

export function KindField({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const { t } = useMessages();
  return (
    <Choices
      label={t('declarations.form.kind')}
      value={draft.kind}
      options={KINDS.map((kind) => ({
        value: kind,
        text: t(`declarations.kind.${kind}`),
        help: t(`declarations.kindHelp.${kind}`),
      }))}
      onChange={(kind) => change({ kind: DECLARATION_KINDS.find((one) => one === kind) ?? draft.kind })}
    />
  );
}

/** What it is on: the whole text, paragraphs, terms, references, what is absent. */
export function ObjectFields({ draft, change, text, mistakes }: FieldsProps) {
  const { t } = useMessages();
  return (
    <fieldset className="plain declaration-fieldset">
      <legend>{t('declarations.form.objects')}</legend>
      <p className="field-help">{t('declarations.form.objectsHelp', { version: text.version.name })}</p>
      {mistakes.includes('objects') ? (
        <p className="field-error">{t('declarations.form.missing.objects')}</p>
      ) : null}
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.whole}
          onChange={({ target }) => change({ whole: target.checked })}
        />
        {t('declarations.form.whole')}
      </label>
      <ParagraphPicker
        label={t('declarations.form.paragraphs')}
        help={t('declarations.form.paragraphsHelp')}
        paragraphs={text.paragraphs}
        cited={text.cited}
        value={draft.paragraphs}
        onChange={(paragraphs) => change({ paragraphs })}
      />
      <WordsListField
        label={t('declarations.form.terms')}
        help={t('declarations.form.termsHelp')}
        text={text}
        value={draft.terms}
        onChange={(terms) => change({ terms })}
      />
      <WordsListField
        label={t('declarations.form.references')}
        help={t('declarations.form.referencesHelp')}
        text={text}
        value={draft.references}
        onChange={(references) => change({ references })}
      />
      <WordsListField
        label={t('declarations.form.absent')}
        help={t('declarations.form.absentHelp')}
        text={text}
        absent
        value={draft.absent}
        onChange={(absent) => change({ absent })}
      />
    </fieldset>
  );
}

/** The words, and their original where they are a translation. */
export function WordFields({ draft, change, mistakes }: FieldsProps) {
  const { t } = useMessages();
  const unknown = (typed: string): string => t('declarations.form.languageUnknown', { language: typed });
  return (
    <>
      <SpokenField
        label={t('declarations.form.statement')}
        help={t('declarations.form.statementHelp')}
        language={draft.language}
        text={draft.text}
        onLanguage={(language) => change({ language })}
        onText={(words) => change({ text: words })}
        languageError={mistakes.includes('language') ? unknown(draft.language) : undefined}
        textError={mistakes.includes('statement') ? t('declarations.form.missing.statement') : undefined}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.translated}
          onChange={({ target }) => change({ translated: target.checked })}
        />
        {t('declarations.form.translated')}
      </label>
      {draft.translated ? (
        <SpokenField
          label={t('declarations.form.original')}
          language={draft.originalLanguage}
          text={draft.original}
          onLanguage={(originalLanguage) => change({ originalLanguage })}
          onText={(original) => change({ original })}
          languageError={mistakes.includes('original-language') ? unknown(draft.originalLanguage) : undefined}
          textError={mistakes.includes('original') ? t('declarations.form.missing.original') : undefined}
        />
      ) : null}
    </>
  );
}

/** Why, and where it was said and is written. */
export function SourceFields({ draft, change, mistakes }: Omit<FieldsProps, 'text'>) {
  const { t } = useMessages();
  const addressError = (mistake: Mistake): string | undefined =>
    mistakes.includes(mistake) ? t('declarations.form.address') : undefined;
  return (
    <>
      <fieldset className="plain">
        <legend>{t('declarations.form.grounds')}</legend>
        {GROUNDS.map((ground) => (
          <label className="choice" key={ground}>
            <input
              type="checkbox"
              checked={draft.grounds.includes(ground)}
              onChange={({ target }) =>
                change({
                  grounds: GROUNDS.filter((one) =>
                    one === ground ? target.checked : draft.grounds.includes(one),
                  ),
                })
              }
            />
            {t(`declarations.ground.${ground}`)}
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        <Field
          label={t('declarations.form.recording')}
          help={t('declarations.form.recordingHelp')}
          error={addressError('recording')}
        >
          <input
            type="url"
            dir="ltr"
            inputMode="url"
            value={draft.recording}
            onChange={({ target }) => change({ recording: target.value })}
          />
        </Field>
        <Field
          label={t('declarations.form.time')}
          help={t('declarations.form.timeHelp')}
          error={mistakes.includes('time') ? t('declarations.form.timeUnknown') : undefined}
        >
          <input
            dir="ltr"
            autoComplete="off"
            value={draft.time}
            onChange={({ target }) => change({ time: target.value })}
          />
        </Field>
      </div>
      <Field
        label={t('declarations.form.written')}
        help={t('declarations.form.writtenHelp')}
        error={addressError('written')}
      >
        <input
          type="url"
          dir="ltr"
          inputMode="url"
          value={draft.written}
          onChange={({ target }) => change({ written: target.value })}
        />
      </Field>
    </>
  );
}
