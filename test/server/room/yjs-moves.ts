import * as Y from 'yjs';

/** Yjs puts into and takes out of its arrays of structs by `splice`, which moves what stands behind. */
let moves = 0;
const { splice } = Array.prototype;

const isStruct = (value: unknown): boolean => value instanceof Y.Item || value instanceof Y.GC;

export function startCountingMoves(): void {
  moves = 0;
  Array.prototype.splice = function (this: unknown[], ...given: [number, number?, ...unknown[]]) {
    const [start, deleted = this.length - start, ...added] = given;
    if (isStruct(this[0]) && added.length !== deleted) moves += this.length - start - deleted;
    return Reflect.apply(splice, this, given);
  };
}

export function stopCountingMoves(): void {
  Array.prototype.splice = splice;
}

/** How many structs Yjs has moved since counting began. */
export const movesCounted = (): number => moves;

export function movesOfYjs(act: () => void): number {
  const before = moves;
  act();
  return moves - before;
}
