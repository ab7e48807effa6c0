import { useEffect } from 'react';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { documentEvents } from '../events/document-events.ts';

/** A line that is open anyway and brings the document's events: the connection of the working text. */
export interface EventLine {
  /** Calls `listener` with every event until the answer is called. */
  onEvent(listener: (event: DocumentEvent) => void): () => void;
  /** Changes with every admission: when it does, something may have been missed and access may be another. */
  readonly permissions: { get(): unknown; subscribe(listener: () => void): () => void };
}

/** Takes the document's events from an open line for as long as the page stands, so that no second socket is opened. */
export function useFedEvents(documentId: DocumentId, line: EventLine | null): void {
  useEffect(() => {
    const feed = documentEvents(documentId).feed();
    if (line === null) return feed.end;
    const stopEvents = line.onEvent(feed.tell);
    let before = JSON.stringify(line.permissions.get());
    const stopPermissions = line.permissions.subscribe(() => {
      const now = JSON.stringify(line.permissions.get());
      feed.tell({ kind: before === 'null' || before === now ? 'back' : 'anew' });
      before = now;
    });
    return () => {
      stopEvents();
      stopPermissions();
      feed.end();
    };
  }, [documentId, line]);
}
