/** Runs pieces of work one after another, in the order they came. A failing piece does not stop the next. */
export interface Mutex {
  /** Begins at once, inside of this call, when nothing is under way. */
  run<Answer>(work: () => Promise<Answer> | Answer): Promise<Answer>;
}

export function createMutex(): Mutex {
  /** Pieces that wait or are under way. */
  let pieces = 0;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    pieces -= 1;
  };
  return {
    run(work) {
      const begin = async (): Promise<Awaited<ReturnType<typeof work>>> => await work();
      pieces += 1;
      const mine = pieces === 1 ? begin() : last.then(begin);
      last = mine.then(end, end);
      return mine;
    },
  };
}
