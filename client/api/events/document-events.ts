import type { DocumentId } from '../../../shared/model/ids.ts';
import { createEventHub, type EventHub } from './event-hub.ts';

const hubs = new Map<DocumentId, EventHub>();

/** The events of a document: one hub a document for the whole page, whoever listens. */
export function documentEvents(id: DocumentId): EventHub {
  const known = hubs.get(id);
  if (known !== undefined) return known;
  const made = createEventHub({
    open: () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/events/${id}`),
    random: Math.random,
    setTimer: (act, ms) => setTimeout(act, ms),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    hidden: () => document.visibilityState === 'hidden',
    watch: watchPage,
  });
  hubs.set(id, made);
  return made;
}

function watchPage(awake: () => void, online: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') awake();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('online', online);
  };
}
