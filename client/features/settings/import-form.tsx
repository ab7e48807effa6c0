import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { ImportAnswer } from '../../../shared/api/version.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { STAGES, type Stage } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useImport } from '../../api/versions.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Choices, Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import './settings.css';

/** Kinds of files the server reads. */
const ACCEPTED = '.docx,.txt,.md,.html,.htm';

/** Brings in a file as the working text or as a version, and says what could not be kept. */
export function ImportForm({ documentId }: { documentId: DocumentId }) {
  const { t } = useMessages();
  const [file, setFile] = useState<File | null>(null);
  const [as, setAs] = useState<'working' | 'version'>('working');
  const [stage, setStage] = useState<Stage>('zero');
  const [name, setName] = useState('');
  const bring = useImport(documentId);
  const failure = bring.error === null ? null : failureIn(bring.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null || bring.isPending) return;
    bring.mutate({
      file,
      query: as === 'working' ? { as } : { as, stage, name: name.trim() },
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('settings.import.lead')}</p>
      <Field label={t('settings.import.file')} error={fieldProblem(failure, 'file')}>
        <input
          type="file"
          required
          accept={ACCEPTED}
          onChange={(event) => {
            bring.reset();
            setFile(event.target.files?.[0] ?? null);
          }}
        />
      </Field>
      <Choices
        label={t('settings.import.as')}
        value={as}
        onChange={setAs}
        options={(['working', 'version'] as const).map((value) => ({
          value,
          text: t(`settings.import.${value}`),
          help: t(`settings.import.${value}Help`),
        }))}
      />
      {as === 'version' ? (
        <div className="field-row">
          <Field label={t('settings.import.stage')}>
            <select value={stage} onChange={(event) => setStage(event.target.value as Stage)}>
              {STAGES.map((value) => (
                <option key={value} value={value}>
                  {t(`terms.stage.${value}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('settings.import.name')} error={fieldProblem(failure, 'name')}>
            <input required value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
      ) : null}
      <div className="form-actions">
        <Button type="submit" busy={bring.isPending}>
          {t('settings.import.submit')}
        </Button>
        <span role="status" className="soft">
          {bring.isPending ? t('settings.import.sending', { name: file?.name ?? '' }) : null}
        </span>
      </div>
      {bring.isPending ? <progress aria-label={t('settings.import.title')} /> : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {bring.data === undefined ? null : <Imported documentId={documentId} answer={bring.data} />}
    </form>
  );
}

function Imported({ documentId, answer }: { documentId: DocumentId; answer: ImportAnswer }) {
  const { t } = useMessages();
  const { paragraphs, version, warnings } = answer;
  return (
    <>
      <Notice title={t('settings.import.done', { count: paragraphs })} live>
        {warnings.length === 0 ? <p>{t('settings.import.kept')}</p> : null}
        <p>
          <Link href={`/d/${documentId}/${version === undefined ? 'draft' : `v/${version}`}`}>
            {t('settings.import.open')}
          </Link>
        </p>
      </Notice>
      {warnings.length === 0 ? null : (
        <Notice tone="warn" title={t('settings.import.warnings')}>
          <ul className="settings-warnings">
            {warnings.map(({ code, detail, count }) => (
              <li key={code + detail}>
                {detail} {count === undefined ? null : <>({t('settings.import.times', { count })})</>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
