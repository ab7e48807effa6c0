import { shortMomentInUtc } from '../../../shared/messages/moments.ts';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  /** Names of participants by id, as far as the visitor may know them. */
  readonly names: ReadonlyMap<string, string>;
}

/** The audit log as a table, the oldest entry first, as the chain runs. */
export function AuditTable({ entries, names }: AuditTableProps) {
  const { t, locale } = useMessages();
  return (
    <TableScroll label={t('audit.title')}>
      <table className="table table-roomy table-long">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('audit.seq')}
            </th>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.act')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, act, participantId, subject, hash }) => (
            <tr key={seq}>
              <td className="number">{seq}</td>
              <td className="nowrap">
                <time dateTime={at}>{shortMomentInUtc(at, locale, new Date())}</time>
              </td>
              <td>
                <bdi>
                  {participantId === null ? t('audit.server') : (names.get(participantId) ?? participantId)}
                </bdi>
              </td>
              <td>{t(`audit.acts.${act}`)}</td>
              <td className="mono">{subject}</td>
              <td className="mono nowrap" title={hash}>
                {hash.slice(0, 12)}…
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
