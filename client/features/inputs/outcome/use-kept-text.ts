import { useMemo, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { carriedOver } from '../../../ui/carried-over.ts';
import { keptOn } from '../../../ui/kept-on-device.ts';

/** Words being typed, kept on this device until they are sent. `about` names the subject. */
export function useKeptText(
  documentId: DocumentId,
  participant: ParticipantId,
  about: string,
): readonly [text: string, change: (text: string) => void] {
  const kept = useMemo(
    () =>
      carriedOver(keptOn<string>('answer-draft', documentId, participant, about), {
        key: `sounding-board/answer-draft/1/${participant}/${about}`,
        // It was written down as it was typed.
        parse: (stored) => stored,
      }),
    [documentId, participant, about],
  );
  const [text, setText] = useState(() => kept.read() ?? '');
  const change = (next: string): void => {
    setText(next);
    if (next === '') kept.drop();
    else kept.write(next);
  };
  return [text, change];
}
