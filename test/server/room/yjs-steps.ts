import * as Y from 'yjs';

/** Yjs puts each struct that it passes into two sets of structs (yjs/src/structs/Item.js, integrate), and into no other. */
let adds = 0;
const { add } = Set.prototype;

export function startCounting(): void {
  adds = 0;
  Set.prototype.add = function (value) {
    if (value instanceof Y.Item) adds += 1;
    return add.call(this, value);
  };
}

export function stopCounting(): void {
  Set.prototype.add = add;
}

/** How many structs Yjs has passed, those at which it stopped included. What the server reckons with adds half as many. */
export const stepsCounted = (): number => adds / 2;

export function stepsOfYjs(act: () => void): number {
  const before = adds;
  act();
  return (adds - before) / 2;
}
