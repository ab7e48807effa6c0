import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../server/http/address-key.ts';
import { createAddresses } from '../../../server/ws/addresses.ts';
import { doorLimits, mostConnections } from '../../../server/ws/door-limits.ts';

describe('addresses', () => {
  const KEYS: readonly (readonly [address: string, key: string | null])[] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:2:3:4:5:6', '2001:db8:0:2::/64'],
    ['2001:DB8:0000:0002::', '2001:db8:0:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['10.0.0.1', '10.0.0.1'],
    ['127.0.0.1', null],
    ['::ffff:127.0.0.1', null],
    ['::1', null],
    ['', null],
  ];
  it.each(KEYS)('R34: %j counts as %j', (address, key) => expect(addressKey(address)).toBe(key));

  it('R34: those without an open socket are forgotten beyond a bound, unused ones first', () => {
    const limits = { ...doorLimits(10_240), addresses: 3, upgradeRate: { perSecond: 0, burst: 1 } };
    const addresses = createAddresses(limits);
    const leave = addresses.seat('with a socket', true);
    expect(['a', 'b', 'a', 'b'].map((address) => addresses.mayKnock(address, 0))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    addresses.mayKnock('c', 0);
    expect(addresses.size).toBe(3);
    // `a` is new again; the one with a socket is still counted.
    expect(addresses.mayKnock('a', 0)).toBe(true);
    expect(addresses.hasRoom('with a socket', true)).toBe(true);
    leave();
    leave();
    for (let k = 0; k < 20; k += 1) addresses.mayKnock(`other ${k}`, 0);
    expect(addresses.size).toBe(3);
  });

  it('R35: files are left for the database and for requests, however few the process may open', () => {
    for (const files of [64, 256, 1_024, 20_000, 1_048_576]) {
      const { sockets } = doorLimits(files);
      expect(sockets).toBeGreaterThan(0);
      expect(sockets).toBeLessThan(mostConnections(files));
      expect(mostConnections(files)).toBeLessThan(files);
    }
    expect(doorLimits(20_000).sockets).toBeGreaterThan(15_000);
  });
});
