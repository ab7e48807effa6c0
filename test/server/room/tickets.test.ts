import { describe, expect, it } from 'vitest';
import { type Connection, drawTicket, settleTickets } from '../../../server/room/connection.ts';

const CASES: readonly (readonly [string, number, readonly (readonly number[])[], readonly number[]])[] = [
  ['the oldest', 3, [[1]], [2, 3]],
  ['several that follow each other', 5, [[1, 2, 3]], [4, 5]],
  ['all', 3, [[1, 2, 3]], []],
  ['later ones, while an older update waits for what it builds on', 4, [[2], [3, 4]], [1]],
  ['those between which another was drawn', 5, [[1, 3, 5]], [2, 4]],
  ['what was settled before', 2, [[1], [1]], [2]],
  ['those of which one was settled before', 4, [[3], [1, 3, 4]], [2]],
  ['none', 2, [[]], [1, 2]],
];

describe('R11: what is unsettled', () => {
  it.each(CASES)('%s', (_name, drawn, settled, left) => {
    const connection = { tickets: 0, unsettled: [] as number[] } as unknown as Connection;
    for (let k = 1; k <= drawn; k += 1) expect(drawTicket(connection)).toBe(k);
    for (const tickets of settled) settleTickets(connection, tickets);
    expect(connection.unsettled).toEqual(left);
  });
});
