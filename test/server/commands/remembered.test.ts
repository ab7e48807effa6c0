import { describe, expect, it } from 'vitest';
import { createRemembered } from '../../../server/commands/remembered.ts';

describe('what is remembered', () => {
  it('R33: is bounded, and what was not asked for longest goes first', async () => {
    const remembered = createRemembered<string, number>(10, (weight) => weight);
    for (const [key, weight] of [
      ['a', 4],
      ['b', 4],
    ] as const)
      await remembered.get(key, async () => weight);
    expect(remembered.peek('a')).toBe(4);
    await remembered.get('c', async () => 5);
    expect([...'abc'].map((key) => remembered.peek(key))).toEqual([4, undefined, 5]);
    await remembered.get('large', async () => 11);
    expect(remembered.weight).toBe(0);
  });

  it('R33: one reading serves all who ask meanwhile; one that fails is not kept', async () => {
    const remembered = createRemembered<string, string>(10);
    let reads = 0;
    const read = async (): Promise<string> => {
      reads += 1;
      if (reads === 1) throw new Error('away');
      return 'there';
    };
    const first = [remembered.get('a', read), remembered.get('a', read)];
    for (const answer of first) await expect(answer).rejects.toThrow('away');
    expect(await Promise.all([remembered.get('a', read), remembered.get('a', read)])).toEqual([
      'there',
      'there',
    ]);
    expect(reads).toBe(2);
  });

  it('R33: a change forgets what it concerns, and what is being read', async () => {
    const remembered = createRemembered<string, string>(10);
    await remembered.get('a', async () => 'old');
    await remembered.get('b', async () => 'old');
    const underWay = remembered.get('c', async () => 'old');
    remembered.changed((key) => key === 'a');
    expect(await underWay).toBe('old');
    expect([...'abc'].map((key) => remembered.peek(key))).toEqual([undefined, 'old', undefined]);
    expect(await remembered.get('a', async () => 'new')).toBe('new');
  });
});
