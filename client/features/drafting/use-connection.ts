import { useEffect, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { openConnection } from '../../editor/connection/open-connection.ts';

/** Opens the working text for as long as the page stands. Null until the first render is done. */
export function useConnection(
  documentId: DocumentId,
  participantId: ParticipantId | null,
): Connection | null {
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const opened = openConnection({ documentId, participantId, origin: location.origin });
    setConnection(opened);
    return () => {
      setConnection(null);
      void opened.close();
    };
  }, [documentId, participantId]);
  return connection;
}
