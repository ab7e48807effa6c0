import './synthesis.css';
import { Link } from 'wouter';
import type { SynthesisAnswer } from '../../../../shared/api/synthesis.ts';
import { dateInUtc } from '../../../../shared/messages/moments.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import { DecisionBadge } from '../../../ui/decision-badge.tsx';
import { paragraphOutcomes } from '../../../ui/input-address.ts';
import { useMessages } from '../../../ui/messages.ts';
import { notTakenUp, takenUp, VoiceTable } from './voice-table.tsx';

interface SynthesisViewProps {
  readonly documentId: DocumentId;
  readonly synthesis: SynthesisAnswer;
}

/** What was received for a version: the answer first, then from whom, then what was taken up and why not. */
export function SynthesisView({ documentId, synthesis }: SynthesisViewProps) {
  const { t, locale } = useMessages();
  const { version, from, to, tally, constituencies, regions, silentConstituencies, sections, names } =
    synthesis;
  const written = version?.id ?? ('working' as const);
  const until = dateInUtc(to, locale);
  return (
    <>
      <p className="synthesis-answer">
        {tally.received - tally.withdrawn === 0
          ? t('synthesis.nothing')
          : t('synthesis.answer', {
              count: tally.received - tally.withdrawn,
              takenUp: takenUp(tally),
              notTakenUp: notTakenUp(tally),
              undecided: tally.undecided,
            })}
      </p>
      <p className="soft">
        {from === null
          ? t('synthesis.until', { to: until })
          : t('synthesis.between', { from: dateInUtc(from, locale), to: until })}
      </p>
      <section className="section" aria-labelledby="by-constituency">
        <h2 className="section-title" id="by-constituency">
          {t('synthesis.constituencies')}
        </h2>
        <VoiceTable
          documentId={documentId}
          title={t('synthesis.constituencies')}
          voices={constituencies}
          nameOf={(kind) => t(`terms.constituency.${kind}`)}
          filterOf={(constituency) => ({ written, constituency })}
          names={names}
        />
        {silentConstituencies.length === 0 ? null : (
          <p className="small soft synthesis-unheard">
            {t('synthesis.unheard', {
              names: silentConstituencies.map((kind) => t(`terms.constituency.${kind}`)),
            })}
          </p>
        )}
      </section>
      {regions.length === 0 ? null : (
        <section className="section" aria-labelledby="by-region">
          <h2 className="section-title" id="by-region">
            {t('synthesis.regions')}
          </h2>
          <VoiceTable
            documentId={documentId}
            title={t('synthesis.regions')}
            voices={regions}
            nameOf={(kind) => (kind === 'none' ? t('inputs.filter.noRegion') : t(`terms.region.${kind}`))}
            filterOf={(region) => ({ written, constituency: 'government', region })}
            names={names}
          />
        </section>
      )}
      {sections.length === 0 ? null : (
        <section className="section" aria-labelledby="taken-up">
          <h2 className="section-title" id="taken-up">
            {t('synthesis.sections')}
          </h2>
          {sections.map((section) => (
            <Section key={section.heading} documentId={documentId} section={section} />
          ))}
        </section>
      )}
    </>
  );
}

function Section({
  documentId,
  section,
}: {
  documentId: DocumentId;
  section: SynthesisAnswer['sections'][number];
}) {
  const { t } = useMessages();
  return (
    <section className="synthesis-section">
      <h3 dir="auto">{section.title === '' ? t('synthesis.beforeHeadings') : section.title}</h3>
      {section.paragraphs.map(({ paragraph, label, gone, lines }) => (
        <div key={paragraph} className="synthesis-paragraph">
          <h4>
            <Link href={paragraphOutcomes(documentId, paragraph)}>
              {paragraph === null
                ? t('dispositions.general')
                : label === ''
                  ? t('dispositions.unnumbered')
                  : t('dispositions.paragraph', { label })}
            </Link>
            {gone ? <span className="soft small"> {t('dispositions.gone')}</span> : null}
          </h4>
          <ul>
            {lines.map((line) => (
              <li key={line.id} className="synthesis-line">
                <span className="synthesis-who">
                  <bdi>{line.delegation}</bdi>
                  {line.enteredBy === '' ? null : (
                    <span className="soft"> {t('register.enteredBy', { name: line.enteredBy })}</span>
                  )}
                  {line.onBehalfOf === '' ? null : (
                    <span className="soft"> {t('register.onBehalfOf', { group: line.onBehalfOf })}</span>
                  )}
                </span>
                <DecisionBadge decision={line.decision} />
                <span className="synthesis-words" dir="auto">
                  {line.summary !== '' ? line.summary : line.text !== '' ? line.text : line.wording}
                </span>
                {line.reason === '' ? null : (
                  <span className="synthesis-reason" dir="auto">
                    {line.reason}
                  </span>
                )}
                {line.ledTo.length === 0 ? null : (
                  <span className="soft small">
                    {t('synthesis.ledTo', { labels: line.ledTo.join(', ') })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
