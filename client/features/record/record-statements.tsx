import { memo } from 'react';
import { Link } from 'wouter';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentRecord, RecordStatement } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';
import { Words } from './declaration-card.tsx';
import { RecordingLink } from './recording-link.tsx';

/** What was said, where and when, with its recording. */
export const RecordStatements = memo(function RecordStatements({ record }: { record: DocumentRecord }) {
  const { t } = useMessages();
  const { id, statements, statementsLeftOut } = record;
  if (statements.length === 0) return <p className="soft">{t('record.statements.none')}</p>;
  return (
    <>
      {statements.map((statement) => (
        <Statement key={statement.id} statement={statement} />
      ))}
      {statementsLeftOut === 0 ? null : <p>{t('record.statements.leftOut', { count: statementsLeftOut })}</p>}
      <p className="record-more no-print">
        <Link href={`/d/${id}/statements`}>{t('record.statements.more')}</Link>
      </p>
    </>
  );
});

function Statement({ statement }: { statement: RecordStatement }) {
  const { t, locale } = useMessages();
  const { speaker, onBehalfOf, date, meeting, passages, written, verifiedBy, paragraphs } = statement;
  const where = [
    meeting,
    date === null ? '' : dateInUtc(date, locale),
    verifiedBy === null
      ? t('record.statements.unverified')
      : t('record.statements.verified', { name: verifiedBy }),
    paragraphs.length === 0
      ? ''
      : t(paragraphs.length === 1 ? 'record.declarations.paragraph' : 'record.declarations.paragraphs', {
          labels: paragraphs.join(', '),
        }),
  ];
  return (
    <article className="record-declaration">
      <h3 className="record-holder">
        <bdi>{speaker}</bdi>
        {onBehalfOf.length === 0 ? null : (
          <span className="soft"> {t('record.statements.onBehalfOf', { names: onBehalfOf })}</span>
        )}
      </h3>
      <p className="soft small">{where.filter((part) => part !== '').join(' · ')}</p>
      {passages.map(({ manner, words, recording }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no identity but their place
        <div key={k}>
          <Words words={manner === 'verbatim' ? { ...words, text: `“${words.text}”` } : words} />
          {manner === 'verbatim' && recording === null ? null : (
            <p className="record-links small">
              {manner === 'reported' ? <span className="soft">{t('record.statements.reported')}</span> : null}
              <RecordingLink recording={recording} />
            </p>
          )}
        </div>
      ))}
      {written === null ? null : (
        <p className="record-links small">
          <a href={written} rel="noopener noreferrer">
            {t('record.declarations.written')}
          </a>
        </p>
      )}
    </article>
  );
}
