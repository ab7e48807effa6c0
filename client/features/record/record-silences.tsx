import { momentInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentRecord, RecordSilence } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

/** Every silence with its outcome, and who objected to what. */
export function RecordSilences({ record: { silences } }: { record: DocumentRecord }) {
  const { t } = useMessages();
  if (silences.length === 0) return <p className="soft">{t('record.silence.none')}</p>;
  return silences.map((silence) => <Silence key={silence.opensAt} silence={silence} />);
}

function Silence({ silence }: { silence: RecordSilence }) {
  const { t, locale } = useMessages();
  const { version, opensAt, deadline, extensions, letter, outcome, objections } = silence;
  const label = `${version}: ${t(`record.silence.${outcome}`)}`;
  return (
    <div className="record-silence">
      <h3>
        <bdi>{version}</bdi>:{' '}
        <span
          className={
            outcome === 'kept' ? 'badge badge-agreed' : outcome === 'broken' ? 'badge badge-warn' : 'badge'
          }
        >
          {t(`record.silence.${outcome}`)}
        </span>
      </h3>
      <p className="soft">
        {t('record.silence.until', {
          opens: momentInUtc(opensAt, locale),
          deadline: momentInUtc(deadline, locale),
        })}
      </p>
      {letter === '' ? null : (
        <p className="record-words" dir="auto">
          {letter}
        </p>
      )}
      {extensions.map((extension) => (
        <div key={extension.at}>
          <p className="soft">
            {t('record.silence.extended', {
              from: momentInUtc(extension.from, locale),
              to: momentInUtc(extension.to, locale),
              moment: momentInUtc(extension.at, locale),
            })}
          </p>
          {extension.letter === '' ? null : (
            <p className="record-words" dir="auto">
              {extension.letter}
            </p>
          )}
        </div>
      ))}
      {objections.length === 0 ? (
        <p>{t('record.silence.noObjections')}</p>
      ) : (
        <TableScroll label={label}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('record.silence.objection')}</th>
                <th scope="col">{t('record.silence.places')}</th>
                <th scope="col">{t('record.silence.reason')}</th>
                <th scope="col">{t('record.silence.made')}</th>
              </tr>
            </thead>
            <tbody>
              {objections.map(({ holder, places, reason, withAmendment, at, withdrawnAt }) => (
                <tr key={`${holder} ${at}`}>
                  <th scope="row" dir="auto">
                    {holder}
                  </th>
                  <td>
                    {places
                      .map((place) =>
                        place.chapeau ? t('record.silence.chapeau', { label: place.label }) : place.label,
                      )
                      .join(', ')}
                  </td>
                  <td dir="auto">
                    {reason} {withAmendment ? t('record.silence.amendment') : null}
                  </td>
                  <td>
                    {momentInUtc(at, locale)}
                    {withdrawnAt === null ? null : (
                      <span className="soft record-withdrawn">
                        {t('record.silence.withdrawnOn', { moment: momentInUtc(withdrawnAt, locale) })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
