import type { DocumentEvent } from '../../shared/model/event.ts';

/** Tells every node what has become durable. Delivery is at most once; truth stays in the store. */
export interface Bus {
  publish(event: DocumentEvent): void;
  /** Answers a function that ends the subscription. */
  subscribe(listener: (event: DocumentEvent) => void): () => void;
}
