import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Four projects: `unit` is quick, `sim` runs seeded simulations, `faults` makes a real server's disk, clock, network
 * and process fail, `e2e` drives a real server and browser.
 */
export default defineConfig({
  test: {
    // Vitest leaves one processor free, which of two is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/sim/**', 'test/e2e/**', 'test/bench/**', 'test/faults/**'],
          // Files share a process and what they import, or loading it takes longer than the tests: a test that
          // sets something global takes it back.
          isolate: false,
          // Slow processors and other work make a search of many cases take longer than Vitest expects.
          testTimeout: 30_000,
        },
      },
      { test: { name: 'sim', include: ['test/sim/**/*.test.ts'], testTimeout: 300_000 } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          globalSetup: ['test/faults/build-server.ts'],
          // Conditions that a product under fire comes to are waited for, within reason.
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['test/e2e/sample-folder.ts'],
          setupFiles: ['test/e2e/tell-failures.ts'],
          // Stories that follow one another share a browser and what they import; each file has a product of its own.
          isolate: false,
          // Two stories at once, on however many processors: each has a product and a browser of its own.
          maxWorkers: 2,
          // A page under load answers late, and so may the server: conditions are waited for, within reason.
          expect: { poll: { timeout: 15_000 } },
          // After all others: a browser that shares two cores with simulations is measured by their load.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
