import { Link } from 'wouter';
import { STANDINGS } from '../../../shared/model/position.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { paragraphAnchor } from './addresses.ts';

const COLUMNS = [...STANDINGS, 'split', 'notHeard'] as const;

/** How many delegations stand where on each paragraph; governments and others apart. */
export function RecordPositionsTable({ record: { id, positions } }: { record: DocumentRecord }) {
  const { t } = useMessages();
  if (positions.length === 0) return <p className="soft">{t('record.positions.none')}</p>;
  return (
    <>
      <p className="soft">{t('record.positions.lead')}</p>
      {(['governments', 'others'] as const).map((who) => {
        const rows = positions.filter((row) =>
          COLUMNS.some((column) => column !== 'notHeard' && row[who][column] > 0),
        );
        const title = t(`record.positions.${who}`);
        return rows.length === 0 ? null : (
          <div key={who} className="record-camp">
            <h3>{title}</h3>
            <TableScroll label={title}>
              <table className="table record-positions">
                <thead>
                  <tr>
                    <th scope="col">{t('record.positions.paragraph')}</th>
                    {COLUMNS.map((column) => (
                      <th key={column} scope="col" className="number">
                        {t(`record.positions.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.paragraph}>
                      <th scope="row">
                        <a href={`#${paragraphAnchor(row.paragraph)}`}>
                          {row.label === '' ? t('record.declarations.unnumbered') : row.label}
                        </a>
                      </th>
                      {COLUMNS.map((column) => (
                        <td key={column} className="number">
                          {row[who][column] === 0 ? '' : row[who][column]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </div>
        );
      })}
      <p className="record-more no-print">
        <Link href={`/d/${id}/positions`}>{t('record.positions.more')}</Link>
      </p>
    </>
  );
}
