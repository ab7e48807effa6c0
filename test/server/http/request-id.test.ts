import { describe, expect, it } from 'vitest';
import { requestIdOf } from '../../../server/http/request-id.ts';

const idFor = (remoteAddress: string | undefined, given?: string | string[]): string =>
  requestIdOf({ headers: { 'x-request-id': given as string }, socket: { remoteAddress } as never });

const PLAIN = '9f86d081884c7d659a2feaa0c55ad015';

describe('ids of requests', () => {
  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.1.2.3',
    '172.20.0.5',
    '::ffff:192.168.1.9',
    'fd00::7',
  ])('W12: a proxy at %s is believed', (address) => {
    expect(idFor(address, PLAIN)).toBe(PLAIN);
  });

  it.each(['203.0.113.9', '172.32.0.1', '::ffff:203.0.113.9', '2001:db8::1', '', undefined])(
    'W12: somebody at %s is not',
    (address) => {
      expect(idFor(address, PLAIN)).toMatch(/^[0-9a-f]{32}$/);
    },
  );

  it.each([
    ['short', 'abc'],
    ['long', 'a'.repeat(65)],
    ['a sentence', 'words of a text'],
    ['two', [PLAIN, PLAIN]],
  ])('W12: one that is %s is replaced by a new one', (_what, given) => {
    expect(idFor('127.0.0.1', given)).toMatch(/^[0-9a-f]{32}$/);
  });
});
