import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contender, findCollisions } from '../../../shared/amend/collisions.ts';
import { combine } from '../../../shared/amend/combine.ts';
import { derive } from '../../../shared/amend/derive.ts';
import { standingOf, worstState } from '../../../shared/amend/standing.ts';
import type { ChangeId, ParagraphId, ProposalId } from '../../../shared/model/ids.ts';
import { type LabelledParagraph, plainText } from '../../../shared/model/paragraph.ts';
import type { ChangeAct, ProposedChange, Wording } from '../../../shared/model/proposal.ts';
import { seeded } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { carryOut, someWord, strokes, wordingOf } from './edited.ts';

const say = (text: string): Wording => ({ kind: 'operative', level: 0, runs: [{ text }] });
const standing = (id: string, text: string, from: readonly string[] = []): LabelledParagraph => ({
  ...say(text),
  id: id as ParagraphId,
  dir: 'auto',
  from: from as readonly ParagraphId[],
  pinned: null,
  label: id,
  text,
});
const BASE = 'We recognize the role of women; we call for equal access to technology.';
const change = (
  act: ChangeAct,
  wording: readonly string[] = [],
  more: Partial<ProposedChange> = {},
): ProposedChange => ({
  id: `${act}` as ChangeId,
  act,
  paragraph: 'p' as ParagraphId,
  base: { ...say(BASE), label: '1' },
  wording: wording.map(say),
  after: null,
  ...more,
});
const p = standing('p', BASE);
const q = standing('q', 'We decide.');
const grown = standing('p', BASE.replace('women', 'all women'));
const WOMEN_AND_GIRLS = BASE.replace('role', 'important role');

/** [what, change, text, state, paragraphs it is about, words that would stand there] */
type Case = readonly [string, ProposedChange, LabelledParagraph[], string, string[], string[]];
const CASES: readonly Case[] = [
  ['as it was', change('replace', [WOMEN_AND_GIRLS]), [p, q], 'current', ['p'], [WOMEN_AND_GIRLS]],
  ['moved', change('replace', [WOMEN_AND_GIRLS]), [q, p], 'current', ['p'], [WOMEN_AND_GIRLS]],
  [
    'changed elsewhere in the paragraph',
    change('replace', [BASE.replace('equal', 'equal and affordable')]),
    [grown, q],
    'rebased',
    ['p'],
    [BASE.replace('women', 'all women').replace('equal', 'equal and affordable')],
  ],
  ['deleted', change('replace', [WOMEN_AND_GIRLS]), [q], 'paragraph-gone', [], [WOMEN_AND_GIRLS]],
  [
    'split: the change is in the second part',
    change('replace', [BASE.replace('equal', 'equal and affordable')]),
    [
      standing('p', 'We recognize the role of women;'),
      standing('p2', ' we call for equal access to technology.', ['p']),
    ],
    'rebased',
    ['p', 'p2'],
    ['We recognize the role of women;', ' we call for equal and affordable access to technology.'],
  ],
  [
    'split off before the base was taken: a paragraph of its own',
    change('replace', [WOMEN_AND_GIRLS]),
    [p, standing('p2', 'We note something else.', ['p'])],
    'current',
    ['p'],
    [WOMEN_AND_GIRLS],
  ],
  [
    'joined into the one before',
    change('replace', [BASE.replace('equal', 'equal and affordable')]),
    [standing('o', `We recall earlier texts. ${BASE}`, ['o', 'p']), q],
    'rebased',
    ['o'],
    [`We recall earlier texts. ${BASE.replace('equal', 'equal and affordable')}`],
  ],
  [
    'says it already',
    change('replace', [WOMEN_AND_GIRLS]),
    [standing('p', WOMEN_AND_GIRLS)],
    'applied-already',
    ['p'],
    [WOMEN_AND_GIRLS],
  ],
  ['inserted behind', change('insert-after', ['We invite.']), [p, q], 'current', ['p'], ['We invite.']],
  [
    'inserted behind what changed',
    change('insert-after', ['We invite.']),
    [grown, q],
    'rebased',
    ['p'],
    ['We invite.'],
  ],
  [
    'inserted already',
    change('insert-after', ['We decide.']),
    [p, q],
    'applied-already',
    ['p'],
    ['We decide.'],
  ],
  [
    'inserted at the beginning',
    change('insert-after', ['We invite.'], { paragraph: null, base: null }),
    [p],
    'current',
    [],
    ['We invite.'],
  ],
  ['delete', change('delete'), [p], 'current', ['p'], []],
  [
    'delete what lost words since',
    change('delete'),
    [standing('p', 'We recognize the role of women;')],
    'rebased',
    ['p'],
    [],
  ],
  ['delete what somebody wrote on', change('delete'), [grown], 'needs-a-look', ['p'], []],
  ['deleted already', change('delete'), [q], 'applied-already', [], []],
  ['move', change('move', [], { after: 'q' as ParagraphId }), [p, q], 'current', ['p'], []],
  ['moved already', change('move', [], { after: 'q' as ParagraphId }), [q, p], 'applied-already', ['p'], []],
  [
    'move behind what is gone',
    change('move', [], { after: 'gone' as ParagraphId }),
    [p, q],
    'needs-a-look',
    ['p'],
    [],
  ],
  ['keep', change('keep'), [p], 'current', ['p'], []],
  ['keep what was changed', change('keep'), [grown], 'needs-a-look', ['p'], []],
];

