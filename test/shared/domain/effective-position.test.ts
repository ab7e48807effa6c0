import { describe, expect, it } from 'vitest';
import { tiesAt } from '../../../shared/domain/alignment.ts';
import { effectivePosition, needsReconfirming } from '../../../shared/domain/effective-position.ts';
import { type HeldPosition, indexHeld, ownHeld } from '../../../shared/domain/held-position.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { DelegationId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Standing } from '../../../shared/model/position.ts';
import { aligned, all, one, taken } from './position-sketch.ts';
import { at, group } from './register-sketch.ts';

const groups = [group('north', 'a'), group('south', 'a')];
const says = (holder: Holder, standing: Standing): HeldPosition => ownHeld(taken(holder, 'p', standing));
const toReconfirm = (held: HeldPosition): HeldPosition => ({
  ...held,
  state: 'to-reconfirm',
  because: 'words-changed',
});
const [mine, north, south] = [one('a'), all('north'), all('south')];

const effective = (held: readonly HeldPosition[], except: readonly string[] = []) =>
  effectivePosition(
    'a' as DelegationId,
    'p' as ParagraphId,
    indexHeld(held),
    tiesAt(groups, [aligned('a', 'north', 1, { except })], at(5)),
  );

describe('effective position', () => {
  const cases: readonly (readonly [
    string,
    readonly HeldPosition[],
    readonly string[],
    string,
    Standing | null,
  ])[] = [
    ['V5: nobody has spoken', [], [], 'nobody', null],
    [
      'V5: its own counts before that of its group',
      [says(mine, 'support'), says(north, 'oppose')],
      [],
      'itself',
      'support',
    ],
    ['V6: without its own the group speaks', [says(north, 'oppose')], [], 'group', 'oppose'],
    ['V6: but not on an excepted paragraph', [says(north, 'oppose')], ['p'], 'nobody', null],
    [
      'V7: groups that agree are one voice',
      [says(north, 'concern'), says(south, 'concern')],
      [],
      'group',
      'concern',
    ],
    [
      'V7: groups that differ are told as split',
      [says(north, 'support'), says(south, 'oppose')],
      [],
      'split',
      null,
    ],
    [
      'V7: an exception settles what would be split',
      [says(north, 'support'), says(south, 'oppose')],
      ['p'],
      'group',
      'oppose',
    ],
  ];
  it.each(cases)('%s', (_, held, except, through, standing) => {
    expect(effective(held, except)).toMatchObject({ through, standing });
  });

  it('V7: a split says which groups say what', () => {
    const split = effective([says(north, 'support'), says(south, 'oppose')]);
    if (split.through !== 'split') throw new Error('not split');
    expect(split.voices.map(({ group: id, held }) => [id, held.position.standing])).toEqual([
      ['north', 'support'],
      ['south', 'oppose'],
    ]);
  });

  it('V13: needs reconfirming when nobody said it of these words', () => {
    const old = toReconfirm(says(north, 'support'));
    expect(needsReconfirming(effective([old]))).toBe(true);
    expect(needsReconfirming(effective([old, says(south, 'support')]))).toBe(false);
    expect(needsReconfirming(effective([toReconfirm(says(mine, 'support')), says(north, 'support')]))).toBe(
      true,
    );
    expect(needsReconfirming(effective([]))).toBe(false);
  });
});
