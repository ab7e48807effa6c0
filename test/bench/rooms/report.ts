import { median } from './core/histogram.ts';
import type { Medians, RunResult, Scenario, Target } from './core/scenario.ts';
import { SERVERS, type ServerName } from './servers/server.ts';

/** All runs of one scenario, by server, in the order of the rounds. */
export type Runs = Partial<Record<ServerName, RunResult[]>>;

export interface Summary {
  readonly lines: readonly string[];
  /** Table and targets for docs/performance.md. */
  readonly markdown: string;
  /** Nothing was lost or doubled and everything converged, on our server. */
  readonly sound: boolean;
}

/** Above this share of a core the clients may be what is measured. */
const BUSY_CLIENT = 0.9;
/** Above this share of a core for others, neither latencies nor processor time are the server's own. */
const BUSY_OTHERS = 0.2;

export function summarise(scenario: Scenario, runs: Runs): Summary {
  const servers = SERVERS.filter((server) => runs[server] !== undefined);
  const medians = mediansOf(scenario, runs);
  const medianOf = (server: ServerName, figure: string): number => medians[server]?.[figure] ?? Number.NaN;
  const columns = Object.keys(scenario.figures);
  const rows = servers.map((server) => [
    server,
    ...columns.map((figure) => shown(medianOf(server, figure))),
    soundnessOf(runs[server] ?? []),
  ]);
  const heading = ['server', ...Object.values(scenario.figures), 'lost, converged'];
  const verdicts = scenario.targets
    .map((target) => verdictOn(scenario, target, medians))
    .filter((line) => line !== null);
  const busy = servers.filter((server) => medianOf(server, 'clientCore') > BUSY_CLIENT);
  const disturbed = servers.filter((server) => medianOf(server, 'othersCore') > BUSY_OTHERS);
  const notes = [
    ...disturbed.map(
      (server) =>
        `Other programs took ${shown(medianOf(server, 'othersCore'))} of a core while ${server} ran: it waited for its turn, so measure again.`,
    ),
    ...busy.map((server) => `The clients were busy for more than ${BUSY_CLIENT} of a core with ${server}.`),
    ...servers.flatMap((server) => [
      ...new Set(
        (runs[server] ?? []).flatMap(({ remarks }) =>
          (remarks ?? []).map((remark) => `${server}: ${remark}`),
        ),
      ),
    ]),
  ];
  const table = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return {
    lines: [...aligned([heading, ...rows]), ...verdicts, ...notes],
    markdown: [
      `**${scenario.title}** (${roundsOf(runs)})`,
      '',
      ...table,
      '',
      ...[...verdicts, ...notes].map((line) => `- ${line}`),
    ].join('\n'),
    sound: (runs['sounding-board'] ?? []).every(isSound),
  };
}

/** Medians of every figure that a run answered, shown or not. */
function mediansOf(scenario: Scenario, runs: Runs): Medians {
  const medians: Partial<Record<ServerName, Record<string, number>>> = {};
  for (const server of SERVERS) {
    const results = runs[server];
    if (results === undefined) continue;
    const names = new Set(results.flatMap(({ figures }) => Object.keys(figures)));
    medians[server] = Object.fromEntries(
      [...names].map((name) => [name, median(results.map(({ figures }) => figures[name] ?? Number.NaN))]),
    );
  }
  return scenario.derive?.(medians) ?? medians;
}

function roundsOf(runs: Runs): string {
  const rounds = Math.max(...Object.values(runs).map((results) => results.length));
  return rounds === 1 ? 'one round' : `medians of ${rounds} rounds`;
}

const isSound = ({ soundness }: RunResult): boolean =>
  soundness === null || (soundness.lost === 0 && soundness.doubled === 0 && soundness.converged);

function soundnessOf(results: readonly RunResult[]): string {
  const checked = results.map(({ soundness }) => soundness).filter((one) => one !== null);
  if (checked.length === 0) return 'nothing written';
  const lost = checked.reduce((sum, one) => sum + one.lost, 0);
  const doubled = checked.reduce((sum, one) => sum + one.doubled, 0);
  const converged = checked.every((one) => one.converged);
  return `${lost}${doubled > 0 ? `, doubled ${doubled}` : ''}, ${converged ? 'yes' : 'NO'}`;
}

/** One sentence on a target, or null when a server that it names did not run. */
function verdictOn(scenario: Scenario, target: Target, medians: Medians): string | null {
  const { figure, against, atMost, atLeast } = target;
  const own = medians['sounding-board'];
  const other = against === undefined ? own : medians[against];
  if (own === undefined || other === undefined) return null;
  const ours = own[figure] ?? Number.NaN;
  const theirs = other[figure] ?? Number.NaN;
  const what = `${scenario.figures[figure] ?? figure}${against === undefined ? '' : ` as ratio to ${against}`}`;
  const bound = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  // Against a run that never came to its end nothing can hold.
  if (against !== undefined && !Number.isFinite(theirs))
    return `${what}: asked ${bound}, NO RATIO: ${against} did not come to its end`;
  const measured = against === undefined ? ours : ours / theirs;
  const holds =
    (atMost === undefined || measured <= atMost) && (atLeast === undefined || measured >= atLeast);
  return `${what}: asked ${bound}, measured ${shown(measured)}, ${holds ? 'holds' : 'MISSED'}`;
}

function shown(figure: number): string {
  if (Number.isNaN(figure)) return '–';
  if (!Number.isFinite(figure)) return 'never';
  const size = Math.abs(figure);
  return size >= 100 ? String(Math.round(figure)) : size >= 10 ? figure.toFixed(1) : figure.toFixed(2);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
