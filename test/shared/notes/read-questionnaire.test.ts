import { describe, expect, it } from 'vitest';
import { notUnderstood } from '../../../shared/notes/parts.ts';
import { readQuestionnaire } from '../../../shared/notes/read-questionnaire.ts';
import { expectTiles } from './tiles.ts';

function read(source: string) {
  const form = readQuestionnaire(source);
  expectTiles(source, form.parts);
  return form;
}

const FORM = `Joint submission by: Organisation A, Organisation B and C, and Organisation D

First part

1.What has been reached in the
past years?

The first half of this sentence

https://footnote.example/page

goes on behind a_footnote and ends.

Three things:

o C4 capacity building - more of it
in all regions.
o Access: for all
1. not a question

2. What remains?

Second part

3. What next?
12

Page 2 of 9

Work on Al and data beyond
it, for Al Nahda and CONSENsUs beyond 20257.
`;

describe('questionnaires', () => {
  it('Q11: questions, sections, answers, what is unanswered', () => {
    const { answers } = read(FORM);
    expect(answers.map(({ number, question, section, text }) => [number, question, section, text])).toEqual([
      [
        1,
        'What has been reached in the past years?',
        'First part',
        'The first half of this sentence goes on behind a footnote and ends.\n\nThree things:\n\no C4 capacity building - more of it in all regions.\n\no Access: for all\n\n1. not a question',
      ],
      [2, 'What remains?', 'First part', ''],
      [
        3,
        'What next?',
        'Second part',
        '12\n\nWork on Al and data beyond it, for Al Nahda and CONSENsUs beyond 20257.',
      ],
    ]);
  });

  it('Q11: who submits, in a short line right above the first question, is no heading of it', () => {
    const { submitters, answers } = read(
      'Submitted by: Organisation A; Organisation B\n\n1. What?\n\nThis.\n\n2. Why?\n',
    );
    expect(submitters.map(({ name }) => name)).toEqual(['Organisation A', 'Organisation B']);
    expect(answers[0]?.section).toBe('');
  });

  it('Q11: joint submitters, with "and" inside a name', () => {
    expect(read(FORM).submitters.map(({ name }) => name)).toEqual([
      'Organisation A',
      'Organisation B and C',
      'Organisation D',
    ]);
    expect(
      read('Submitted by:\n- Organisation A\n- Organisation B\n\n1. What?\nThis.').submitters.map(
        ({ name }) => name,
      ),
    ).toEqual(['Organisation A', 'Organisation B']);
  });

  it('Q12: footers and addresses of footnotes are left out and shown, never where they are the whole answer', () => {
    expect(
      read(FORM).leftOut.map(({ why, text, start, end }) => [why, text, FORM.slice(start, end)]),
    ).toEqual([
      ['footnote-address', 'https://footnote.example/page', 'https://footnote.example/page'],
      ['page-number', 'Page 2 of 9', 'Page 2 of 9'],
    ]);
    const bare = read('1. How many?\n\n12\n\n2. Where?\n\nhttps://here.example/\n');
    expect(bare.answers.map(({ text }) => text)).toEqual(['12', 'https://here.example/']);
    expect(bare.leftOut).toEqual([]);
  });

  it('Q12: lines that return on every page are left out', () => {
    const page = (n: number) => `Some words of answer ${n}.\n\nForm X, Organisation A\n\n`;
    const { answers, leftOut } = read(`1. What?\n\n${page(1)}${page(2)}${page(3)}Last.`);
    expect(answers[0]?.text).toBe(
      'Some words of answer 1.\n\nSome words of answer 2.\n\nSome words of answer 3.\n\nLast.',
    );
    expect(leftOut.map(({ why }) => why)).toEqual(['repeated-line', 'repeated-line', 'repeated-line']);
  });

  it('Q12: scanning errors are mended where an underline was read, else pointed at, and always told', () => {
    expect(read(FORM).scanning.map(({ printed, mended }) => [printed, mended])).toEqual([
      ['a_footnote', 'a footnote'],
      ['Al', null],
      ['CONSENsUs', null],
      ['20257', null],
    ]);
    expect(read('1. Where?\n\nAt https://a.example/b_c and in snake_case_name.').scanning).toEqual([]);
  });

  it('Q13: an answer comes with offsets at which it can be split into items, and what each is about', () => {
    const [answer] = read(FORM).answers;
    const items = answer?.items ?? [];
    expect(items.map(({ topic }) => topic)).toEqual([null, null, 'C4 capacity building', 'Access', null]);
    expect(items.map(({ start, end }) => answer?.text.slice(start, end))).toEqual(answer?.text.split('\n\n'));
    expect(items.every(({ start, end }) => start < end)).toBe(true);
  });

  it.each<[string, number[]]>([
    ['1. A?\n2. B?\n3. C?', [1, 2, 3]],
    ['Question 1: A?\n\nYes.\n\nQ2. B?', [1, 2]],
    ['1. A?\n\nWe say:\n1. one\n2. two\n3. three\n\n2. B?\n\nNo.', [1, 2]],
    ['1. A?\n\nYes.\n\n4. D?', [1, 4]],
    ['1. A?\n\nYes.\n\n2. Give your views.\n\nThese.', [1, 2]],
    ['In 2004. It began.\n13.500 entries', []],
  ])('Q11: numbers of %j', (source, numbers) => {
    expect(read(source).answers.map(({ number }) => number)).toEqual(numbers);
  });

  it('Q8: a question without its mark and missing numbers are told', () => {
    const { answers } = read('1. Give views.\n\nThese.\n\n4. D?');
    expect(answers.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
      ['question-without-mark'],
      ['numbers-skipped'],
    ]);
  });

  it('Q1: what stands before the questions and is no heading was not understood', () => {
    const source = 'We write to you about a matter of great weight,\n\n1. What?\n\nThis.';
    expect(notUnderstood(source, read(source).parts).map(({ text }) => text.trim())).toEqual([
      'We write to you about a matter of great weight,',
    ]);
  });
});
