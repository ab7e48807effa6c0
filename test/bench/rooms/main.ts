/**
 * `npm run bench:rooms -- [scenario…] [--rounds n] [--short] [--servers a,b] [--json FILE] [--from FILE] [--write]`:
 * rooms of this product beside other servers of the Yjs protocols, in turns, and medians over the rounds. `--json`
 * keeps the raw figures beside those of other scenarios in the file, `--from` reads them instead of measuring, and
 * `--write` puts the tables into docs/performance.md. See core/scenario.ts for what a scenario is.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, scenarioNames } from './build.ts';
import type { RunResult, Scenario } from './core/scenario.ts';
import { keepRuns, readRuns } from './raw-figures.ts';
import { type Runs, summarise } from './report.ts';
import type { RunRequest } from './run-process.ts';
import { BUILT } from './servers/built.ts';
import { SERVERS, type ServerName } from './servers/server.ts';
import { writeTable } from './write-table.ts';

const OPTIONS = {
  rounds: { type: 'string' },
  servers: { type: 'string' },
  json: { type: 'string' },
  from: { type: 'string' },
  short: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const kept = values.from === undefined ? null : readRuns(values.from);
  const known = kept === null ? scenarioNames() : Object.keys(kept);
  const names = positionals.length === 0 ? known : positionals;
  for (const name of names)
    if (!known.includes(name)) {
      console.error(`There is no scenario ${name}. There are: ${known.join(', ')}`);
      return 2;
    }
  if (kept === null && process.platform !== 'linux') {
    console.error('bench:rooms reads processor time and memory from /proc and needs Linux');
    return 2;
  }
  if (kept === null) await buildAll();
  let sound = true;
  for (const name of names) {
    const { scenario } = (await import(`./scenarios/${name}.ts`)) as { scenario: Scenario };
    const rounds = values.short ? 1 : Number(values.rounds ?? scenario.rounds);
    const asked = values.servers?.split(',') ?? SERVERS;
    const servers = scenario.servers.filter((server) => asked.includes(server));
    console.log(`\n== ${name}: ${scenario.title} (Node ${process.version})`);
    const runs = kept?.[name] ?? (await measure(name, servers, rounds, values.short));
    const summary = summarise(scenario, runs);
    for (const line of summary.lines) console.log(line);
    sound &&= summary.sound;
    if (values.json !== undefined) keepRuns(values.json, name, runs);
    if (values.write) writeTable(name, summary.markdown);
  }
  return sound ? 0 : 1;
}

/** All rounds of one scenario, the servers in turns. */
async function measure(
  scenario: string,
  servers: readonly ServerName[],
  rounds: number,
  short: boolean,
): Promise<Runs> {
  const runs: Runs = {};
  for (let round = 1; round <= rounds; round += 1)
    for (const server of servers) {
      const result = await runOnce({ scenario, server, round, short });
      runs[server] = [...(runs[server] ?? []), result];
      if (short || rounds > 1) console.log(lineOf(server, round, result));
    }
  return runs;
}

/** One run in a process of its own. Rejects when it ends without a result. */
function runOnce(request: RunRequest): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(BUILT, 'clients', 'run-process.js'), [JSON.stringify(request)], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=4096'],
    });
    const end = (): void => void child.kill('SIGTERM');
    process.once('exit', end);
    let result: RunResult | null = null;
    child.once('message', (message) => {
      result = message as RunResult;
    });
    child.once('exit', (code) => {
      process.off('exit', end);
      if (result !== null) resolve(result);
      else reject(new Error(`${request.scenario} on ${request.server} ended with ${code}`));
    });
  });
}

const lineOf = (server: ServerName, round: number, { figures, remarks }: RunResult): string =>
  `${round} ${server}: ${Object.entries(figures)
    .map(([name, figure]) => `${name} ${Math.round(figure * 1000) / 1000}`)
    .join(', ')}${remarks === undefined || remarks.length === 0 ? '' : `; ${remarks.join('; ')}`}`;
