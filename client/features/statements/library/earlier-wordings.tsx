import { useState } from 'react';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { Statement } from '../../../../shared/model/statement.ts';
import { useRowHistory } from '../../../api/comments.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { SpokenPassages } from './spoken-passages.tsx';
import { StatementHead } from './statement-facts.tsx';

interface EarlierProps {
  readonly documentId: DocumentId;
  readonly row: Statement;
  readonly revision: number;
  readonly view: RegisterView;
}

/** How the statement stood before, asked for when somebody wants to see it. */
export function EarlierWordings(props: EarlierProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <div className="statement-history">
      <Button small tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'statements.act.hideHistory' : 'statements.act.history')}
      </Button>
      {open ? <Revisions {...props} /> : null}
    </div>
  );
}

function Revisions({ documentId, row, revision, view }: EarlierProps) {
  const { t } = useMessages();
  const { data, error } = useRowHistory(documentId, 'statement', row.id, revision);
  if (error !== null) return <FailureNotice failure={failureIn(error)} />;
  const earlier = (data?.entries ?? []).filter((entry) => entry.revision < revision).toReversed();
  return (
    <ol className="statement-revisions">
      {earlier.map((entry) => {
        const before = entry.row as Statement;
        const { name, delegation } = signatoryOf(view, before.editedBy ?? before.by);
        return (
          <li key={entry.revision}>
            <p className="soft small">
              {t('statements.act.revision')} <Moment iso={entry.at} short zone={false} /> · <bdi>{name}</bdi>{' '}
              (<bdi>{delegation}</bdi>)
            </p>
            <StatementHead row={before} view={view} />
            <SpokenPassages passages={before.passages} />
          </li>
        );
      })}
    </ol>
  );
}
