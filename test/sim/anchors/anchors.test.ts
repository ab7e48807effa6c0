import { describe, expect, it } from 'vitest';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { SEED, seeds } from '../../seeded.ts';
import { mutatedTexts } from '../../shared/compare/mutator.ts';
import { simulateAnchors } from './run.ts';

const SEEDS = seeds(8, 300);
const PART = Math.ceil(SEEDS / 4);
const PLAN = { rounds: 3, steps: 100, comments: 50, proposals: 20 };

const invented = (seed: number): Paragraph[] =>
  mutatedTexts(seed, 24).from.map(({ text }, k) => ({
    id: `p${k}` as ParagraphId,
    kind: 'operative',
    level: 0,
    dir: 'auto',
    from: [],
    pinned: null,
    runs: [{ text }],
  }));

/** The same, each paragraph of which names the title. */
function namingTheTitle(seed: number): Paragraph[] {
  const [title, ...others] = invented(seed);
  const named = title?.runs[0]?.text ?? '';
  return [
    ...(title === undefined ? [] : [title]),
    ...others.map((one) => ({
      ...one,
      runs: [{ text: `Recalling what was decided under the title ${named}, ${one.runs[0]?.text}` }],
    })),
  ];
}

describe('anchors while six people edit', () => {
  it.each(Array.from({ length: 4 }, (_, part) => [SEED + part * PART, SEED + (part + 1) * PART - 1]))(
    'N3: none ever points at words it was not put on, in simulations %i to %i',
    (first, last) => {
      let found = 0;
      let all = 0;
      for (let seed = first; seed <= last; seed++) {
        const counts = simulateAnchors(seed, invented(seed), PLAN);
        found += counts.found + counts.moved + counts.changed;
        all += counts.found + counts.moved + counts.changed + counts.orphan;
      }
      expect(found / all).toBeGreaterThan(0.5);
    },
  );

  // Each of these took a paragraph that names the title for the title, or its words for the title's, and back.
  it.each([1, 2, 5, 11, 12, 15, 17, 18])(
    'N4: of a text that names its title everywhere none takes one place for another, in simulation %i',
    (seed) => {
      const counts = simulateAnchors(seed, namingTheTitle(seed), PLAN);
      expect(counts.found).toBeGreaterThan(0);
    },
  );
});
