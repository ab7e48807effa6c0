import { useLocation } from 'wouter';
import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { versionAddress } from './addresses.ts';
import './reading.css';

interface VersionPickerProps {
  readonly documentId: DocumentId;
  readonly versions: readonly VersionSummary[];
  readonly current: VersionId;
}

/** Which version is read. The newest stands first. */
export function VersionPicker({ documentId, versions, current }: VersionPickerProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const newestFirst = versions.toSorted((a, b) => b.ordinal - a.ordinal);
  return (
    <div className="reading-picker no-print">
      <Field label={t('reading.version')}>
        <select
          value={current}
          onChange={(event) => go(versionAddress(documentId, event.target.value as VersionId))}
        >
          {newestFirst.map(({ id, name }, k) => (
            <option key={id} value={id}>
              {k === 0 ? t('reading.latestMark', { name }) : name}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
