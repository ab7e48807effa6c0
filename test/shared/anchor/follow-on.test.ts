import { describe, expect, it } from 'vitest';
import { ownPlace } from '../../../shared/anchor/anchor-place.ts';
import { followOn } from '../../../shared/anchor/follow-on.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { anchorOn, paragraph, told } from './texts.ts';

const A = 'Stressing the need for sustained cooperation among all Member States and observers,';
const B = 'Decides to convene a meeting, and requests the Secretariat to prepare it with the States.';
const BEFORE = [paragraph('a', A), paragraph('b', B)];

describe('a place found a moment ago', () => {
  it.each<[string, LabelledParagraph[], string]>([
    ['nothing changed', BEFORE, 'found unchanged b: the Secretariat'],
    ['elsewhere', [paragraph('a', `Further ${A}`), paragraph('b', B)], 'found unchanged b: the Secretariat'],
    ['before it', [paragraph('a', A), paragraph('b', `Hereby ${B}`)], 'found unchanged b: the Secretariat'],
    [
      'the words are gone',
      [paragraph('a', A), paragraph('b', B.replace('the Secretariat ', ''))],
      'orphan orphan near b',
    ],
    ['the paragraph is gone', [paragraph('a', A)], 'orphan removed near null'],
  ])('N13: %s', (_, now, expected) => {
    const anchor = anchorOn(BEFORE, 'b', 'the Secretariat');
    const before = indexText(BEFORE);
    expect(told(followOn(anchor, ownPlace(anchor, before), before, indexText(now)), now)).toBe(expected);
  });
});
