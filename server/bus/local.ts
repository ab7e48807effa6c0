import type { DocumentEvent } from '../../shared/model/event.ts';
import type { Bus } from '../ports/bus.ts';

/** The bus of a single node: calls its listeners at once. One that fails is reported and stops no other. */
export function createLocalBus(report: (what: string, error: unknown) => void): Bus {
  const listeners = new Set<(event: DocumentEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners])
        try {
          listener(event);
        } catch (error) {
          report('a listener failed on an event', error);
        }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
