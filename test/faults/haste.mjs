/**
 * Loaded before a product under test (`node --import`): timers of a second and longer run out FAULT_HASTE times as fast,
 * so that a peer which is cut after a minute of silence is cut after seconds. Clocks keep their pace.
 */
const haste = Number(process.env.FAULT_HASTE ?? 1);
const LONG = 1_000;
for (const name of ['setTimeout', 'setInterval']) {
  const real = globalThis[name];
  globalThis[name] = (act, delay, ...rest) =>
    real(act, haste > 1 && delay >= LONG ? delay / haste : delay, ...rest);
}
