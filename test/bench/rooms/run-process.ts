/** One run of one scenario on one server: holds all its clients, starts the server beside it, and tells the result. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { machineBusy, processFigures } from './core/process-figures.ts';
import type { RunResult, Scenario, Stage } from './core/scenario.ts';
import { BUILT } from './servers/built.ts';
import { SERVERS, type ServerName } from './servers/server.ts';
import { START } from './servers/start.ts';

/** What the runner asks for, as the process's only argument. */
export interface RunRequest {
  readonly scenario: string;
  readonly server: ServerName;
  readonly round: number;
  readonly short: boolean;
}

const SHORT = 0.3;

const request = JSON.parse(process.argv[2] ?? '{}') as RunRequest;
const { scenario } = (await import(join(BUILT, 'clients', 'scenarios', `${request.scenario}.js`))) as {
  scenario: Scenario;
};
const seed = 1000 * request.round + scenario.name.length + SERVERS.length;
// In the project: the system's temporary folder may be memory, where a sync of the disk costs nothing.
const folders = join(BUILT, 'data');
mkdirSync(folders, { recursive: true });
const folder = mkdtempSync(join(folders, `${request.server}-`));
let result: RunResult;
const busyBefore = machineBusy() - process.cpuUsage().user / 1e6 - process.cpuUsage().system / 1e6;
const begun = performance.now() - process.uptime() * 1000;
try {
  await scenario.prepare?.(request.server, folder, seed);
  const server = await START[request.server](folder);
  const stage: Stage = {
    server,
    seed,
    round: request.round,
    short: request.short,
    seconds: (full) => (request.short ? Math.max(1, full * SHORT) : full),
  };
  try {
    // A scenario may start the server anew: its process is only known afterwards.
    const measured = await scenario.run(stage);
    result = withOthers(server.pid, measured);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How busy others kept the machine, in cores: above a little, latencies are theirs and not the server's. */
function withOthers(pid: number, { figures, ...rest }: RunResult): RunResult {
  const { user, system } = process.cpuUsage();
  // A server that was started anew is counted from its last start, and its earlier life as others'.
  const ours = (user + system) / 1e6 + processFigures(pid).cpu;
  const othersCore = (machineBusy() - busyBefore - ours) / ((performance.now() - begun) / 1000);
  return { figures: { ...figures, othersCore }, ...rest };
}

process.send?.(result, () => process.exit(0));
