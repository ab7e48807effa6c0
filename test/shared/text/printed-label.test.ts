import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printLabel, splitPrintedLabel } from '../../../shared/text/printed-label.ts';
import { seeded } from '../../seeded.ts';

const LABELS: readonly (readonly [block: string, label: string, text: string])[] = [
  ['12. Decides', '12', 'Decides'],
  ['12.\tDecides', '12', 'Decides'],
  ['12.\u00a0Decides', '12', 'Decides'],
  ['12.', '12', ''],
  ['0. Definitions.', '0', 'Definitions.'],
  ['12 bis. Decides', '12 bis', 'Decides'],
  ['12bis. Decides', '12 bis', 'Decides'],
  ['12\u00a0ter. Decides', '12 ter', 'Decides'],
  ['12 ter Decides', '12 ter', 'Decides'],
  ['12 quater. Decides', '12 quater', 'Decides'],
  ['12 (11). Decides', '12 (11)', 'Decides'],
  ['1 ante. Decides', '1 ante', 'Decides'],
  ['1 ante bis. Decides', '1 ante bis', 'Decides'],
  ['12a. Decides', '12a', 'Decides'],
  ['1.2. Scope', '1.2', 'Scope'],
  ['1.2.3. Scope', '1.2.3', 'Scope'],
  ['PP3 Recalling', 'PP3', 'Recalling'],
  ['PP 3. Recalling', 'PP3', 'Recalling'],
  ['PP3bis Recalling', 'PP3 bis', 'Recalling'],
  ['PP3 (11). Recalling', 'PP3 (11)', 'Recalling'],
  ['OP4: Decides', 'OP4', 'Decides'],
  ['OP12 ter. Decides', 'OP12 ter', 'Decides'],
  ['OP4 alt 2. Decides', 'OP4 alt 2', 'Decides'],
  ['(a) To consider', '(a)', 'To consider'],
  ['(a)', '(a)', ''],
  ['a) To consider', 'a)', 'To consider'],
  ['a. To consider', 'a.', 'To consider'],
  ['(aa) To consider', '(aa)', 'To consider'],
  ['(b bis) To consider', '(b bis)', 'To consider'],
  ['(b 11) To consider', '(b 11)', 'To consider'],
  ['b bis. To consider', 'b bis.', 'To consider'],
  ['(ii) To consider', '(ii)', 'To consider'],
  ['ii) To consider', 'ii)', 'To consider'],
  ['(viii) To consider', '(viii)', 'To consider'],
  ['iv. To consider', 'iv.', 'To consider'],
  ['(1) To consider', '(1)', 'To consider'],
  ['1) To consider', '1)', 'To consider'],
  ['• a bullet', '•', 'a bullet'],
  ['A. Content', 'A.', 'Content'],
  ['I. Scope', 'I.', 'Scope'],
  ['XIV. Other matters', 'XIV.', 'Other matters'],
  ['(A) Content', '(A)', 'Content'],
  ['(IV) Content', '(IV)', 'Content'],
  ['١٢. يقرر', '١٢', 'يقرر'],
  ['١٢ - يقرر', '١٢ -', 'يقرر'],
  ['12 - يقرر', '12 -', 'يقرر'],
  ['(أ) النظر', '(أ)', 'النظر'],
  ['а) рассмотреть', 'а)', 'рассмотреть'],
  ['12．决定', '12', '决定'],
  ['12、决定', '12', '决定'],
  ['12.决定', '12', '决定'],
  ['（一）决定', '（一）', '决定'],
  ['一、范围', '一、', '范围'],
  ['  12. Decides', '12', 'Decides'],
];

const NO_LABELS: readonly string[] = [
  '',
  ' ',
  '2015. A year',
  '2015 was a year',
  '12.5 per cent of all',
  '1.5 degrees',
  '12 Decides',
  '12.Decides',
  'A person may',
  'A. B. Doe said',
  'I agree',
  'I',
  'a person',
  'e.g. this',
  '(a)b',
  '(a)(b) both',
  '(ab) no letter',
  '(do) it',
  'mix. of words',
  'di. no numeral',
  'ill. people',
  '80/173. Outcome document',
  '[12. Decides]',
  '[(a) Decides]',
  'Section 1',
  'Article I. Tenets',
  'Option 1',
  '- a dash',
  'PP Recalling',
  'OPEC met',
  'PP3rd',
  '12 bisons',
  'https://example.org',
  '...',
  '.',
];

describe('printed labels', () => {
  it.each(LABELS)('T20: %j begins with label %j', (block, label, text) => {
    const split = splitPrintedLabel(block);
    expect([split.label, split.text]).toEqual([label, text]);
    expect(split.printed + split.separator + split.text).toBe(block);
  });

  it.each(NO_LABELS)('T21: %j begins with no label', (block) => {
    expect(splitPrintedLabel(block)).toEqual({ label: '', printed: '', separator: '', text: block });
  });

  it('T20: any block is rebuilt letter for letter', () => {
    const start = fc.constantFrom('', ...LABELS.map(([block]) => block), ...NO_LABELS);
    const gap = fc.constantFrom('', ' ', '\t', '\u00a0', '\u3000', '\n');
    const rest = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(start, gap, rest, (head, between, tail) => {
        const block = head + between + tail;
        const { label, printed, separator, text } = splitPrintedLabel(block);
        expect(printed + separator + text).toBe(block);
        expect(label === '').toBe(printed === '');
        expect(separator.trim()).toBe('');
      }),
      seeded(1000),
    );
  });

  it('T22: a label that is printed again is read as the same label', () => {
    for (const [block, label, text] of LABELS)
      expect([block, splitPrintedLabel(`${printLabel(label)} ${text}`).label]).toEqual([block, label]);
  });
});
