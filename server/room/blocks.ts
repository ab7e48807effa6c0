import { lastUpTo } from './last-up-to.ts';

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
  private readonly clockOf: (entry: Entry) => number;

  constructor(clockOf: (entry: Entry) => number) {
    this.clockOf = clockOf;
  }

  /** The last entry that does not stand behind `clock`. */
  upTo(clock: number): Entry | undefined {
    const block = this.blocks[this.blockOf(clock)];
    return block?.[lastUpTo(block, clock, this.clockOf)];
  }

  /** Puts an entry behind those up to its clock. */
  add(entry: Entry): void {
    this.size += 1;
    const clock = this.clockOf(entry);
    const at = Math.max(0, this.blockOf(clock));
    const block = this.blocks[at];
    if (block === undefined) {
      this.blocks.push([entry]);
      return;
    }
    block.splice(lastUpTo(block, clock, this.clockOf) + 1, 0, entry);
    if (block.length > BLOCK) this.blocks.splice(at + 1, 0, block.splice(BLOCK / 2));
  }

  /** How many stand behind `clock`. */
  countBehind(clock: number): number {
    const at = Math.max(0, this.blockOf(clock));
    const block = this.blocks[at];
    if (block === undefined) return 0;
    let count = block.length - 1 - lastUpTo(block, clock, this.clockOf);
    for (let k = at + 1; k < this.blocks.length; k += 1) count += (this.blocks[k] as Entry[]).length;
    return count;
  }

  /** Tells those from `from` on and before `end`. */
  within(from: number, end: number, tell: (entry: Entry) => void): void {
    for (let at = this.blockOf(end - 1); at >= 0; at -= 1) {
      const block = this.blocks[at] as Entry[];
      for (let k = lastUpTo(block, end - 1, this.clockOf); k >= 0; k -= 1) {
        const entry = block[k] as Entry;
        if (this.clockOf(entry) < from) return;
        tell(entry);
      }
    }
  }

  /** Index of the block in which `clock` stands; -1 before the first. */
  private blockOf(clock: number): number {
    return lastUpTo(this.blocks, clock, (block) => this.clockOf(block[0] as Entry));
  }
}
