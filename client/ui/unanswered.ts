/*
 * What the page waits for in vain, for whatever stands in the place of what should come. The root of the client tells it
 * (client/api/watch-answers.ts knows), skeletons show it.
 */

/** Why nothing comes. `slow`: nothing has failed, and nothing has come. */
export type Unanswered = 'no-network' | 'no-answer' | 'busy' | 'slow';

let reason: Unanswered | null = null;
let askNow: () => void = () => undefined;
/** Skeletons on the page, in the order in which they came: the first one speaks for all. */
let places: readonly string[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export const unansweredStore = {
  get: (): Unanswered | null => reason,
  set(next: Unanswered | null): void {
    if (next === reason) return;
    reason = next;
    tell();
  },
  /** What asks again at once. */
  offer(ask: () => void): void {
    askNow = ask;
  },
  ask: (): void => askNow(),
  /** A place where something should be. Answers what takes it away. */
  take(place: string): () => void {
    places = [...places, place];
    tell();
    return () => {
      places = places.filter((one) => one !== place);
      tell();
    };
  },
  speaker: (): string | undefined => places[0],
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