describe('how a change stands', () => {
  it.each(CASES)('M10: %s', (_what, wanted, text, state, now, words) => {
    const found = standingOf(wanted, text);
    expect(found.state).toBe(state);
    expect(found.now.map(({ id }) => id)).toEqual(now);
    expect(found.wording.flat().map(({ runs }) => plainText(runs))).toEqual(words);
  });

  it('M10: a package stands as its hardest change', () => {
    expect(worstState(['current', 'rebased', 'applied-already'])).toBe('rebased');
    expect(worstState(['applied-already', 'applied-already'])).toBe('applied-already');
    expect(worstState(['needs-a-look', 'current'])).toBe('needs-a-look');
  });

  it('M1: the amendment derived from two texts gives both back', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = createRandom(seed);
        const base = Array.from({ length: 30 }, (_, id) => ({ id, word: someWord(random) }));
        const [from, to] = [
          base,
          carryOut(
            base,
            strokes(base, random, () => 99),
          ),
        ].map(wordingOf);
        const words = derive([from as Wording], [to as Wording]);
        const side = (mark: string) =>
          words
            .filter(([m]) => m === '=' || m === mark)
            .map(([, t]) => t)
            .join('');
        expect(side('-')).toBe(plainText((from as Wording).runs));
        expect(side('+')).toBe(plainText((to as Wording).runs));
      }),
      seeded(200),
    );
  });
});

describe('competing proposals', () => {
  it('M9: wordings combine in either order to the same text, which holds what both changed', () => {
    let combined = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = createRandom(seed);
        let ids = 0;
        const base = Array.from({ length: 40 }, () => ({ id: ids++, word: someWord(random) }));
        const [mine, theirs] = [strokes(base, random, () => ids++), strokes(base, random, () => ids++)];
        const wordings = [mine, theirs].map((list) => [wordingOf(carryOut(base, list))]);
        const one = combine(wordingOf(base), wordings);
        expect(combine(wordingOf(base), wordings.toReversed())).toEqual(one);
        const apart = mine.every((a) =>
          theirs.every((b) => a.at + a.remove < b.at || b.at + b.remove < a.at),
        );
        if (one === null || !apart) return;
        combined += 1;
        expect(one).toEqual([
          wordingOf(
            carryOut(
              base,
              [...mine, ...theirs].sort((a, b) => a.at - b.at),
            ),
          ),
        ]);
      }),
      seeded(300),
    );
    expect(combined).toBeGreaterThan(50);
  });

  it('M9: acts that lay hold of the same collide; others stand side by side', () => {
    const acts: Record<string, ProposedChange> = {
      replace: change('replace', [WOMEN_AND_GIRLS]),
      delete: change('delete'),
      keep: change('keep'),
      move: change('move', [], { after: 'q' as ParagraphId }),
      insert: change('insert-after', ['We invite.']),
    };
    const meet = (one: string, other: string) => {
      const contenders = [one, other].map(
        (name, k): Contender => ({
          proposal: `${k}` as ProposalId,
          standing: standingOf(acts[name] as ProposedChange, [p, q]),
        }),
      );
      return findCollisions(contenders)[0]?.meeting;
    };
    expect(meet('replace', 'replace')).toBe('same');
    expect(meet('replace', 'delete')).toBe('collide');
    expect(meet('replace', 'keep')).toBe('collide');
    expect(meet('replace', 'move')).toBe('combine');
    expect(meet('delete', 'move')).toBe('collide');
    expect(meet('keep', 'move')).toBe('collide');
    expect(meet('delete', 'delete')).toBe('same');
    for (const name of ['replace', 'delete', 'keep', 'move']) expect(meet(name, 'insert')).toBe('combine');
  });
});
