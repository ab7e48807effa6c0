/** What is under way, by whatever it belongs to (such as the store of one server), then by key. */
const turns = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Runs `work` once everything begun before with the same key has ended. */
export function inTurn<Value>(owner: object, key: string, work: () => Promise<Value>): Promise<Value> {
  const mine = turns.get(owner) ?? new Map<string, Promise<unknown>>();
  turns.set(owner, mine);
  const before = mine.get(key) ?? Promise.resolve();
  const next = before.then(work, work);
  mine.set(key, next);
  const end = (): void => {
    if (mine.get(key) === next) mine.delete(key);
  };
  next.then(end, end);
  return next;
}
