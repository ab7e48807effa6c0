/**
 * `npm run bench:rooms -- [scenario…] [--rounds n] [--short] [--servers a,b] [--json FILE] [--write]`: rooms of this
 * product beside other servers of the Yjs protocols, in turns, and medians over the rounds. `--write` puts the tables
 * into docs/performance.md. See core/scenario.ts for what a scenario is.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, scenarioNames } from './build.ts';
import type { RunResult, Scenario } from './core/scenario.ts';
import { type Runs, summarise } from './report.ts';
import type { RunRequest } from './run-process.ts';
import { BUILT } from './servers/built.ts';
import { SERVERS, type ServerName } from './servers/server.ts';
import { writeTable } from './write-table.ts';

const OPTIONS = {
  rounds: { type: 'string' },
  servers: { type: 'string' },
  json: { type: 'string' },
  short: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const names = positionals.length === 0 ? scenarioNames() : positionals;
  for (const name of names)
    if (!scenarioNames().includes(name)) {
      console.error(`There is no scenario ${name}. There are: ${scenarioNames().join(', ')}`);
      return 2;
    }
  if (process.platform !== 'linux') {
    console.error('bench:rooms reads processor time and memory from /proc and needs Linux');
    return 2;
  }
  await buildAll();
  const all: Record<string, Runs> = {};
  let sound = true;
  for (const name of names) {
    const { scenario } = (await import(`./scenarios/${name}.ts`)) as { scenario: Scenario };
    const rounds = values.short ? 1 : Number(values.rounds ?? scenario.rounds);
    const asked = values.servers?.split(',') ?? SERVERS;
    const servers = scenario.servers.filter((server) => asked.includes(server));
    console.log(`\n== ${name}: ${scenario.title} (${rounds} rounds, Node ${process.version})`);
    const runs: Runs = {};
    for (let round = 1; round <= rounds; round += 1)
      for (const server of servers) {
        const result = await runOnce({ scenario: name, server, round, short: values.short });
        runs[server] = [...(runs[server] ?? []), result];
        if (values.short || rounds > 1) console.log(lineOf(server, round, result));
      }
    all[name] = runs;
    const summary = summarise(scenario, runs);
    for (const line of summary.lines) console.log(line);
    sound &&= summary.sound;
    if (values.write) writeTable(name, summary.markdown);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all, null, 1)}\n`);
  }
  return sound ? 0 : 1;
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
