import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemAnswer } from '../../shared/api/problem.ts';
import { PROBLEM_STATUS, type Problem } from '../../shared/model/problem.ts';

/**
 * Answers an upgrade with an HTTP status and a problem (RFC 9457), as any other request is, and closes. Pages are not
 * shown it: to a browser it is a connection that failed, so clients come back by themselves.
 */
export function refuseUpgrade(
  line: Duplex,
  { code, detail }: Problem,
  headers: Readonly<Record<string, string | number>> = {},
): void {
  if (line.destroyed) return;
  const status = PROBLEM_STATUS[code];
  const body = JSON.stringify({
    type: `urn:sounding-board:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    detail,
  } satisfies ProblemAnswer);
  const lines = Object.entries({
    connection: 'close',
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  // Whoever never closes their side must not keep the line.
  line.once('finish', () => line.destroy());
  line.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
