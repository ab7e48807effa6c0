import './change-overview.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ChangedTerm, ChangedTerms } from '../../../shared/compare/terms.ts';
import { useMessages } from '../../ui/messages.ts';
import { changeSections } from './change-sections.ts';
import { rowAddress } from './row-address.ts';
import { labelText } from './row-facts.tsx';
import { type ComparedTexts, useComparer } from './use-comparison.ts';

interface ChangeOverviewProps {
  readonly compared: ComparedTexts;
  /** Address of the redline of these texts, where single changes are shown. */
  readonly redline: string;
}

/** One page a pair of texts: sections most changed, terms that came and went, brackets, the new numbers. */
export function ChangeOverview({ compared, redline }: ChangeOverviewProps) {
  return (
    <div className="overview">
      <MostChanged compared={compared} redline={redline} />
      <Terms compared={compared} />
      <Brackets compared={compared} redline={redline} />
      <NewLabels compared={compared} redline={redline} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="overview-part">
      <h2 className="section-title">{title}</h2>
      {children}
    </section>
  );
}

function MostChanged({ compared, redline }: ChangeOverviewProps) {
  const { t } = useMessages();
  const { comparison, to } = compared;
  const sections = changeSections(comparison, to.paragraphs)
    .filter(({ changes }) => changes > 0)
    .sort((a, b) => b.changes / b.rows - a.changes / a.rows);
  if (sections.length === 0) return null;
  return (
    <Part title={t('comparison.mostChanged')}>
      <table className="overview-table">
        <tbody>
          {sections.map(({ row, heading, rows, changes }) => (
            <tr key={row}>
              <th scope="row">
                <Link
                  href={`${redline}#${rowAddress(comparison.rows[row] as (typeof comparison.rows)[number])}`}
                >
                  <bdi>
                    {heading === null ? t('comparison.beginning') : `${heading.label} ${heading.text}`.trim()}
                  </bdi>
                </Link>
              </th>
              <td>{t('comparison.ofParagraphs', { changes, rows })}</td>
              <td>
                <meter className="overview-meter" min={0} max={rows} value={changes} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Terms({ compared }: { compared: ComparedTexts }) {
  const { t } = useMessages();
  const comparer = useRef(useComparer());
  const [terms, setTerms] = useState<ChangedTerms | null>(null);
  const { from, to } = compared;
  useEffect(() => {
    let wanted = true;
    void comparer
      .current()
      .terms(from.paragraphs, to.paragraphs)
      .then((found) => (wanted ? setTerms(found) : undefined));
    return () => {
      wanted = false;
    };
  }, [from, to]);
  if (terms === null) return null;
  return (
    <Part title={t('comparison.terms')}>
      <p className="soft small">{t('comparison.termsHelp')}</p>
      <div className="overview-columns">
        <TermList
          title={t('comparison.appeared', { count: terms.found.appeared })}
          terms={terms.appeared}
          countOf={(term) => term.to}
          rest={terms.found.appeared - terms.appeared.length}
        />
        <TermList
          title={t('comparison.vanished', { count: terms.found.vanished })}
          terms={terms.vanished}
          countOf={(term) => term.from}
          rest={terms.found.vanished - terms.vanished.length}
        />
      </div>
    </Part>
  );
}

interface TermListProps {
  readonly title: string;
  readonly terms: readonly ChangedTerm[];
  readonly countOf: (term: ChangedTerm) => number;
  readonly rest: number;
}

function TermList({ title, terms, countOf, rest }: TermListProps) {
  const { t } = useMessages();
  return (
    <div>
      <h3 className="overview-subtitle">{title}</h3>
      <ul className="overview-terms">
        {terms.map((term) => (
          <li key={term.term}>
            <bdi>{term.term}</bdi>{' '}
            <span className="overview-count">{t('comparison.times', { count: countOf(term) })}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="soft small">{t('comparison.moreTerms', { count: rest })}</p> : null}
    </div>
  );
}

function Brackets({ compared, redline }: ChangeOverviewProps) {
  const { t } = useMessages();
  const rows = compared.comparison.rows.filter(({ brackets }) => brackets.added + brackets.removed > 0);
  if (rows.length === 0) return null;
  return (
    <Part title={t('comparison.bracketsTitle')}>
      <ul className="overview-list">
        {rows.map((row) => (
          <li key={rowAddress(row)}>
            <Link href={`${redline}#${rowAddress(row)}`}>
              <bdi>{labelText(row.labels.to) || labelText(row.labels.from) || t('comparison.one')}</bdi>
            </Link>{' '}
            {[
              ...(row.brackets.added > 0 ? [t('comparison.opened', { count: row.brackets.added })] : []),
              ...(row.brackets.removed > 0 ? [t('comparison.closed', { count: row.brackets.removed })] : []),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function NewLabels({ compared, redline }: ChangeOverviewProps) {
  const { t } = useMessages();
  const { comparison, from, to } = compared;
  if (comparison.labels.length === 0) return null;
  return (
    <Part title={t('comparison.newLabels')}>
      <table className="overview-table">
        <thead>
          <tr>
            <th scope="col">
              <bdi>{from.name}</bdi>
            </th>
            <th scope="col">
              <bdi>{to.name}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {comparison.labels.map((change) => (
            <tr key={change.row}>
              <td>
                <bdi>{labelText(change.from) || '–'}</bdi>
              </td>
              <td>
                <Link
                  href={`${redline}#${rowAddress(comparison.rows[change.row] as (typeof comparison.rows)[number])}`}
                >
                  <bdi>{labelText(change.to) || '–'}</bdi>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
