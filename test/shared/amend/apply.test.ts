import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeChanges, settleChanges } from '../../../shared/amend/apply.ts';
import type { ChangeId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph, Run } from '../../../shared/model/paragraph.ts';
import type { AppliedChange, Wording } from '../../../shared/model/proposal.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { normalWording } from '../../../shared/text/wording.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { seeded } from '../../seeded.ts';

const paragraph = (id: string, runs: readonly Run[]): Paragraph => ({
  ...normalWording({ kind: 'operative', level: 0, runs }),
  id: id as ParagraphId,
  dir: 'auto',
  from: [],
  pinned: null,
});

function textOf(...paragraphs: readonly Paragraph[]): Y.Text {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText(TEXT_NAME);
  insertParagraphs(text, 0, paragraphs);
  return text;
}

const replacing = (
  before: Paragraph,
  after: readonly Wording[],
  ids: readonly string[] = [],
): AppliedChange => ({
  change: 'c' as ChangeId,
  act: 'replace',
  paragraphs: [before.id, ...(ids as ParagraphId[])],
  before: { kind: before.kind, level: before.level, runs: before.runs, label: '1' },
  after,
});

const word = fc.constantFrom(
  'women',
  'and',
  'girls',
  'of',
  'the',
  'digital',
  'role',
  'a',
  '،',
  'دور',
  '。',
  'naïve',
);
const run = fc.tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean()).map(
  ([words, bold, italic]): Run => ({
    text: `${words.join(' ')} `,
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
  }),
);
const wording = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((runs) => normalWording({ kind: 'operative', level: 0, runs }));

describe('applying a change', () => {
  it('M20: makes the text say exactly what is wanted, marks and new paragraphs included, and nothing else', () => {
    fc.assert(
      fc.property(wording, fc.array(wording, { minLength: 1, maxLength: 3 }), (before, after) => {
        const [above, it, below] = [
          paragraph('above', [{ text: 'Above.' }]),
          paragraph('it', before.runs),
          paragraph('below', [{ text: 'Below.', bold: true }]),
        ];
        const text = textOf(above, it, below);
        const ids = after.slice(1).map((_, k) => `new-${k}`);
        makeChanges(text, [replacing(it, after, ids)]);
        const found = readParagraphs(text);
        expect(found.map(({ id }) => id)).toEqual(['above', 'it', ...ids, 'below']);
        expect(found.slice(1, -1).map(normalWording)).toEqual(after);
        expect([found[0], found.at(-1)]).toEqual([above, below]);
      }),
      seeded(300),
    );
  });

  it('M20: words that stay keep their characters, so that whoever wrote them still did', () => {
    const it = paragraph('it', [{ text: 'We recognize the important role of women in the economy.' }]);
    const text = textOf(it);
    const after = [
      { ...normalWording(it), runs: [{ text: 'We recognize the role of women and girls in the economy.' }] },
    ];
    const doc = text.doc as Y.Doc;
    doc.clientID = 2;
    makeChanges(text, [replacing(it, after)]);
    const written: Record<number, string> = { 1: '', 2: '' };
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentString)
        written[item.id.client] += item.content.str;
    expect(written[1]).toBe('We recognize the role of women in the economy.');
    expect(written[2]?.trim()).toBe('and girls');
  });

  it('M21: a word that somebody types at that moment stays', () => {
    const it = paragraph('it', [{ text: 'We recognize the important role of women in the economy.' }]);
    const text = textOf(it);
    const other = new Y.Doc();
    other.clientID = 3;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(text.doc as Y.Doc));
    other.getText(TEXT_NAME).insert(1 + 'We recognize the important'.length, ' and lasting');
    const after = [
      { ...normalWording(it), runs: [{ text: 'We affirm the important role of women and girls.' }] },
    ];
    makeChanges(text, [replacing(it, after)]);
    Y.applyUpdate(text.doc as Y.Doc, Y.encodeStateAsUpdate(other));
    expect(readParagraphs(text)[0]?.runs[0]?.text).toBe(
      'We affirm the important and lasting role of women and girls.',
    );
  });

  it('M25: one change that finds no place any more calls the whole package off', () => {
    const [one, two] = [
      paragraph('one', [{ text: 'One stays.' }]),
      paragraph('two', [{ text: 'Two goes.' }]),
    ];
    const text = textOf(one);
    const changes = [one, two].map((it) =>
      replacing(it, [{ ...normalWording(it), runs: [{ text: 'Other.' }] }]),
    );
    expect(settleChanges(text, changes)).toBeNull();
    expect(settleChanges(text, changes.slice(0, 1))).toEqual(changes.slice(0, 1));
    const deleting: AppliedChange = { ...replacing(one, []), act: 'delete' };
    expect(settleChanges(text, [deleting])).not.toBeNull();
    text.insert(text.length, ' And so does this.');
    expect(settleChanges(text, [deleting])).toBeNull();
  });
});
