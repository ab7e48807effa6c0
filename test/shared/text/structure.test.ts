import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../../shared/model/paragraph.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import {
  insertBefore,
  joinParagraph,
  moveParagraph,
  removeParagraph,
  setParagraphHead,
  setParagraphKind,
  splitParagraph,
} from '../../../shared/text/structure.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';

const id = (name: string): ParagraphId => name as ParagraphId;
const paragraph = (name: string, text: string, bold = false): Paragraph => ({
  id: id(name),
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: text === '' ? [] : [bold ? { text, bold } : { text }],
});
const start = (...paragraphs: Paragraph[]): Y.Text => {
  const text = new Y.Doc().getText('text');
  insertParagraphs(text, 0, paragraphs);
  return text;
};
const lines = (text: Y.Text): string[] =>
  readParagraphs(text).map((one) => {
    const from = one.from.length > 0 ? ` < ${one.from.join(' ')}` : '';
    return `${one.id}: ${plainText(one.runs)}${from}`;
  });
const meet = (a: Y.Text, b: Y.Text): void => {
  Y.applyUpdate(b.doc as Y.Doc, Y.encodeStateAsUpdate(a.doc as Y.Doc));
  Y.applyUpdate(a.doc as Y.Doc, Y.encodeStateAsUpdate(b.doc as Y.Doc));
};
const two = (...paragraphs: Paragraph[]): readonly [Y.Text, Y.Text] => {
  const a = start(...paragraphs);
  const b = new Y.Doc().getText('text');
  Y.applyUpdate(b.doc as Y.Doc, Y.encodeStateAsUpdate(a.doc as Y.Doc));
  return [a, b];
};
const [A, B, C] = [paragraph('A', 'one'), paragraph('B', 'two'), paragraph('C', 'three')];

describe('structure', () => {
  it.each<readonly [string, (text: Y.Text) => unknown, readonly string[]]>([
    [
      'splits',
      (text) => splitParagraph(text, id('B'), 1, id('n')),
      ['A: one', 'B: t', 'n: wo < B', 'C: three'],
    ],
    [
      'splits at the end at most',
      (text) => splitParagraph(text, id('A'), 9, id('n')),
      ['A: one', 'n:  < A', 'B: two', 'C: three'],
    ],
    ['joins', (text) => joinParagraph(text, id('B')), ['A: onetwo < A B', 'C: three']],
    ['joins nothing to the first', (text) => joinParagraph(text, id('A')), ['A: one', 'B: two', 'C: three']],
    ['removes', (text) => removeParagraph(text, id('B')), ['A: one', 'C: three']],
    ['moves to the end', (text) => moveParagraph(text, id('A'), null), ['B: two', 'C: three', 'A: one']],
    ['moves to the front', (text) => moveParagraph(text, id('C'), id('A')), ['C: three', 'A: one', 'B: two']],
    [
      'moves before itself',
      (text) => moveParagraph(text, id('B'), id('B')),
      ['A: one', 'B: two', 'C: three'],
    ],
    [
      'moves before its follower',
      (text) => moveParagraph(text, id('A'), id('B')),
      ['A: one', 'B: two', 'C: three'],
    ],
    [
      'inserts',
      (text) => insertBefore(text, id('B'), [paragraph('n', 'new')]),
      ['A: one', 'n: new', 'B: two', 'C: three'],
    ],
    [
      'inserts at the end',
      (text) => insertBefore(text, null, [paragraph('n', 'new')]),
      ['A: one', 'B: two', 'C: three', 'n: new'],
    ],
  ])('T6, T8, T9: %s', (_what, act, wanted) => {
    const text = start(A, B, C);
    expect(act(text)).toEqual({ ok: true, value: null });
    expect(lines(text)).toEqual(wanted);
  });

  it('T6: sets kind, direction and pinned label as keys', () => {
    const text = start(A);
    setParagraphKind(text, id('A'), 'item', 9);
    setParagraphHead(text, id('A'), { dir: 'rtl', pinned: '12 bis' });
    expect(readParagraphs(text)).toMatchObject([{ kind: 'item', level: 4, dir: 'rtl', pinned: '12 bis' }]);
    setParagraphKind(text, id('A'), 'plain');
    setParagraphHead(text, id('A'), { dir: 'auto', pinned: null });
    expect(readParagraphs(text)).toMatchObject([{ kind: 'plain', level: 0, dir: 'auto', pinned: null }]);
  });

  it('T6: a name that nobody bears changes nothing and says so', () => {
    const text = start(A);
    for (const act of [
      () => splitParagraph(text, id('X'), 0, id('n')),
      () => joinParagraph(text, id('X')),
      () => removeParagraph(text, id('X')),
      () => moveParagraph(text, id('A'), id('X')),
      () => insertBefore(text, id('X'), [B]),
    ])
      expect(act()).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(lines(text)).toEqual(['A: one']);
  });

  it('T2: words without a marker keep their place when something comes before them', () => {
    const text = new Y.Doc().getText('text');
    text.insert(0, 'loose');
    insertBefore(text, id('implicit'), [A]);
    expect(lines(text)).toEqual(['A: one', 'unnamed~1: loose']);
  });

  it('T6: two splits of one paragraph at once cut it twice and double nothing', () => {
    const [a, b] = two(paragraph('A', 'abcdef'));
    splitParagraph(a, id('A'), 2, id('n'));
    splitParagraph(b, id('A'), 4, id('m'));
    meet(a, b);
    expect(lines(a)).toEqual(['A: ab', 'n: cd < A', 'm: ef < A']);
    expect(lines(b)).toEqual(lines(a));
  });

  it('T6: a join keeps what somebody else types in the absorbed paragraph', () => {
    const [a, b] = two(A, B);
    joinParagraph(a, id('B'));
    b.insert(b.length, ' more');
    meet(a, b);
    expect(lines(a)).toEqual(['A: onetwo more < A B']);
    expect(lines(b)).toEqual(lines(a));
  });

  it('T7: taking bold away leaves nothing behind in a paragraph that was split meanwhile', () => {
    const [a, b] = two(paragraph('A', 'abcdef', true));
    splitParagraph(a, id('A'), 3, id('n'));
    b.format(1, 6, { bold: null });
    meet(a, b);
    expect(readParagraphs(a).map(({ runs }) => runs)).toEqual([[{ text: 'abc' }], [{ text: 'def' }]]);
  });

  it('T6: a join on a copy, named after its content came, spreads no format', () => {
    const [, copy] = two(A, B);
    const late = new Y.Doc();
    copy.format(1, 3, { bold: true });
    Y.applyUpdate(late, Y.encodeStateAsUpdate(copy.doc as Y.Doc));
    joinParagraph(late.getText('text'), id('B'));
    expect(readParagraphs(late.getText('text'))[0]?.runs).toEqual([
      { text: 'one', bold: true },
      { text: 'two' },
    ]);
  });

  it('T9: two moves of one paragraph at once give two copies, one with a derived id', () => {
    const [a, b] = two(A, B, C);
    moveParagraph(a, id('A'), null);
    moveParagraph(b, id('A'), id('C'));
    meet(a, b);
    expect(
      lines(a)
        .filter((line) => line.endsWith('one'))
        .map((line) => line.split(':')[0]),
    ).toEqual(['A', 'A~2']);
    expect(lines(b)).toEqual(lines(a));
  });
});
