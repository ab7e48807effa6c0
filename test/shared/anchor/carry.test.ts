import { describe, expect, it } from 'vitest';
import { ownPlace } from '../../../shared/anchor/anchor-place.ts';
import { carryPlace } from '../../../shared/anchor/carry.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import { makeAnchor, type Pointed } from '../../../shared/anchor/make-anchor.ts';
import { prepareCarry } from '../../../shared/anchor/row-map.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { anchorOn, id, paragraph, told } from './texts.ts';

const ZERO = 'v1' as VersionId;
const A = 'Stressing the need for sustained cooperation among all Member States and observers,';
const B =
  'Decides to convene an intergovernmental meeting in Geneva, and requests the Secretariat to prepare it.';
const C = 'Invites all relevant stakeholders to contribute to the trust fund on a voluntary basis.';
const OLD = [paragraph('a', A), paragraph('b', B), paragraph('c', C)];

/** Carries and tells. Unlinked: the new text has other ids, as an imported one has. */
function carry(anchor: Anchor, to: readonly LabelledParagraph[]): string {
  const from = indexText(OLD);
  const map = prepareCarry(from, indexText(to), compareTexts(OLD, to));
  return told(carryPlace(anchor, ownPlace(anchor, from), map), to);
}
const words = (name: string, quoted: string): Anchor => anchorOn(OLD, name, quoted, ZERO);
const pointed = (what: Pointed): Anchor => {
  const made = makeAnchor(ZERO, indexText(OLD), what);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
};
const MEETING = 'an intergovernmental meeting';

describe('carrying anchors to another text', () => {
  it.each<[string, LabelledParagraph[], string]>([
    ['the same text', OLD, `found unchanged b: ${MEETING}`],
    [
      'an imported one, without common ids',
      [paragraph('x', A), paragraph('y', B)],
      `found unchanged y: ${MEETING}`,
    ],
    [
      'changed elsewhere',
      [paragraph('a', A), paragraph('b', B.replace('in Geneva', 'in Nairobi in June'))],
      `found unchanged b: ${MEETING}`,
    ],
    [
      'a word put in',
      [paragraph('a', A), paragraph('b', B.replace('meeting', 'preparatory meeting'))],
      'changed changed b: an intergovernmental preparatory meeting',
    ],
    [
      'replaced',
      [paragraph('a', A), paragraph('b', B.replace(MEETING, 'a round table of experts'))],
      'orphan orphan near b',
    ],
    [
      'split behind',
      [paragraph('a', A), paragraph('b', B.slice(0, 58)), paragraph('d', B.slice(59), ['b'])],
      `found split b: ${MEETING}`,
    ],
    [
      'split before',
      [paragraph('a', A), paragraph('b', 'Decides'), paragraph('d', B.slice(8), ['b'])],
      `moved split d: ${MEETING}`,
    ],
    ['merged', [paragraph('a', `${A} ${B}`, ['a', 'b']), paragraph('c', C)], `moved merged a: ${MEETING}`],
    ['removed', [paragraph('a', A), paragraph('c', C)], 'orphan removed near a'],
    ['everything removed', [paragraph('z', 'Nothing of it is left here.')], 'orphan removed near z'],
  ])('N9: %s', (_, to, expected) => {
    expect(carry(words('b', MEETING), to)).toBe(expected);
  });

  it('N9: moved', () => {
    const to = [paragraph('c', C), paragraph('a', A), paragraph('b', B)];
    expect(carry(words('c', 'the trust fund'), to)).toBe('moved moved c: the trust fund');
  });

  it('N9: a paragraph of which little is left tells even the very words as changed', () => {
    const to = [
      paragraph('a', A),
      paragraph('b', `Notes that ${MEETING} in Geneva was thought of by some at a time long gone.`),
    ];
    expect(carry(words('b', MEETING), to)).toBe(`changed changed b: ${MEETING}`);
  });

  it('N10: a sentence that went to another paragraph is found there if both texts say it once', () => {
    const sentence = 'requests the Secretariat to prepare it';
    const to = [
      paragraph('a', A),
      paragraph('c', `${C} It also ${sentence} in time for everyone to read it.`),
    ];
    expect(carry(words('b', sentence), to)).toBe(`moved moved c: ${sentence}`);
    const twice = [
      paragraph('a', A),
      paragraph('c', `${C} It also ${sentence} in time, and ${sentence} again.`),
    ];
    expect(carry(words('b', sentence), twice)).toBe('orphan orphan near c');
  });

  it.each<[string, Pointed, LabelledParagraph[], string]>([
    ['the text', { scope: 'text' }, [], 'found unchanged near null'],
    ['missing before the first', { scope: 'absent', after: null }, OLD, 'found unchanged near null'],
    ['missing after one', { scope: 'absent', after: id('b') }, OLD, 'found unchanged b: '],
    [
      'missing after one that ends otherwise',
      { scope: 'absent', after: id('b') },
      [paragraph('a', A), paragraph('b', B.replace('prepare it', 'prepare and host it'))],
      'changed changed b: ',
    ],
    [
      'missing after one that was split',
      { scope: 'absent', after: id('b') },
      [paragraph('a', A), paragraph('b', B.slice(0, 58)), paragraph('d', B.slice(59), ['b'])],
      'moved split d: ',
    ],
    [
      'missing after one that is gone',
      { scope: 'absent', after: id('b') },
      [paragraph('a', A)],
      'orphan removed near a',
    ],
    ['a paragraph', { scope: 'paragraph', paragraph: id('b') }, OLD, `found unchanged b: ${B}`],
    [
      'a paragraph with a word more',
      { scope: 'paragraph', paragraph: id('b') },
      [paragraph('a', A), paragraph('b', `${B} Soon.`)],
      `changed changed b: ${B} Soon.`,
    ],
    [
      'a paragraph joined to another: its own words',
      { scope: 'paragraph', paragraph: id('b') },
      [paragraph('a', `${A} ${B}`, ['a', 'b'])],
      `moved merged a: ${B}`,
    ],
    [
      'a paragraph that is gone',
      { scope: 'paragraph', paragraph: id('b') },
      [paragraph('a', A)],
      'orphan removed near a',
    ],
  ])('N9: %s', (_, what, to, expected) => {
    expect(carry(pointed(what), to)).toBe(expected);
  });

  it('N8: what is missing after a joined paragraph is missing where its end went', () => {
    const to = [paragraph('a', `${A} ${B}`, ['a', 'b'])];
    const from = indexText(OLD);
    const anchor = pointed({ scope: 'absent', after: id('a') });
    const place = carryPlace(
      anchor,
      ownPlace(anchor, from),
      prepareCarry(from, indexText(to), compareTexts(OLD, to)),
    );
    expect(place).toMatchObject({ resolution: 'changed', carry: 'merged', paragraph: 'a', start: A.length });
  });
});
