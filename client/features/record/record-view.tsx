import './record.css';
import type { ReactNode } from 'react';
import { dateInUtc, momentInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentRecord, OpenPoint } from '../../../shared/model/record.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { type RecordSection, SECTIONS } from './addresses.ts';
import { RecordDeclarations } from './record-declarations.tsx';
import { RecordInputs } from './record-inputs.tsx';
import { RecordPositionsTable } from './record-positions.tsx';
import { RecordProof } from './record-proof.tsx';
import { RecordRoadmap } from './record-roadmap.tsx';
import { RecordSilences } from './record-silences.tsx';
import { RecordStatements } from './record-statements.tsx';
import { RecordTextView } from './record-text.tsx';
import { RecordVersions } from './record-versions.tsx';

/** The whole record: what it is, its contents, then section by section, as it is printed. */
export function RecordView({ record, downloads }: { record: DocumentRecord; downloads: ReactNode }) {
  const { t, locale } = useMessages();
  const symbol = record.adoption?.symbol ?? '';
  const sections = SECTIONS.filter((section) => section !== 'text' || record.text !== null);
  const body: Readonly<Record<RecordSection, ReactNode>> = {
    adoption: <Adoption record={record} />,
    roadmap: <RecordRoadmap record={record} />,
    versions: <RecordVersions record={record} />,
    text: <RecordTextView record={record} />,
    declarations: <RecordDeclarations record={record} />,
    silence: <RecordSilences record={record} />,
    positions: <RecordPositionsTable record={record} />,
    inputs: <RecordInputs record={record} />,
    statements: <RecordStatements record={record} />,
    proof: <RecordProof record={record} />,
  };
  return (
    <div className="record">
      <header className="record-cover">
        <p className="record-title" dir="auto">
          {record.title}
        </p>
        {symbol === '' ? null : <p className="record-symbol">{symbol}</p>}
        <p className="soft">{t('record.asOf', { moment: momentInUtc(record.at, locale) })}</p>
      </header>
      {record.open.length === 0 ? null : <OpenPoints points={record.open} />}
      <div className="record-front">
        <nav className="record-contents" aria-labelledby="record-contents">
          <h2 className="section-title" id="record-contents">
            {t('record.contents')}
          </h2>
          <ol>
            {sections.map((section) => (
              <li key={section}>
                <a href={`#${section}`}>{sectionTitle(section, record, t)}</a>
              </li>
            ))}
          </ol>
        </nav>
        {downloads}
      </div>
      {sections.map((section) => (
        <section
          key={section}
          className="section record-section"
          id={section}
          aria-labelledby={`${section}-title`}
        >
          <h2 className="section-title" id={`${section}-title`}>
            {sectionTitle(section, record, t)}
          </h2>
          {body[section]}
        </section>
      ))}
    </div>
  );
}

function Adoption({ record: { adoption, text } }: { record: DocumentRecord }) {
  const { t, locale } = useMessages();
  if (adoption === null || text === null) return <p className="soft">{t('record.adoption.none')}</p>;
  const said = { name: text.name, date: dateInUtc(adoption.date, locale) };
  return (
    <>
      <p className="record-answer">
        {adoption.manner === 'consensus' || adoption.votes === null
          ? t('record.adoption.consensus', said)
          : t('record.adoption.vote', { ...said, ...adoption.votes })}
      </p>
      {adoption.symbol === '' ? null : (
        <p>
          {t('record.adoption.symbol')}: <bdi>{adoption.symbol}</bdi>
        </p>
      )}
      {adoption.recordClosedAt === null ? null : (
        <p>{t('record.adoption.closed', { moment: momentInUtc(adoption.recordClosedAt, locale) })}</p>
      )}
    </>
  );
}

function sectionTitle(section: RecordSection, { text }: DocumentRecord, t: Translate): string {
  if (section !== 'text') return t(`record.${section}.title`);
  const name = text?.name ?? '';
  return text?.adopted === true ? t('record.text.adopted', { name }) : t('record.text.latest', { name });
}

function OpenPoints({ points }: { points: readonly OpenPoint[] }) {
  const { t } = useMessages();
  return (
    <Notice title={t('record.open.title')}>
      <ul className="record-open">
        {points.map(({ what, count }) => (
          <li key={what}>
            {what === 'brackets' || what === 'undecided-inputs'
              ? t(`record.open.${what}`, { count })
              : t(`record.open.${what}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
