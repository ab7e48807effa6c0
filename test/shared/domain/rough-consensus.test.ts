import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiesAt } from '../../../shared/domain/alignment.ts';
import { mostContested, objectingIn, objectionPairs } from '../../../shared/domain/contested.ts';
import { type HeldPosition, indexHeld, ownHeld } from '../../../shared/domain/held-position.ts';
import { buildMatrix } from '../../../shared/domain/position-matrix.ts';
import { type Frame, readConsensus } from '../../../shared/domain/rough-consensus.ts';
import { paragraphsBelow, silentOn } from '../../../shared/domain/silent-on.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';
import { seeded } from '../../seeded.ts';
import { aligned, all, delegation, one, paragraph, taken } from './position-sketch.ts';
import { at, group } from './register-sketch.ts';

const paragraphs = ['p', 'q', 'r'] as ParagraphId[];
const delegations = [
  delegation('a', 'government', 'african'),
  delegation('b', 'government', 'african'),
  delegation('w', 'government', 'weog'),
  delegation('s', 'civil-society'),
];
const ties = tiesAt([group('north', 'a', 'b')], [aligned('b', 'north', 1, { except: ['q'] })], at(5));
const says = (holder: Holder, standing: Standing, where = 'p'): HeldPosition =>
  ownHeld(taken(holder, where, standing));
const old = (held: HeldPosition): HeldPosition => ({
  ...held,
  state: 'to-reconfirm',
  because: 'words-changed',
});
const matrixOf = (...held: readonly HeldPosition[]) =>
  buildMatrix({ paragraphs, delegations, held: indexHeld(held), ties });
const read = (held: readonly HeldPosition[], frame: Frame = ['government']) => {
  const [reading] = readConsensus(matrixOf(...held), frame);
  if (reading === undefined) throw new Error('no reading');
  return reading;
};

describe('where rough consensus could be', () => {
  const [a, b, w, s, north] = [one('a'), one('b'), one('w'), one('s'), all('north')];
  const cases: readonly (readonly [string, readonly HeldPosition[], string, string])[] = [
    ['V30: nobody heard is no consensus', [], 'not-enough-heard', 'nobody-heard'],
    ['V31: half is not more than half', [says(a, 'support')], 'not-enough-heard', 'too-few-heard'],
    [
      'V31: a regional group that is silent as a whole is not guessed',
      [says(a, 'support'), says(b, 'support')],
      'not-enough-heard',
      'whole-groups-not-heard',
    ],
    [
      'V30: enough heard and nobody against',
      [says(north, 'can-live-with'), says(w, 'support')],
      'no-objections-heard',
      'nobody-objects',
    ],
    [
      'V32: one against all others remains',
      [says(a, 'support'), says(b, 'support'), says(w, 'oppose')],
      'objections-remain',
      'opposition-remains',
    ],
    [
      'V32: concerns alone are called that',
      [says(north, 'concern'), says(w, 'support')],
      'objections-remain',
      'concerns-remain',
    ],
    [
      'V33: support of other words is not support of these',
      [old(says(north, 'support')), says(w, 'support')],
      'not-enough-heard',
      'too-few-heard',
    ],
    [
      'V33: an objection to other words remains',
      [says(north, 'support'), old(says(w, 'oppose'))],
      'objections-remain',
      'opposition-remains',
    ],
    [
      'V34: outside the frame is beside it',
      [says(north, 'support'), says(w, 'support'), says(s, 'oppose')],
      'no-objections-heard',
      'nobody-objects',
    ],
  ];
  it.each(cases)('%s', (_, held, answer, sentence) => {
    expect(read(held)).toMatchObject({ answer, sentence });
  });

  it('V34: objections outside the frame are shown; with everybody in it they count', () => {
    const held = [says(north, 'support'), says(w, 'support'), says(s, 'oppose')];
    expect(read(held).outside.map(({ holder }) => holder.id)).toEqual(['s']);
    expect(read(held, null)).toMatchObject({ answer: 'objections-remain', outside: [] });
  });

  it("V32: a group's objection is one, with the delegations it speaks for", () => {
    const reading = read([says(north, 'oppose'), says(b, 'support')]);
    expect(reading.objections.map(({ holder, delegations: ids }) => [holder.id, ids])).toEqual([
      ['north', ['a']],
    ]);
    expect(reading.numbers).toMatchObject({ asked: 3, heard: 2, oppose: 1, support: 1, notHeard: 1 });
    expect(reading.silent).toEqual(['weog']);
  });

  it('V30: the numbers always sum up, and an objection is never outvoted', () => {
    const holders = [a, b, w, s, north];
    const word = fc.tuple(fc.constantFrom(...holders), fc.constantFrom(...STANDINGS), fc.boolean());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const held = words.map(([holder, standing, was]) =>
          was ? old(says(holder, standing)) : says(holder, standing),
        );
        const { numbers, objections, answer } = read(held, null);
        const { asked, heard, ...parts } = numbers;
        expect(parts.support + parts.canLiveWith + parts.concern + parts.oppose).toBe(heard);
        expect(heard + parts.split + parts.toReconfirm + parts.notHeard).toBe(asked);
        expect(answer === 'objections-remain').toBe(objections.length > 0);
        if (parts.concern + parts.oppose > 0) expect(answer).toBe('objections-remain');
      }),
      seeded(200),
    );
  });
});

