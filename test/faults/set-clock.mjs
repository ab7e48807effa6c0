/**
 * Loaded before a product under test (`node --import`): its clock is ahead by as many milliseconds as stand in the
 * file FAULT_CLOCK, which is read again on SIGUSR2; what was taken stands in `<FAULT_CLOCK>.taken`. So a clock jumps while the product runs; timers keep their length.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.FAULT_CLOCK;
const RealDate = Date;
let ahead = 0;
const read = () => {
  ahead = file !== undefined && existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (file !== undefined) writeFileSync(`${file}.taken`, String(ahead));
};
read();
process.on('SIGUSR2', read);
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
