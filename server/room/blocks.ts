import { lastNumberUpTo } from './last-up-to.ts';

/** So many entries stand in one block at most: one more in the middle moves few. */
const BLOCK = 512;

/**
 * Entries in the order of their clocks. In blocks, because an array of a hundred thousand moves half of them for each that is
 * put in the middle, a nanosecond each.
 */
export class Blocks<Entry> {
  /** How many there are. */
  size = 0;
  private readonly blocks: Entry[][] = [];
  /** The clocks of each block's entries: a search among numbers asks nobody. */
  private readonly clocks: number[][] = [];
  /** The first of them. */
  private readonly firsts: number[] = [];
  private readonly clockOf: (entry: Entry) => number;

  constructor(clockOf: (entry: Entry) => number) {
    this.clockOf = clockOf;
  }

  /** The last entry that does not stand behind `clock`. */
  upTo(clock: number): Entry | undefined {
    const at = lastNumberUpTo(this.firsts, clock);
    if (at < 0) return undefined;
    return (this.blocks[at] as Entry[])[lastNumberUpTo(this.clocks[at] as number[], clock)];
  }

  /** Whether there is an entry with just this clock. */
  has(clock: number): boolean {
    const at = lastNumberUpTo(this.firsts, clock);
    if (at < 0) return false;
    const clocks = this.clocks[at] as number[];
    return clocks[lastNumberUpTo(clocks, clock)] === clock;
  }

  /** Puts an entry behind those up to its clock. */
  add(entry: Entry): void {
    this.size += 1;
    const clock = this.clockOf(entry);
    const at = Math.max(0, lastNumberUpTo(this.firsts, clock));
    const clocks = this.clocks[at];
    if (clocks === undefined) {
      this.firsts.push(clock);
      this.clocks.push([clock]);
      this.blocks.push([entry]);
      return;
    }
    const block = this.blocks[at] as Entry[];
    const behind = lastNumberUpTo(clocks, clock) + 1;
    if (behind === 0) this.firsts[at] = clock;
    clocks.splice(behind, 0, clock);
    block.splice(behind, 0, entry);
    if (block.length <= BLOCK) return;
    this.firsts.splice(at + 1, 0, clocks[BLOCK / 2] as number);
    this.clocks.splice(at + 1, 0, clocks.splice(BLOCK / 2));
    this.blocks.splice(at + 1, 0, block.splice(BLOCK / 2));
  }

  /** How many stand behind `clock`. */
  countBehind(clock: number): number {
    const at = Math.max(0, lastNumberUpTo(this.firsts, clock));
    const clocks = this.clocks[at];
    if (clocks === undefined) return 0;
    let count = clocks.length - 1 - lastNumberUpTo(clocks, clock);
    for (let k = at + 1; k < this.clocks.length; k += 1) count += (this.clocks[k] as number[]).length;
    return count;
  }

  /** Tells those from `from` on and before `end`. */
  within(from: number, end: number, tell: (entry: Entry) => void): void {
    for (let at = lastNumberUpTo(this.firsts, end - 1); at >= 0; at -= 1) {
      const clocks = this.clocks[at] as number[];
      for (let k = lastNumberUpTo(clocks, end - 1); k >= 0; k -= 1) {
        if ((clocks[k] as number) < from) return;
        tell((this.blocks[at] as Entry[])[k] as Entry);
      }
    }
  }
}
