import { Link } from 'wouter';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';

/** What is typed to check an archive against this head; no word of it is translated. */
const verifyCommand = (id: string, { seq, hash }: DocumentRecord['audit']): string =>
  `npm run -s verify -- archive.json --head ${id}:${seq}:${hash}`;

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
        {verifyCommand(id, audit)}
      </pre>
      <p>{t('record.proof.what')}</p>
      <p className="record-more no-print">
        <Link href={`/d/${id}/audit`}>{t('record.proof.log')}</Link>
      </p>
    </>
  );
}
