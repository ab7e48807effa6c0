import { readFileSync } from 'node:fs';

/** Where the system does not say: what a login commonly has on macOS, and more than Windows needs to be told. */
const UNKNOWN = 10_240;

/** How many files and connections this process may have open. Node raises its own bound to the highest it is allowed. */
export function openFiles(): number {
  try {
    const [, soft] = /^Max open files +(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(soft ?? UNKNOWN);
  } catch {
    return UNKNOWN;
  }
}
