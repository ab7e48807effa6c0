/**
 * Loaded into the server that is measured (`--import`): looks at the event loop without a rest and tells whoever started
 * the process how long the longest piece of work took that let nothing else happen. Any message asks for the figures, in
 * milliseconds, since the one before: by the clock, and of the thread's processor time where the system tells it (Linux),
 * which other programs do not lengthen.
 */
import { openSync, readSync } from 'node:fs';

if (process.send !== undefined) {
  const buffer = Buffer.alloc(64);
  let file = null;
  try {
    file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    // Another system.
  }
  const processor = () => {
    if (file === null) return Number.NaN;
    return Number.parseInt(buffer.toString('latin1', 0, readSync(file, buffer, 0, 64, 0)), 10) / 1e6;
  };
  let last = performance.now();
  let lastProcessor = processor();
  let longest = 0;
  let most = 0;
  const look = () => {
    const now = performance.now();
    const used = processor();
    longest = Math.max(longest, now - last);
    most = Math.max(most, used - lastProcessor);
    lastProcessor = used;
    last = now;
    setImmediate(look);
  };
  setImmediate(look);
  process.on('message', () => {
    process.send({ clock: longest, processor: most });
    longest = 0;
    most = 0;
    last = performance.now();
    lastProcessor = processor();
  });
}
