import { DOC } from './cast.ts';
import type { Stage } from './stage.ts';
import type { TestClient } from './test-client.ts';

/** What a client was sent as JSON by one message. */
export const jsonOf = (client: TestClient, message: number) =>
  client.received.flatMap((one) => (one.type === 'json' && one.message === message ? [one.payload] : []));
/** Presence that a client was told, in order. */
export const presenceOf = (client: TestClient) =>
  client.received.flatMap((one) => (one.type === 'awareness' ? one.entries : []));
/** The rows of the log. */
export const logged = (stage: Stage) => stage.log.read(DOC, 0, 10_000);
/** All of a client's text, formats and markers included. */
export const printed = (client: TestClient): string => JSON.stringify(client.text.toDelta());
/** Whether these clients show the same text, formats and markers included. */
export const allEqual = (...clients: TestClient[]) => new Set(clients.map(printed)).size === 1;
