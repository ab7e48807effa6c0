import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { limitLines } from '../../../server/ws/limit-lines.ts';
import { type RawLine, rawLine } from './raw-line.ts';

describe('connections of one peer', () => {
  const http = createServer((_request, response) => response.end('here'));
  afterEach(() => new Promise((resolve) => http.close(resolve)));

  const asks = async (line: RawLine): Promise<string> => {
    line.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    return (await line.until((received) => received.includes('\r\n\r\nhere'))).toString();
  };

  it('R34: are bounded before they say anything, but not those of a proxy', async () => {
    let isProxy = false;
    limitLines(http, 2, (address) => (isProxy ? null : address));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    const [first, second] = [await rawLine(port), await rawLine(port)];
    expect(await asks(first)).toContain('200 OK');
    expect(await asks(second)).toContain('200 OK');
    expect((await (await rawLine(port)).ended).length).toBe(0);
    isProxy = true;
    const proxied = await rawLine(port);
    expect(await asks(proxied)).toContain('200 OK');
    isProxy = false;
    for (const line of [first, second, proxied]) line.socket.destroy();
  });
});
