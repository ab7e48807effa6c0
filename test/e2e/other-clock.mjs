/**
 * Loaded before a product under test (`node --import`): its clock is ahead by CLOCK_AHEAD_MS, so that a deadline days
 * away passes while it is stopped, without anybody waiting for it. Timers keep their length.
 */
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
