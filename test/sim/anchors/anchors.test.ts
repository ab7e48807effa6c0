import { describe, expect, it } from 'vitest';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { mutatedTexts } from '../../shared/compare/mutator.ts';
import { simulateAnchors } from './run.ts';

/** Seeds of an ordinary run, and of `npm run test:long`. */
const SEEDS = process.env.LONG === '1' ? 300 : 8;
const PART = SEEDS / 4;
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

describe('anchors while six people edit', () => {
  it.each(Array.from({ length: 4 }, (_, part) => [part * PART + 1, (part + 1) * PART]))(
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
});
