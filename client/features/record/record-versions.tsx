import { Link } from 'wouter';
import { momentInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

/** Every version with who published it, when, and the hash by which it can be known again. */
export function RecordVersions({ record: { id, versions } }: { record: DocumentRecord }) {
  const { t, locale } = useMessages();
  if (versions.length === 0) return <p className="soft">{t('record.versions.none')}</p>;
  return (
    <TableScroll label={t('record.versions.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('record.versions.version')}</th>
            <th scope="col">{t('record.versions.published')}</th>
            <th scope="col">{t('record.versions.by')}</th>
            <th scope="col">{t('record.versions.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <th scope="row">
                <Link href={`/d/${id}/v/${version.id}`} dir="auto">
                  {version.name}
                </Link>
              </th>
              <td>{momentInUtc(version.publishedAt, locale)}</td>
              <td dir="auto">{version.publisher}</td>
              <td className="mono record-hash">{version.hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
