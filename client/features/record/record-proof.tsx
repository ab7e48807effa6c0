import { Link } from 'wouter';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';

/** The head of the audit log, and how anybody can check the record against it. */
export function RecordProof({ record: { id, audit } }: { record: DocumentRecord }) {
  const { t } = useMessages();
  return (
    <>
      <p>{t('record.proof.head', { seq: audit.seq })}</p>
      <p className="mono record-hash" data-audit-head>
        {audit.hash}
      </p>
      <p>{t('record.proof.how')}</p>
      <pre className="record-command" dir="ltr">
        npm run -s verify -- archive.json --head {id}:{audit.seq}:{audit.hash}
      </pre>
      <p>{t('record.proof.what')}</p>
      <p className="record-more no-print">
        <Link href={`/d/${id}/audit`}>{t('record.proof.log')}</Link>
      </p>
    </>
  );
}
