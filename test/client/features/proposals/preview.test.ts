import { describe, expect, it } from 'vitest';
import type { SentChange } from '../../../../client/api/proposals.ts';
import { previewOf } from '../../../../client/features/proposals/deciding/preview.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { paragraph } from './sketch.ts';

const TEXT = [paragraph('a', 'One.', '1'), paragraph('b', 'Two.', '2'), paragraph('c', 'Three.', '3')];
const wording = (text: string) => ({ kind: 'operative' as const, level: 0, runs: [{ text }] });
const change = (act: SentChange['act'], on: string | null, rest: Partial<SentChange> = {}): SentChange => ({
  act,
  paragraph: on as ParagraphId | null,
  base: null,
  wording: [],
  after: null,
  ...rest,
});
const said = (changes: readonly SentChange[]): readonly string[] =>
  previewOf(TEXT, changes).paragraphs.map(({ text }) => text);

describe('U97: the preview shows exactly what would change', () => {
  it.each<{ name: string; changes: readonly SentChange[]; text: readonly string[] }>([
    {
      name: 'new wording in two paragraphs',
      changes: [change('replace', 'b', { wording: [wording('Both.'), wording('And more.')] })],
      text: ['One.', 'Both.', 'And more.', 'Three.'],
    },
    {
      name: 'a package of an insertion and a deletion',
      changes: [change('insert-after', 'a', { wording: [wording('New.')] }), change('delete', 'c')],
      text: ['One.', 'New.', 'Two.'],
    },
    {
      name: 'before the first paragraph',
      changes: [change('insert-after', null, { wording: [wording('Zero.')] })],
      text: ['Zero.', 'One.', 'Two.', 'Three.'],
    },
    {
      name: 'a move',
      changes: [change('move', 'a', { after: 'c' as ParagraphId })],
      text: ['Two.', 'Three.', 'One.'],
    },
    { name: 'a move to the beginning', changes: [change('move', 'c')], text: ['Three.', 'One.', 'Two.'] },
    { name: 'keep as is', changes: [change('keep', 'a')], text: ['One.', 'Two.', 'Three.'] },
    { name: 'a paragraph that is gone', changes: [change('delete', 'x')], text: ['One.', 'Two.', 'Three.'] },
  ])('$name', ({ changes, text }) => {
    expect(said(changes)).toEqual(text);
  });

  it('a rewritten paragraph keeps its id, so that other proposals find it', () => {
    const { paragraphs, touched } = previewOf(TEXT, [
      change('replace', 'b', { wording: [wording('Both.')] }),
    ]);
    expect(paragraphs[1]?.id).toBe('b');
    expect(touched.map(({ before, after }) => [before?.text, after.length])).toEqual([['Two.', 1]]);
  });
});
