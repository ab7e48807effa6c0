/** Runs pieces of work one after another, in the order they came. A failing piece does not stop the next. */
export interface Mutex {
  run<Answer>(work: () => Promise<Answer> | Answer): Promise<Answer>;
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
