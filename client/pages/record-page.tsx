import '../ui/words/dispositions.ts';
import '../ui/words/record.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { recordFile, useRecord } from '../api/record.ts';
import { failureIn } from '../api/request.ts';
import { RecordView } from '../features/record/record-view.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { DownloadIcon, PrintIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface RecordPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/record`: the whole record on one page, ready for print. */
export default function RecordPage({ id, answer }: RecordPageProps) {
  const { t } = useMessages();
  const record = useRecord(id, answer?.abilities['register.view'].allowed === true);
  return (
    <DocumentPage title={t('record.title')} lead={t('record.lead')} answer={answer} action="register.view">
      {() =>
        record.data !== undefined ? (
          <RecordView record={record.data} downloads={<Downloads id={id} />} />
        ) : record.error !== null ? (
          <FailureNotice failure={failureIn(record.error)} onRetry={() => void record.refetch()} />
        ) : (
          <ListSkeleton lines={10} />
        )
      }
    </DocumentPage>
  );
}

function Downloads({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  return (
    <section className="no-print" aria-labelledby="record-downloads">
      <h2 className="section-title" id="record-downloads">
        {t('record.downloads')}
      </h2>
      <p className="row">
        <Button small onClick={() => window.print()}>
          <PrintIcon className="icon" /> {t('common.print')}
        </Button>
        <ButtonLink small href={recordFile(id, 'record.docx')} download>
          <DownloadIcon className="icon" /> {t('record.docx')}
        </ButtonLink>
        <ButtonLink small href={recordFile(id, 'archive.json')} download>
          <DownloadIcon className="icon" /> {t('record.archive')}
        </ButtonLink>
      </p>
      <p className="small soft">{t('record.archiveHelp')}</p>
    </section>
  );
}
