import type { Recording } from '../../../shared/model/declaration.ts';
import { useMessages } from '../../ui/messages.ts';

/** `1:05:15` */
const timeCode = (seconds: number): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** A place in a recording; nothing where there is none. */
export function RecordingLink({ recording }: { recording: Recording | null }) {
  const { t } = useMessages();
  if (recording === null) return null;
  return (
    <a href={recording.url} rel="noopener noreferrer">
      {recording.at === null
        ? t('record.declarations.recording')
        : t('record.declarations.recordingAt', { time: timeCode(recording.at) })}
    </a>
  );
}
