import { type RefObject, useEffect, useState } from 'react';
import type { DocumentId, ParagraphId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { openConnection } from '../../editor/connection/open-connection.ts';

/** The labels that stand on the screen now, for words that must be kept apart from the text. */
export type LabelsNow = () => ReadonlyMap<ParagraphId, string>;

/** Opens the working text for as long as the page stands. Null until the first render is done. */
export function useConnection(
  documentId: DocumentId,
  participantId: ParticipantId | null,
  labels: RefObject<LabelsNow>,
): Connection | null {
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const opened = openConnection({
      documentId,
      participantId,
      origin: location.origin,
      labels: () => labels.current(),
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      void opened.close();
    };
  }, [documentId, participantId, labels]);
  return connection;
}
