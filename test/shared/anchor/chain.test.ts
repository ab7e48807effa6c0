import { describe, expect, it } from 'vitest';
import { followTo } from '../../../shared/anchor/chain.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import { anchorOn, paragraph, told } from './texts.ts';

const ZERO = 'v1' as VersionId;
const OLD = [
  paragraph('a', 'Recalling its earlier decisions,'),
  paragraph('b', 'Decides to convene a meeting in Geneva, and requests the Secretariat to prepare it.'),
];
const NEW = [
  paragraph(
    'c',
    'Decides to convene a meeting in Nairobi, and requests the Secretariat to prepare it with care.',
  ),
  paragraph('a', 'Recalling its earlier decisions,'),
];
const from = { text: indexText(OLD), live: null };
const target = { name: 'working', text: indexText(NEW), live: null } as const;

describe('anchors followed to another text', () => {
  const chained = ['the Secretariat to prepare it', 'Geneva'].map((words) => ({
    anchor: anchorOn(OLD, 'b', words, ZERO),
    recorded: [],
  }));

  it('H24: stand in the same places when somebody has compared the texts already', () => {
    const here = followTo(target, [ZERO], () => from);
    const compared = compareTexts(OLD, NEW);
    const elsewhere = followTo(target, [ZERO], () => ({ ...from, compared }));
    expect(chained.map(elsewhere)).toEqual(chained.map(here));
    expect(told(elsewhere(chained[0] as never), NEW)).toBe(
      'found unchanged c: the Secretariat to prepare it',
    );
  });

  it('H24: are carried over the comparison they are given', () => {
    const apart = compareTexts(OLD, [paragraph('x', 'Nothing of it.'), paragraph('a', 'All else.')]);
    const follow = followTo(target, [ZERO], () => ({ ...from, compared: apart }));
    expect(follow(chained[1] as never).resolution).toBe('orphan');
  });
});
