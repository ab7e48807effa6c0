import type { Recording } from '../../../shared/model/declaration.ts';
import { useMessages } from '../../ui/messages.ts';
import { recordingAddress, timeCode } from '../../ui/time-code.ts';

/** A place in a recording; nothing where there is none. */
export function RecordingLink({ recording }: { recording: Recording | null }) {
  const { t } = useMessages();
  if (recording === null) return null;
  return (
    <a href={recordingAddress(recording)} rel="noopener noreferrer">
      {recording.at === null
        ? t('record.declarations.recording')
        : t('record.declarations.recordingAt', { time: timeCode(recording.at) })}
    </a>
  );
}
