import { describe, expect, it } from 'vitest';
import { countChanges, PAUSE } from '../../../../client/editor/connection/change-count.ts';
import { unsentLedger } from '../../../../client/editor/connection/unsent-ledger.ts';

const change = (key: string) => ({ key, at: 0, update: new Uint8Array() });
const keys = (changes: readonly { key: string }[]) => changes.map(({ key }) => key).join('');

describe('R44: barriers', () => {
  it('R44: covers what was sent before it and nothing after', () => {
    const ledger = unsentLedger([]);
    ledger.add(change('a'));
    ledger.sent(['a']);
    expect(ledger.nextBarrier()).toBe(1);
    ledger.add(change('b'));
    ledger.sent(['b']);
    expect(ledger.nextBarrier()).toBeNull();
    expect(keys(ledger.acknowledged(1))).toBe('a');
    expect(keys(ledger.changes())).toBe('b');
    expect(ledger.nextBarrier()).toBe(2);
    expect(keys(ledger.acknowledged(2))).toBe('b');
    expect(ledger.nextBarrier()).toBeNull();
  });

  it('R44: needs no barrier for what was not sent', () => {
    const ledger = unsentLedger([change('a')]);
    expect(ledger.nextBarrier()).toBeNull();
    expect(ledger.nextBarrier(true)).toBe(1);
    expect(ledger.acknowledged(1)).toEqual([]);
    expect(keys(ledger.changes())).toBe('a');
  });

  it('R44: forgets with the connection what was sent, not what was written', () => {
    const ledger = unsentLedger([]);
    ledger.add(change('a'));
    ledger.sent();
    ledger.nextBarrier();
    ledger.lost();
    expect(ledger.acknowledged(1)).toEqual([]);
    expect(keys(ledger.changes())).toBe('a');
    ledger.sent();
    expect(ledger.nextBarrier()).toBe(1);
  });
});

describe('R46: the number of changes', () => {
  it.each([
    [[], 0],
    [[5], 1],
    [[5, 5 + PAUSE], 1],
    [[5, 6 + PAUSE], 2],
    [[0, 900, 1800, 2700, 10_000], 2],
  ])('R46: %j are %i', (times, count) => expect(countChanges(times)).toBe(count));
});
