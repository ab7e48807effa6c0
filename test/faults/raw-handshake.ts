import { upgradeRequest } from '../server/ws/raw-line.ts';
import type { Random } from '../sim/random.ts';
import { noise } from './raw-frames.ts';

type Mutation = (random: Random, request: string) => string;

const replaced =
  (from: RegExp | string, ...to: readonly string[]): Mutation =>
  (random, request) =>
    request.replace(from, () => random.pick(to));

/** A line of its own after the first: a header twice, one that contradicts, one that is none. */
const added =
  (...lines: readonly string[]): Mutation =>
  (random, request) =>
    request.replace('\r\n', () => `\r\n${random.pick(lines)}\r\n`);

const MUTATIONS: readonly Mutation[] = [
  replaced(/^GET/, 'POST', 'HEAD', 'get', 'GE\0T', ''),
  replaced(/HTTP\/1\.1/, 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', ''),
  replaced(
    / \/\S* /,
    ' /sync/ ',
    ' /sync/%00 ',
    ' //sync/../x ',
    ' /sync/x?schema=%ff ',
    ' http://[ ',
    ' * ',
  ),
  (_random, request) => request.replace('?', `?${'a=b&'.repeat(2_000)}`),
  replaced(/Sec-WebSocket-Version: 13/, 'Sec-WebSocket-Version: 8', 'Sec-WebSocket-Version: 13, 13'),
  replaced(
    /Sec-WebSocket-Key: .*\r\n/,
    '',
    'Sec-WebSocket-Key: short\r\n',
    'Sec-WebSocket-Key: \xff\xfe\r\n',
  ),
  replaced(/Upgrade: websocket/, 'Upgrade: h2c', 'Upgrade: websocket, h2c', 'Upgrade: WEBSOCKET', 'Upgrade:'),
  replaced(
    /Connection: Upgrade/,
    'Connection: close',
    'Connection: keep-alive',
    'Connection: Upgrade, close',
  ),
  replaced(/Authorization: .*\r\n/, 'Authorization: Bearer \xff\r\n', 'Authorization: Basic Og==\r\n', ''),
  added(
    'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99',
    'Sec-WebSocket-Extensions: permessage-deflate; ; ,,=',
    'Sec-WebSocket-Protocol: ,',
    'Sec-WebSocket-Protocol: a, b, a',
    'Content-Length: 5',
    'Content-Length: 99999999999999999999',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
    'Host: another',
    'Cookie: sb_session=%zz; sb_session=x',
    'no header at all',
    ': nothing',
    'X: \x01\x02',
    'Origin: null',
  ),
  (random, request) => request.replace('\r\n', `\r\nX-Long: ${'x'.repeat(random.pick([8_000, 20_000]))}\r\n`),
  (random, request) => request.slice(0, random.below(request.length)),
  (_random, request) => request.replaceAll('\r\n', '\n'),
  (_random, request) => request + request,
  (random, request) => {
    const at = random.below(request.length);
    const byte = String.fromCharCode(request.charCodeAt(at) ^ (1 << random.below(8)));
    return request.slice(0, at) + byte + request.slice(at + 1);
  },
  (random) => Buffer.from(noise(random, random.below(200))).toString('latin1'),
];

/** A request to be let in, sound or with one or two changes. */
export function handshake(
  random: Random,
  path: string,
  headers: Readonly<Record<string, string>>,
  sound: boolean,
): Buffer {
  let request = upgradeRequest(path, headers);
  for (let changes = sound ? 0 : 1 + random.below(2); changes > 0; changes -= 1)
    request = random.pick(MUTATIONS)(random, request);
  return Buffer.from(request, 'latin1');
}