describe('who objects to what', () => {
  const held = [
    says(one('a'), 'oppose', 'p'),
    says(one('a'), 'concern', 'q'),
    says(one('w'), 'oppose', 'p'),
    says(one('w'), 'oppose', 'q'),
    says(one('w'), 'oppose', 'r'),
    says(one('s'), 'concern', 'r'),
    says(one('b'), 'support', 'r'),
  ];
  const matrix = matrixOf(...held);

  it('V37: most contested first; paragraphs nobody objects to are none', () => {
    expect(mostContested(readConsensus(matrix, ['government'])).map((reading) => reading.paragraph)).toEqual([
      'p',
      'q',
      'r',
    ]);
    expect(mostContested(readConsensus(matrixOf(), null))).toEqual([]);
  });

  it('V38: pairs with what they share and how alike they are', () => {
    const { pairs, total } = objectionPairs(objectingIn(matrix), paragraphs);
    expect(total).toBe(2);
    expect(pairs.map(({ a, b, shared, likeness }) => [a.id, b.id, shared, likeness])).toEqual([
      ['a', 'w', ['p', 'q'], 2 / 3],
      ['s', 'w', ['r'], 1 / 3],
    ]);
    expect(objectionPairs(objectingIn(matrix), paragraphs, 1)).toMatchObject({
      total: 2,
      pairs: [{ either: 3 }],
    });
  });

  it('V38: agrees with counting one by one', () => {
    const many = Array.from({ length: 70 }, (_, k) => `x${k}` as ParagraphId);
    fc.assert(
      fc.property(fc.array(fc.subarray(many), { minLength: 2, maxLength: 5 }), (sets) => {
        const objecting = sets.map((list, k) => ({ holder: one(`d${k}`), paragraphs: new Set(list) }));
        for (const { a, b, shared, either } of objectionPairs(objecting, many).pairs) {
          const [left, right] = [a, b].map((holder) => sets[Number(holder.id.slice(1))] ?? []);
          expect(shared).toEqual(many.filter((id) => left?.includes(id) && right?.includes(id)));
          expect(either).toBe(new Set([...(left ?? []), ...(right ?? [])]).size);
        }
      }),
      seeded(50),
    );
  });

  it('V39: who is silent on a section, by themselves or altogether', () => {
    const silent = silentOn(matrixOf(says(all('north'), 'support', 'q'), says(one('a'), 'concern', 'q')), [
      'q' as ParagraphId,
    ]);
    expect(silent).toEqual({
      delegations: ['b', 'w', 's'],
      throughGroups: [],
      constituencies: ['civil-society'],
      regions: ['weog'],
    });
    expect(silentOn(matrixOf(says(all('north'), 'support')), ['p' as ParagraphId]).throughGroups).toEqual([
      'a',
      'b',
    ]);
  });

  it('V39: a section reaches to the next heading of its level', () => {
    const heading = (id: string, level: number): Paragraph => paragraph(id, id, { kind: 'heading', level });
    const text = [
      heading('h1', 1),
      paragraph('p', ''),
      heading('h2', 2),
      paragraph('q', ''),
      heading('h3', 1),
    ];
    expect(paragraphsBelow(text, 'h1' as ParagraphId)).toEqual(['h1', 'p', 'h2', 'q']);
    expect(paragraphsBelow(text, 'h2' as ParagraphId)).toEqual(['h2', 'q']);
    expect(paragraphsBelow(text, 'x' as ParagraphId)).toEqual([]);
  });
});
