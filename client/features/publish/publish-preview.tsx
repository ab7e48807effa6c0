import type { PublicationAnswer } from '../../../shared/api/comparison.ts';
import { ChangeList, foldUntouched } from '../../ui/change-list.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { TableScroll } from '../../ui/table-scroll.tsx';
import './publish.css';

const COUNTED = ['changed', 'added', 'removed', 'moved', 'split', 'merged', 'reformatted'] as const;

/** What publishing would do: every change, what is open, and the new numbers. */
export function PublishPreview({ preview }: { preview: PublicationAnswer }) {
  return (
    <>
      <Changes preview={preview} />
      <Open preview={preview} />
      <NewLabels preview={preview} />
    </>
  );
}

function Changes({ preview }: { preview: PublicationAnswer }) {
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
  const untouched = foldUntouched(comparison.rows).every((entry) => entry.kind === 'fold');
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
          <ChangeList comparison={comparison} />
        </>
      )}
    </section>
  );
}

function Open({ preview: { brackets } }: { preview: PublicationAnswer }) {
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
