import { expect, it } from 'vitest';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { readHead } from '../../../shared/text/marker.ts';
import { type IdBearer, repairIds } from '../../../shared/text/repair.ts';

/** `A` words, `A0` no words, `A!` written by the change at hand. */
const bearer = (sketch: string): IdBearer => ({
  head: readHead({ id: sketch.replace(/[0!]/g, '') as ParagraphId }),
  empty: sketch.includes('0'),
  touched: sketch.includes('!'),
});

it.each<readonly [string, string, string]>([
  ['leaves unique ids alone', 'A B C', 'A B C'],
  ['gives a copy a new id', 'A B! A!', 'A B n1'],
  ['gives a copy above a new id', 'A! A', 'n1 A'],
  ['gives a missing id', 'A !', 'A n1'],
  ['leaves the id with the words when Enter is pressed before them', 'A0 A!', 'n1 A'],
  ['gives the second half of a split a new id', 'A A!', 'A n1'],
  ['gives the empty second half a new id', 'A A0!', 'A n1'],
  ['gives all copies but the first new ids when all are new', 'A! A! A!', 'A n1 n2'],
  ['leaves words without a marker at the start alone', 'implicit A', 'implicit A'],
  ['gives words without a marker an id when something stands above', 'A! implicit', 'A n1'],
  ['gives an emptied implicit paragraph an id', 'implicit0 A', 'n1 A'],
])('B4: %s', (_what, before, after) => {
  const bearers = before.split(' ').map(bearer);
  let ids = 0;
  const repairs = repairIds(bearers, () => `n${++ids}`);
  expect(bearers.map(({ head }, k) => repairs.get(k) ?? head.id).join(' ')).toBe(after);
});
