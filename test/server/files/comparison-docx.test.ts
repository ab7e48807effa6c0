import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeComparisonDocx } from '../../../server/files/comparison-docx.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import type { ComparableBlock } from '../../../shared/compare/comparison.ts';
import { printLabel } from '../../../shared/text/printed-label.ts';
import { settleDocx } from './settle-docx.ts';

const RIVERS = 'Decides to establish a fund for the restoration of rivers and lakes in mountain regions;';
const SCHOOLS =
  'Invites Member States to bring fast connections to every rural school by the end of the decade;';
const NURSES =
  'Requests the Secretariat to report on the training of nurses, midwives and community doctors;';
const COFFEE = 'Encourages small producers to join cooperatives that export coffee, cocoa and spices;';
const BOATS = 'Welcomes the repair of fishing boats along the northern coast before the winter storms;';

const numbered = (...texts: readonly string[]): ComparableBlock[] =>
  texts.map((text, at) => ({ label: `${at + 1}`, text }));
const printed = (blocks: readonly ComparableBlock[]): string[] =>
  blocks.map(({ label, text }) => (label === '' ? text : `${printLabel(label)}\t${text}`));
const docx = (from: readonly ComparableBlock[], to: readonly ComparableBlock[]): Uint8Array =>
  writeComparisonDocx(compareTexts(from, to), from, to, { title: 'A & B', date: '2030-01-02T03:04:05.678Z' });
const xmlOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);

const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a changed word', [RIVERS], [RIVERS.replace('rivers', 'wetlands')]],
  ['a paragraph added in the middle', [RIVERS, COFFEE], [RIVERS, NURSES, COFFEE]],
  ['paragraphs added at the end', [RIVERS], [RIVERS, NURSES, COFFEE]],
  ['paragraphs removed at the end', [RIVERS, NURSES, COFFEE], [RIVERS]],
  ['the end replaced', [RIVERS, NURSES, BOATS], [RIVERS, COFFEE, SCHOOLS]],
  ['everything replaced', [NURSES], [COFFEE, SCHOOLS]],
  ['a move down', [RIVERS, SCHOOLS, NURSES, COFFEE], [SCHOOLS, NURSES, COFFEE, RIVERS]],
  ['a move up', [RIVERS, SCHOOLS, NURSES, COFFEE], [COFFEE, RIVERS, SCHOOLS, NURSES]],
  ['a move with an edit', [RIVERS, SCHOOLS, NURSES], [SCHOOLS, NURSES, RIVERS.replace('rivers', 'wetlands')]],
  ['a split', [`${SCHOOLS} ${NURSES}`, COFFEE], [SCHOOLS, NURSES, COFFEE]],
  ['a split at the end', [COFFEE, `${SCHOOLS} ${NURSES}`], [COFFEE, SCHOOLS, NURSES]],
  ['a merge', [SCHOOLS, NURSES, COFFEE], [`${SCHOOLS} ${NURSES}`, COFFEE]],
  ['a merge from far apart', [SCHOOLS, COFFEE, RIVERS, NURSES], [COFFEE, RIVERS, `${SCHOOLS} ${NURSES}`]],
  ['a split to far apart', [COFFEE, `${SCHOOLS} ${NURSES}`, RIVERS], [NURSES, COFFEE, RIVERS, SCHOOLS]],
  ['tabs and line ends', ['one\ttwo\nthree', RIVERS], ['one\ttwo\nthree four', RIVERS]],
  ['signs that XML reserves', ['a < b & "c"'], ['a < b & "d"']],
  ['right to left', ['تقرر إنشاء صندوق لاستعادة الأنهار'], ['تقرر إنشاء صندوق لاستعادة البحيرات']],
];

describe('comparison as .docx', () => {
  it.each(CASES)('C12: accepting gives the new text, rejecting the old one: %s', (_, old, fresh) => {
    const [from, to] = [numbered(...old), numbered(...fresh)];
    expect(settleDocx(docx(from, to), 'accept')).toEqual(printed(to));
    expect(settleDocx(docx(from, to), 'reject')).toEqual(printed(from));
  });

  it.each([
    ['an empty old text', [], [RIVERS]],
    ['an empty new text', [RIVERS], []],
  ])('C12: %s is one empty paragraph', (_, old, fresh) => {
    const [from, to] = [numbered(...old), numbered(...fresh)];
    const orEmpty = (lines: readonly string[]) => (lines.length === 0 ? [''] : lines);
    expect(settleDocx(docx(from, to), 'accept')).toEqual(orEmpty(printed(to)));
    expect(settleDocx(docx(from, to), 'reject')).toEqual(orEmpty(printed(from)));
  });

  it('C13: a move is a move, with both ends under one name', () => {
    const xml = xmlOf(docx(numbered(RIVERS, SCHOOLS, NURSES), numbered(SCHOOLS, NURSES, RIVERS)));
    const names = [...xml.matchAll(/<w:(moveFrom|moveTo)RangeStart [^>]*w:name="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual(['moveFrom', 'moveTo']);
    expect(new Set(names.map((match) => match[2])).size).toBe(1);
  });

  it('C13: every revision has its own number, an author and a date', () => {
    const [from, to] = [numbered(RIVERS, SCHOOLS, NURSES), numbered(SCHOOLS, BOATS, RIVERS)];
    const bytes = writeComparisonDocx(compareTexts(from, to), from, to, {
      title: 't',
      date: '2030-01-02T03:04:05.678Z',
      attribute: (row) =>
        row === 0 ? { author: 'Delegation & Co', date: '2030-01-01T00:00:00.000Z' } : null,
    });
    const revisions = [
      ...xmlOf(bytes).matchAll(
        /<w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart) ([^>]*?)\/?>/g,
      ),
    ].map((match) => match[1] as string);
    expect(revisions.length).toBeGreaterThan(4);
    const ids = revisions.map((attributes) => /w:id="(\d+)"/.exec(attributes)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      revisions.every((line) => /w:author="[^"]+" w:date="2030-01-0\dT\d\d:\d\d:\d\dZ"/.test(line)),
    ).toBe(true);
    expect(revisions.some((line) => line.includes('Delegation &amp; Co'))).toBe(true);
  });

  it('C13: neighbouring rows of one author are dated apart, so that no word processor joins them', () => {
    const [from, to] = [numbered(RIVERS, SCHOOLS), numbered(`${RIVERS} Now`, `${SCHOOLS} Then`)];
    const dates = [...xmlOf(docx(from, to)).matchAll(/<w:ins [^>]*w:date="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(dates).toEqual(['2030-01-02T03:04:05Z', '2030-01-02T03:06:05Z']);
  });

  it('C13: a changed format is tracked with what it was', () => {
    const from: ComparableBlock[] = [
      { label: '', text: 'We agree', runs: [{ text: 'We ' }, { text: 'agree', italic: true }] },
    ];
    const to: ComparableBlock[] = [
      { label: '', text: 'We agree', runs: [{ text: 'We ' }, { text: 'agree', bold: true }] },
    ];
    expect(xmlOf(docx(from, to))).toMatch(
      /<w:rPr><w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr><w:i\/><w:iCs\/><\/w:rPr><\/w:rPrChange><\/w:rPr>/,
    );
  });
});
