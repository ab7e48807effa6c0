import { vi } from 'vitest';

/** What a command of the operator answered. */
export interface Printed {
  /** Exit code. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on a data folder in this process, and answers its exit code and what it printed. */
export async function runCommand(
  command: (args: readonly string[], dataDir: string) => Promise<number>,
  dataDir: string,
  ...args: readonly string[]
): Promise<Printed> {
  const printed = { out: '', err: '' };
  const caught = (['out', 'err'] as const).map((name) =>
    vi.spyOn(name === 'out' ? process.stdout : process.stderr, 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  try {
    return { code: await command(args, dataDir), ...printed };
  } finally {
    for (const one of caught) one.mockRestore();
  }
}
