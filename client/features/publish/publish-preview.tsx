import type { ReactNode } from 'react';
import type { PublicationAnswer } from '../../../shared/api/comparison.ts';
import type { ComparisonRow } from '../../../shared/compare/comparison.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { OpenItems } from './open-items.tsx';
import './publish.css';

/** Before the first version there is nothing to put the inputs in order by. */
const NO_ORDER: readonly ParagraphId[] = [];

const COUNTED = ['changed', 'added', 'removed', 'moved', 'split', 'merged', 'reformatted'] as const;

interface PublishPreviewProps {
  readonly documentId: DocumentId;
  readonly preview: PublicationAnswer;
  /** Every change, as the compare page draws it. */
  readonly changes: ReactNode;
}

/** What publishing would do: every change, what is open, and the new numbers. */
export function PublishPreview({ documentId, preview, changes }: PublishPreviewProps) {
  return (
    <>
      <Changes preview={preview}>{changes}</Changes>
      <Open documentId={documentId} preview={preview} />
      <NewLabels preview={preview} />
    </>
  );
}

/** Nothing to see: not even a quotation mark, a format or a kind of paragraph. */
const isUntouched = ({ kind, moved, typography, formatting, structure }: ComparisonRow): boolean =>
  kind === 'same' && !moved && typography.length === 0 && formatting.length === 0 && structure === null;

function Changes({ preview, children }: { preview: PublicationAnswer; children: ReactNode }) {
  const { t } = useMessages();
  const { base, comparison } = preview;
  if (base === null || comparison === null)
    return (
      <Notice title={t('publish.first')}>
        <p>{t('publish.firstHelp', { paragraphs: t('common.paragraphs', { count: preview.paragraphs }) })}</p>
      </Notice>
    );
  const { summary } = comparison;
  const said = COUNTED.filter((kind) => summary[kind] > 0);
  const untouched = said.length === 0 && comparison.rows.every(isUntouched);
  return (
    <section className="section" aria-labelledby="publish-changes">
      <h2 className="section-title" id="publish-changes">
        {t('publish.since', { name: base.name })}
      </h2>
      {untouched ? (
        <p>{t('publish.noChanges', { name: base.name })}</p>
      ) : (
        <>
          <ul className="publish-counts">
            {said.map((kind) => (
              <li key={kind} data-kind-of-change={kind}>
                {t(`changes.summary.${kind}`, { count: summary[kind] })}
              </li>
            ))}
          </ul>
          {children}
        </>
      )}
    </section>
  );
}

function Open({
  documentId,
  preview: { brackets, open, comparison },
}: {
  documentId: DocumentId;
  preview: PublicationAnswer;
}) {
  const { t } = useMessages();
  return (
    <section className="section" aria-labelledby="publish-open">
      <h2 className="section-title" id="publish-open">
        {t('publish.open.title')}
      </h2>
      {brackets === 0 ? (
        <p>{t('publish.open.noBrackets')}</p>
      ) : (
        <Notice tone="warn">
          <p>{t('publish.open.brackets', { count: brackets })}</p>
        </Notice>
      )}
      <OpenItems
        documentId={documentId}
        open={open}
        order={comparison?.to.paragraphs.map(({ id }) => id) ?? NO_ORDER}
      />
    </section>
  );
}

function NewLabels({ preview: { relabelling } }: { preview: PublicationAnswer }) {
  const { t } = useMessages();
  return (
    <section className="section" aria-labelledby="publish-labels">
      <h2 className="section-title" id="publish-labels">
        {t('publish.relabelling.title')}
      </h2>
      {relabelling.length === 0 ? (
        <p>{t('publish.relabelling.none')}</p>
      ) : (
        <>
          <p>{t('publish.relabelling.lead', { count: relabelling.length })}</p>
          <details className="publish-labels" open={relabelling.length <= 12}>
            <summary>{t('publish.relabelling.show')}</summary>
            <TableScroll label={t('publish.relabelling.title')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('publish.relabelling.was')}</th>
                    <th scope="col">{t('publish.relabelling.becomes')}</th>
                  </tr>
                </thead>
                <tbody>
                  {relabelling.map(({ paragraph, from, to }) => (
                    <tr key={paragraph}>
                      <td>
                        <bdi>{from}</bdi>
                      </td>
                      <td>
                        <bdi>{to}</bdi>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </details>
        </>
      )}
    </section>
  );
}
