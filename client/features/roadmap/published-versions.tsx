import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';

interface PublishedVersionsProps {
  readonly answer: DocumentAnswer;
  readonly versions: readonly VersionId[];
}

/** Versions that were published until a station, or since; nothing where there are none. */
export function PublishedVersions({ answer, versions }: PublishedVersionsProps) {
  const { t } = useMessages();
  const named = versions.flatMap((version) => answer.versions.find((one) => one.id === version) ?? []);
  if (named.length === 0) return null;
  return (
    <p>
      <span className="roadmap-fact">{t('roadmap.published')}</span>{' '}
      {named.map((version, k) => (
        <span key={version.id}>
          {k === 0 ? null : ', '}
          <Link href={`/d/${answer.document.id}/v/${version.id}`}>
            <bdi>{version.name}</bdi>
          </Link>
        </span>
      ))}
    </p>
  );
}
