import { Link, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { isUnderSilence } from '../../shared/domain/phase-procedures.ts';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { Moment } from '../ui/moment.tsx';
import './document-standing.css';

const AdoptionLine = late(() => import('./adoption-line.tsx'), { waiting: Adopted, missing: 'quiet' });

/**
 * One line on every page of a document that stands still: under silence until when, or adopted. It is there with the
 * frame, so that nothing moves the text afterwards.
 */
export function DocumentStanding({ answer }: { answer: DocumentAnswer }) {
  const { t } = useMessages();
  const [path] = useLocation();
  const { document, versions, abilities } = answer;
  const at = `/d/${document.id}`;
  if (document.adoption !== undefined) {
    const { version } = document.adoption;
    const latest = versions.at(-1)?.id === version;
    const shown = path === `${at}/v/${version}` || (latest && path === `${at}/v/latest`);
    const elsewhere = !shown && abilities['version.view'].allowed;
    return (
      <p className="frame-standing" data-standing="adopted">
        <span>
          <span aria-hidden>✓ </span>
          {abilities['register.view'].allowed ? <AdoptionLine id={document.id} /> : <Adopted />}
        </span>
        {elsewhere ? <Link href={`${at}/v/${version}`}>{t('frame.adopted.readFinal')}</Link> : null}
      </p>
    );
  }
  if (!isUnderSilence(document) || document.closesAt === null) return null;
  const [before, after] = t('frame.underSilence', {
    version: versions.at(-1)?.name ?? t('frame.latestVersion'),
    moment: '\u0000',
  }).split('\u0000');
  return (
    <p className="frame-standing" data-standing="silence">
      <span>
        {before}
        <Moment iso={document.closesAt} />
        {after}
      </span>
      {abilities['register.view'].allowed && path !== `${at}/silence` ? (
        <Link href={`${at}/silence`}>{t('frame.silence')}</Link>
      ) : null}
    </p>
  );
}

function Adopted() {
  const { t } = useMessages();
  return t('frame.adopted.plain');
}
