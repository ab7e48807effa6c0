import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import {
  type CarryingRow,
  type CarryingStep,
  carryPositions,
} from '../../../shared/domain/carry-positions.ts';
import type { HeldPositions } from '../../../shared/domain/held-position.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { Position } from '../../../shared/model/position.ts';
import { seeded } from '../../seeded.ts';
import { all, one, paragraph, position } from './position-sketch.ts';

const row = (kind: CarryingRow['kind'], from: string[], to: string[]): CarryingRow => ({
  kind,
  paragraphs: { from, to },
});
const step = (version: string, ...rows: CarryingRow[]): CarryingStep => ({
  version: version as VersionId,
  rows,
});
const [a, g] = [one('a'), all('g')];
const first = step('v1');

const listed = (held: HeldPositions) => [...held.values()].flatMap((row) => [...row.values()]);
const carry = (positions: readonly Position[], steps: readonly CarryingStep[]) => {
  const { held, dropped } = carryPositions(positions, steps);
  return { held: listed(held), dropped };
};

const told = (positions: readonly Position[], ...steps: readonly CarryingStep[]): string[] =>
  listed(carryPositions(positions, [first, ...steps]).held).map(
    ({ position: { holder, standing }, paragraph: where, state, because, others }) =>
      [holder.id, where, standing, state, because ?? '', ...others.map((other) => other.standing)]
        .join(' ')
        .trim(),
  );

describe('positions carried to a later version', () => {
  const support = position(a, 'p', 'support');
  const cases: readonly (readonly [string, readonly Position[], readonly CarryingStep[], string[]])[] = [
    ['V10: on its own version it is its own', [support], [], ['a p support own']],
    [
      'V11: the same words carry it',
      [support],
      [step('v2', row('same', ['p'], ['p']))],
      ['a p support carried'],
    ],
    [
      'V11: under another id too',
      [support],
      [step('v2', row('same', ['p'], ['q']))],
      ['a q support carried'],
    ],
    [
      'V12: other words ask for it again',
      [support],
      [step('v2', row('changed', ['p'], ['p']))],
      ['a p support to-reconfirm words-changed'],
    ],
    [
      'V12: and go on asking when they come back',
      [support],
      [step('v2', row('changed', ['p'], ['p'])), step('v3', row('same', ['p'], ['p']))],
      ['a p support to-reconfirm words-changed'],
    ],
    [
      'V12: a split asks in both parts',
      [support],
      [step('v2', row('split', ['p'], ['p', 'q']))],
      ['a p support to-reconfirm split', 'a q support to-reconfirm split'],
    ],
    [
      'V12: in a merger the least in favour speaks and the other is told',
      [support, position(a, 'q', 'oppose')],
      [step('v2', row('merged', ['p', 'q'], ['p']))],
      ['a p oppose to-reconfirm merged support'],
    ],
    ['V14: a removed paragraph drops it', [support], [step('v2', row('removed', ['p'], []))], []],
    [
      'V10: its own on the later version counts before what is carried',
      [support, position(a, 'p', 'oppose', 'v2')],
      [step('v2', row('changed', ['p'], ['p']))],
      ['a p oppose own'],
    ],
    [
      'V10: taken back on the later version it is none',
      [support, position(a, 'p', null, 'v2')],
      [step('v2', row('same', ['p'], ['p']))],
      [],
    ],
    [
      'V11: a confirmed one is carried on',
      [support, position(a, 'p', 'support', 'v2')],
      [step('v2', row('changed', ['p'], ['p'])), step('v3', row('same', ['p'], ['p']))],
      ['a p support carried'],
    ],
    [
      'V10: holders do not meet',
      [support, position(g, 'p', 'oppose')],
      [step('v2', row('same', ['p'], ['p']))],
      ['a p support carried', 'g p oppose carried'],
    ],
    [
      'V10: a position of a version that is not looked at plays no part',
      [position(a, 'p', 'support', 'v9')],
      [],
      [],
    ],
  ];
  it.each(cases)('%s', (_, positions, steps, expected) => {
    expect(told(positions, ...steps).sort()).toEqual([...expected].sort());
  });

  it('V14: what is dropped names its row and the version that dropped it', () => {
    const { dropped } = carryPositions([support], [first, step('v2', row('removed', ['p'], []))]);
    expect(dropped).toEqual([{ position: support, at: 'v2' }]);
  });

  it('V11, V12, V14: a real comparison says which words are the same', () => {
    const from = [
      paragraph('p', 'We commit to bridge digital divides.'),
      paragraph('q', 'We recall resolution 70/125.'),
      paragraph('r', 'We thank the hosts.'),
    ];
    const to = [
      paragraph('q', 'We recall resolution 70/125.'),
      paragraph('p', 'We commit to bridge all digital divides.'),
    ];
    const steps = [first, { version: 'v2' as VersionId, rows: compareTexts(from, to).rows }];
    const { held, dropped } = carry(
      ['p', 'q', 'r'].map((id) => position(a, id, 'support')),
      steps,
    );
    expect(held.map(({ paragraph: where, state }) => [where, state]).sort()).toEqual([
      ['p', 'to-reconfirm'],
      ['q', 'carried'],
    ]);
    expect(dropped.map(({ position: { paragraph: where } }) => where)).toEqual(['r']);
  });

  it('V14: nothing is lost: every position is held somewhere, or dropped, or overruled by its holder', () => {
    const ids = ['p0', 'p1', 'p2', 'p3', 'p4'];
    const kinds = fc.constantFrom('same', 'changed', 'removed') as fc.Arbitrary<CarryingRow['kind']>;
    const standing = fc.constantFrom('support', 'oppose', null) as fc.Arbitrary<Position['standing']>;
    fc.assert(
      fc.property(
        fc.array(fc.array(kinds, { minLength: 5, maxLength: 5 }), { maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(4), standing), { maxLength: 12 }),
        (changes, said) => {
          const steps = changes.map((rows, k) =>
            step(
              `v${k + 2}`,
              ...rows.map((kind, p) => row(kind, [`p${p}`], kind === 'removed' ? [] : [`p${p}`])),
            ),
          );
          const rows = new Map(
            said
              .filter(([v]) => v <= steps.length)
              .map(([v, p, s]) => position(a, ids[p] as string, s, `v${v + 1}`))
              .map((one) => [one.id, one]),
          );
          const { held, dropped } = carry([...rows.values()], [first, ...steps]);
          const ordinal = ({ version }: Position): number => Number(version.slice(1));
          for (const row of rows.values()) {
            const overruled = [...rows.values()].some(
              (other) => other.paragraph === row.paragraph && ordinal(other) > ordinal(row),
            );
            const found =
              held.some((one) => one.position === row) || dropped.some((one) => one.position === row);
            expect(found || overruled || row.standing === null).toBe(true);
          }
          expect(new Set(held.map((one) => one.paragraph)).size).toBe(held.length);
        },
      ),
      seeded(200),
    );
  });
});
