import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebase } from '../../../shared/amend/rebase.ts';
import { plainText, type Run } from '../../../shared/model/paragraph.ts';
import type { Wording } from '../../../shared/model/proposal.ts';
import { seeded } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { carryOut, someWord, strokes, wordingOf } from './edited.ts';

const say = (...runs: readonly (string | Run)[]): Wording => ({
  kind: 'operative',
  level: 0,
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
const BASE = 'We recognize the important role of women in the digital economy.';

/** [what, base, proposed, now, what comes out: the paragraphs' text, or the kind] */
const CASES: readonly (readonly [string, string, string[], string[], string[] | string])[] = [
  [
    'another word elsewhere',
    BASE,
    ['We recognize the important role of women and girls in the digital economy.'],
    ['We strongly recognize the important role of women in the digital economy.'],
    ['We strongly recognize the important role of women and girls in the digital economy.'],
  ],
  [
    'both inserted at one place',
    BASE,
    ['We recognize the important role of women and girls in the digital economy.'],
    ['We recognize the important role of women and youth in the digital economy.'],
    'needs-a-look',
  ],
  [
    'both inserted the same',
    BASE,
    ['We recognize the important role of women and girls in the digital economy.'],
    ['We recognize the important role of women and girls in the digital economy.'],
    'applied-already',
  ],
  [
    'both inserted the same, and more elsewhere',
    BASE,
    ['We strongly recognize the important role of women and girls in the digital economy.'],
    ['We recognize the important role of women and girls in the digital economy.'],
    ['We strongly recognize the important role of women and girls in the digital economy.'],
  ],
  [
    'the same words inserted at another place are not doubled',
    BASE,
    ['We recognize the important role of women in the digital economy, including young people.'],
    ['We, including young people, recognize the important role of women in the digital economy.'],
    'needs-a-look',
  ],
  [
    'words that were to be deleted are gone',
    BASE,
    ['We recognize the role of women in the digital economy.'],
    ['We recognize the role of women in the digital economy.'],
    'applied-already',
  ],
  [
    'the phrase was written anew',
    BASE,
    ['We recognize the essential role of women in the digital economy.'],
    ['We recognize the very significant contribution of women in the digital economy.'],
    'needs-a-look',
  ],
  [
    'split meanwhile: the change is made in its part',
    'We recognize the role of women; we call for equal access to technology.',
    ['We recognize the role of women; we call for equal and affordable access to technology.'],
    ['We recognize the role of women;', ' we call for equal access to technology.'],
    ['We recognize the role of women;', ' we call for equal and affordable access to technology.'],
  ],
  [
    'joined meanwhile: what stands before stays',
    'We call for equal access to technology.',
    ['We call for equal and affordable access to technology.'],
    ['We recall earlier texts. We call for equal access to technology.'],
    ['We recall earlier texts. We call for equal and affordable access to technology.'],
  ],
  [
    'a proposal that splits, on words changed elsewhere',
    'We recognize the role of women; we call for equal access to technology.',
    ['We recognize the role of women;', 'we call for equal access to technology.'],
    ['We deeply recognize the role of women; we call for equal access to technology.'],
    ['We deeply recognize the role of women;', 'we call for equal access to technology.'],
  ],
  [
    'Arabic',
    'نعترف بالدور الهام للمرأة في الاقتصاد الرقمي.',
    ['نعترف بالدور الهام للمرأة والفتاة في الاقتصاد الرقمي.'],
    ['نعترف بقوة بالدور الهام للمرأة في الاقتصاد الرقمي.'],
    ['نعترف بقوة بالدور الهام للمرأة والفتاة في الاقتصاد الرقمي.'],
  ],
  ['everything was written anew', BASE, ['We note women.'], ['Nothing of this stays here.'], 'needs-a-look'],
];

describe('rebase', () => {
  it.each(CASES)('M10: %s', (_what, base, proposed, now, expected) => {
    const result = rebase(
      say(base),
      proposed.map((text) => say(text)),
      now.map((text) => say(text)),
    );
    if (typeof expected === 'string') expect(result.kind).toBe(expected);
    else {
      expect(result.kind).toBe('rebased');
      const parts = result.kind === 'rebased' ? result.parts.flat() : [];
      expect(parts.map(({ runs }) => plainText(runs))).toEqual(expected);
    }
  });

  it('M11: words that stay keep the marks they have now; marks that the proposal changed are taken', () => {
    const bold: Run = { text: 'women', bold: true };
    const italic: Run = { text: 'digital', italic: true };
    const result = rebase(
      say('We value women in the digital economy of today.'),
      [say('We value ', bold, ' in the digital economy of today and tomorrow.')],
      [say('We value women in the ', italic, ' economy of today.')],
    );
    expect(result).toEqual({
      kind: 'rebased',
      parts: [[say('We value ', bold, ' in the ', italic, ' economy of today and tomorrow.')]],
    });
  });

  it('M11: a kind that only one side changed is kept; two different ones need a look', () => {
    const as = (kind: Wording['kind'], text: string): Wording => ({ ...say(text), kind });
    const words = ['We value women and men alike.', 'We value women, girls and men alike.'] as const;
    const rebased = rebase(as('plain', words[0]), [as('plain', words[1])], [as('operative', words[0])]);
    expect(rebased).toEqual({ kind: 'rebased', parts: [[as('operative', words[1])]] });
    const both = rebase(as('plain', words[0]), [as('preambular', words[1])], [as('operative', words[0])]);
    expect(both.kind).toBe('needs-a-look');
  });

  it('M12: a rebase that is taken is the truth: nothing lost, doubled or misplaced', () => {
    const tally = { rebased: 0, 'needs-a-look': 0, 'applied-already': 0 };
    let apart = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = createRandom(seed);
        let ids = 0;
        const newId = (): number => ids++;
        const length = 20 + random.below(80);
        const base = Array.from({ length }, () => ({ id: newId(), word: someWord(random) }));
        const mine = strokes(base, random, newId);
        const theirs = strokes(base, random, newId);
        const clear = mine.every((a) =>
          theirs.every((b) => a.at + a.remove < b.at || b.at + b.remove < a.at),
        );
        const now = wordingOf(carryOut(base, theirs));
        const result = rebase(wordingOf(base), [wordingOf(carryOut(base, mine))], [now]);
        if (!clear) return;
        apart += 1;
        tally[result.kind] += 1;
        const truth = wordingOf(
          carryOut(
            base,
            [...mine, ...theirs].sort((a, b) => a.at - b.at),
          ),
        );
        if (result.kind === 'rebased') expect(result.parts).toEqual([[truth]]);
        if (result.kind === 'applied-already') expect(now).toEqual(truth);
      }),
      seeded(1_000),
    );
    console.log(`of ${apart} proposals beside other edits`, tally);
    expect(tally.rebased / apart).toBeGreaterThan(0.9);
  });
});
