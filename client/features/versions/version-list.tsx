import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { EXPORT_FORMATS, exportAddress } from '../../api/versions.ts';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import './versions.css';

interface VersionListProps {
  readonly documentId: DocumentId;
  readonly versions: readonly VersionSummary[];
}

/** All versions, the newest first. */
export function VersionList({ documentId, versions }: VersionListProps) {
  const { t } = useMessages();
  if (versions.length === 0) return <Notice title={t('versions.empty')} />;
  const newestFirst = versions.toSorted((a, b) => b.ordinal - a.ordinal);
  return (
    <ol className="versions-list">
      {newestFirst.map((version, k) => (
        <VersionEntry
          key={version.id}
          documentId={documentId}
          version={version}
          previous={newestFirst[k + 1]}
        />
      ))}
    </ol>
  );
}

interface VersionEntryProps {
  readonly documentId: DocumentId;
  readonly version: VersionSummary;
  readonly previous: VersionSummary | undefined;
}

function VersionEntry({ documentId, version, previous }: VersionEntryProps) {
  const { t } = useMessages();
  const { id, name, stage, publishedAt, letter, hash } = version;
  const stageName = t(`terms.stage.${stage}`);
  return (
    <li className="versions-entry">
      <div>
        <h2 className="versions-name">
          <Link href={`/d/${documentId}/v/${id}`}>{name}</Link>
        </h2>
        <p className="soft">
          {stageName === name ? null : <>{stageName} · </>}
          <Moment iso={publishedAt} />
        </p>
        <p className="mono soft" title={t('versions.hash')}>
          {hash.slice(0, 16)}…
        </p>
      </div>
      <div className="versions-acts">
        {previous === undefined ? null : (
          <Link href={`/d/${documentId}/compare?from=${previous.id}&to=${id}`}>
            {t('versions.compare', { name: previous.name })}
          </Link>
        )}
        <span className="versions-downloads">
          {EXPORT_FORMATS.map((format) => (
            <a key={format} href={exportAddress(documentId, id, format)} download>
              {t(`reading.facts.format.${format}`)}
            </a>
          ))}
        </span>
      </div>
      {letter === '' ? null : (
        <details className="versions-letter">
          <summary>{t('versions.showLetter')}</summary>
          <p dir="auto">{letter}</p>
        </details>
      )}
    </li>
  );
}
