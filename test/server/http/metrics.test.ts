import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, invitationFor } from '../harness.ts';
import { startWholeServer, type WholeServer } from '../whole-server.ts';
import { openLine } from '../ws/test-server.ts';

const TOKEN = 'metrics-token-of-at-least-32-characters';
const ASKING = 'A title that stands in no label';

let server: WholeServer;
let documentId: string;
let token: string;

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: object) =>
  fetch(`${server.origin}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const owner = { authorization: `Bearer ${ADMIN}` };

beforeAll(async () => {
  server = await startWholeServer({ metricsToken: TOKEN, level: 'fatal' });
  documentId = (await (await ask('/api/documents', owner, 'POST', { title: ASKING })).json()).id;
  const invitations = `/api/documents/${documentId}/invitations`;
  token = (await (await ask(invitations, owner, 'POST', invitationFor('drafter'))).json()).token;
  await ask(`/api/documents/${documentId}`, { authorization: `Bearer ${token}` });
  await ask('/no/such/page');
});
afterAll(() => server.stop());

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads the text format strictly: a line that is none of it throws. */
function parse(text: string): { readonly types: ReadonlyMap<string, string>; readonly samples: Sample[] } {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ')) continue;
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line);
    if (type !== null) {
      types.set(type[1] as string, type[2] as string);
      continue;
    }
    const sample = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/i.exec(line);
    if (sample === null) throw new Error(`not a line of the format: ${line}`);
    const labels = [...(sample[2] ?? '').matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, k, v]) => [
      k,
      v,
    ]);
    samples.push({
      name: sample[1] as string,
      labels: Object.fromEntries(labels),
      value: Number(sample[3]),
    });
  }
  return { types, samples };
}

const read = async () => parse(await (await ask('/metrics')).text());
const amountOf = (
  { samples }: ReturnType<typeof parse>,
  name: string,
  labels: Record<string, string> = {},
): number | undefined =>
  samples.find(
    (one) =>
      one.name === `sounding_board_${name}` && Object.entries(labels).every(([k, v]) => one.labels[k] === v),
  )?.value;

describe('GET /metrics', () => {
  it.each([
    ['a program on this machine', {}, 200],
    ['METRICS_TOKEN', { authorization: `Bearer ${TOKEN}` }, 200],
    ['ADMIN_TOKEN', { authorization: `Bearer ${ADMIN}` }, 200],
    [
      'METRICS_TOKEN through a proxy',
      { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' },
      200,
    ],
    ['somebody through a proxy', { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['somebody through a proxy who says to be here', { 'x-forwarded-for': '127.0.0.1' }, 404],
    ['another kind of proxy', { forwarded: 'for=203.0.113.9' }, 404],
    ['a proxy that names itself', { via: '1.1 proxy' }, 404],
    ['a wrong token', { authorization: `Bearer ${TOKEN}x` }, 401],
    ['a wrong token through a proxy', { authorization: 'Bearer x', 'x-forwarded-for': '203.0.113.9' }, 401],
  ] as const)('W3: %s is answered %#', async (_who, headers, status) => {
    expect((await ask('/metrics', headers)).status).toBe(status);
  });

  it('W3: an invitation does not open it', async () => {
    expect((await ask('/metrics', { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('W3: a page whose name was pointed at this machine does not read it', async () => {
    const answer = await server.running.http.inject({
      url: '/metrics',
      headers: { host: 'board.example.org' },
    });
    expect(answer.statusCode).toBe(404);
  });

  it('W2: every name follows the conventions and has a type', async () => {
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const { types, samples } = parse(await answer.text());
    for (const [name, type] of types) {
      expect(name).toMatch(/^(sounding_board|process|nodejs)_[a-z0-9_]+$/);
      if (name.startsWith('sounding_board_')) expect(name.endsWith('_total')).toBe(type === 'counter');
    }
    for (const { name, value } of samples) {
      expect(types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, ''))).toBe(true);
      if (name.startsWith('sounding_board_')) expect(Number.isNaN(value)).toBe(false);
    }
    expect(types.get('nodejs_eventloop_lag_p99_seconds')).toBe('gauge');
    expect(types.get('process_cpu_seconds_total')).toBe('counter');
  });

  it('W2: requests count by method, route template and class of status', async () => {
    const seen = await read();
    const route = '/api/documents/:id';
    const count = (labels: Record<string, string>) => amountOf(seen, 'http_requests_total', labels);
    expect(count({ method: 'POST', route: '/api/documents', status: '2xx' })).toBe(1);
    expect(count({ method: 'GET', route, status: '2xx' })).toBe(1);
    expect(count({ method: 'GET', route: 'none', status: '4xx' })).toBe(1);
    expect(amountOf(seen, 'http_request_duration_seconds_count', { method: 'GET', route })).toBe(1);
  });

  it('W2: labels hold no ids, names or words, and are few', async () => {
    const text = await (await ask('/metrics')).text();
    for (const secret of [documentId, ASKING, token, TOKEN, ADMIN, 'Sample drafter', 'no/such/page'])
      expect(text).not.toContain(secret);
    const names = new Set(parse(text).samples.flatMap(({ labels }) => Object.keys(labels)));
    expect([...names].filter((name) => !KNOWN_LABELS.includes(name))).toEqual([]);
  });

  it('W2: connections are counted by what they may do, and closings by code and reason', async () => {
    const url = `${server.origin.replace('http', 'ws')}/sync/${documentId}`;
    const signedIn = { authorization: `Bearer ${token}` };
    const writer = await openLine(url, signedIn);
    const refused = await openLine(url);
    await refused.closed;
    const listener = await openLine(url.replace('/sync/', '/events/'), signedIn);
    const during = await read();
    expect(amountOf(during, 'connections', { seat: 'writer' })).toBe(1);
    expect(amountOf(during, 'connections', { seat: 'listener' })).toBe(1);
    expect(amountOf(during, 'rooms')).toBe(1);
    expect(amountOf(during, 'closings_total', { code: '4401', reason: 'not-signed-in' })).toBe(1);
    expect(amountOf(during, 'database_bytes', { file: 'database' })).toBeGreaterThan(0);
    expect(amountOf(during, 'build_info')).toBe(1);
    writer.socket.terminate();
    listener.socket.terminate();
    await Promise.all([writer.closed, listener.closed]);
  });

  it('W2: a histogram counted elsewhere adds up', async () => {
    const { samples } = await read();
    const buckets = samples.filter((one) => one.name === 'sounding_board_commit_duration_seconds_bucket');
    const values = buckets.map((one) => one.value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(buckets.at(-1)?.labels.le).toBe('+Inf');
    const count = samples.find((one) => one.name === 'sounding_board_commit_duration_seconds_count');
    expect(count?.value).toBe(values.at(-1));
  });
});

const KNOWN_LABELS = [
  ...['method', 'route', 'status', 'le', 'seat', 'code', 'reason', 'answer', 'outcome', 'file', 'version'],
  // Of the process' own metrics.
  ...['kind', 'space', 'type', 'major', 'minor', 'patch', 'quantile'],
];
