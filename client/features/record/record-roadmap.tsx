import { Link } from 'wouter';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { listed, useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

/** Milestones, planned and actual, with what was published and received at each. */
export function RecordRoadmap({ record: { id, stations } }: { record: DocumentRecord }) {
  const { t, locale } = useMessages();
  if (stations.length === 0) return <p className="soft">{t('record.roadmap.none')}</p>;
  return (
    <>
      <TableScroll label={t('record.roadmap.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('record.roadmap.milestone')}</th>
              <th scope="col">{t('record.roadmap.planned')}</th>
              <th scope="col">{t('record.roadmap.actual')}</th>
              <th scope="col">{t('record.roadmap.published')}</th>
              <th scope="col">{t('record.roadmap.received')}</th>
            </tr>
          </thead>
          <tbody>
            {stations.map(({ kind, name, planned, actual, versions, received, delegations }) => (
              <tr key={`${kind} ${name} ${planned}`}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                <td>{dateInUtc(planned, locale)}</td>
                <td>{actual === null ? '–' : dateInUtc(actual, locale)}</td>
                <td dir="auto">{listed(versions)}</td>
                <td>{received === 0 ? '' : t('record.roadmap.from', { received, count: delegations })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="record-more no-print">
        <Link href={`/d/${id}/roadmap`}>{t('record.roadmap.more')}</Link>
      </p>
    </>
  );
}
