import type { Version } from '../../../shared/model/version.ts';
import { EXPORT_FORMATS, exportAddress } from '../../api/versions.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { CopyIcon, PrintIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import './reading.css';

/** What is known of a version: stage, date, letter, hash; and how to take it along. */
export function VersionFacts({ version }: { version: Version }) {
  const { t } = useMessages();
  const { id, documentId, stage, letter, publishedAt, hash, paragraphs } = version;
  return (
    <>
      <h2 className="panes-heading">{t('reading.facts.title')}</h2>
      <dl className="reading-facts">
        <dt>{t('reading.facts.stage')}</dt>
        <dd>{t(`terms.stage.${stage}`)}</dd>
        <dt>{t('reading.facts.published')}</dt>
        <dd>
          <Moment iso={publishedAt} />
        </dd>
        <dt>{t('reading.facts.paragraphs')}</dt>
        <dd>{paragraphs.length}</dd>
        <dt>{t('reading.facts.hash')}</dt>
        <dd>
          <span className="mono">{hash.slice(0, 16)}…</span>{' '}
          <Button
            small
            tone="quiet"
            title={t('reading.facts.hashHelp')}
            onClick={() => void copyText(hash, t('common.copied'))}
          >
            <CopyIcon className="icon" /> {t('common.copy')}
          </Button>
        </dd>
      </dl>
      <h2 className="panes-heading">{t('reading.facts.downloads')}</h2>
      <div className="reading-downloads no-print">
        {EXPORT_FORMATS.map((format) => (
          <ButtonLink key={format} small href={exportAddress(documentId, id, format)} download>
            {t(`reading.facts.format.${format}`)}
          </ButtonLink>
        ))}
        <Button small onClick={() => window.print()}>
          <PrintIcon className="icon" /> {t('common.print')}
        </Button>
      </div>
      {letter === '' ? null : (
        <section className="reading-section">
          <h2 className="panes-heading">{t('reading.facts.letter')}</h2>
          <p className="reading-letter" dir="auto">
            {letter}
          </p>
        </section>
      )}
    </>
  );
}
