import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useAdopt } from '../../api/silences.ts';
import { useVersion } from '../../api/versions.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { AdoptionFields, draftOf, requestOf } from './adoption-fields.tsx';
import { warningsOf } from './warnings-of.ts';

interface AdoptionFormProps {
  readonly id: DocumentId;
  readonly version: VersionSummary;
  readonly mayPublish: boolean;
}

/** Records that the latest version was adopted: what will happen stands before, and is asked once more. */
export function AdoptionForm({ id, version, mayPublish }: AdoptionFormProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(() => draftOf(null, new Date().toISOString().slice(0, 10)));
  const [asking, setAsking] = useState(false);
  const { data: text } = useVersion(id, version.id);
  const adopt = useAdopt(id);
  const failure = adopt.error === null ? null : failureIn(adopt.error);
  const { name } = version;
  const warnings = warningsOf(version.stage, text?.paragraphs);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(true);
  };
  const confirm = (): void =>
    void adopt.mutateAsync({ version: version.id, ...requestOf(draft) }).then(
      () => announce(t('adoption.done')),
      () => setAsking(false),
    );
  return (
    <form className="form" onSubmit={ask}>
      <p>
        {t('adoption.version', { version: name })}{' '}
        {version.stage !== 'final' && mayPublish ? (
          <Link href={`/d/${id}/publish`}>{t('adoption.publishFinal')}</Link>
        ) : null}
      </p>
      <AdoptionFields draft={draft} failure={failure} onChange={setDraft} />
      {warnings.length === 0 ? null : (
        <Notice tone="warn" title={t('adoption.warn')}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>
                {warning === 'not-final'
                  ? t('adoption.warnings.not-final', { version: name })
                  : t(`adoption.warnings.${warning}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div>
        <h3 className="adoption-will">{t('adoption.will')}</h3>
        <ul className="adoption-list">
          <li>{t('adoption.freezes')}</li>
          <li>{t('adoption.filing')}</li>
          <li>{t('adoption.mending')}</li>
        </ul>
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit">
          {t('adoption.submit', { version: name })}
        </Button>
      </div>
      {asking ? (
        <Dialog open onClose={() => setAsking(false)} title={t('adoption.sure', { version: name })}>
          <p>{t('adoption.freezes')}</p>
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button tone="danger" busy={adopt.isPending} onClick={confirm}>
              {t('adoption.submit', { version: name })}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </form>
  );
}
