/**
 * Long work that says where others may have their turn: at each `yield`. The pure core does not know how turns are taken;
 * the server gives way between steps (server/steps/in-steps.ts), tests and small texts take them all at once.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** How steps are taken: at once, or with pauses. */
export type TakeSteps = <Value>(steps: Steps<Value>) => Value | Promise<Value>;

/** All steps without a pause. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `map` in steps of one item each. */
export function* mapInSteps<Item, Value>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => Value,
): Steps<Value[]> {
  const made: Value[] = [];
  for (const item of items) {
    made.push(work(item, made.length));
    yield;
  }
  return made;
}
