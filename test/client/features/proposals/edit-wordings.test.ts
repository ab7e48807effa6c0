import { describe, expect, it } from 'vitest';
import { joinAbove, typeInto } from '../../../../client/features/proposals/draft/edit-wordings.ts';
import type { DraftWording } from '../../../../client/features/proposals/draft/proposal-draft.ts';
import { counter } from './sketch.ts';

const wording = (key: string, text: string): DraftWording => ({
  key,
  kind: 'operative',
  level: 0,
  text,
  origin: [{ text }],
});

describe('U91: a line break in the wording begins a paragraph', () => {
  it.each([
    { name: 'plain typing', typed: 'one two', caret: 7, texts: ['one two'], at: null },
    { name: 'Enter in the middle', typed: 'one\n two', caret: 4, texts: ['one', ' two'], at: ['k1', 0] },
    { name: 'Enter at the end', typed: 'one\n', caret: 4, texts: ['one', ''], at: ['k1', 0] },
    { name: 'Enter at the beginning', typed: '\none', caret: 1, texts: ['', 'one'], at: ['k1', 0] },
    {
      name: 'a paste of three paragraphs',
      typed: 'o first\r\n\r\nsecond\nthird n',
      caret: 24,
      texts: ['o first', 'second', 'third n'],
      at: ['k2', 6],
    },
  ])('$name', ({ typed, caret, texts, at }) => {
    const { wordings, caret: now } = typeInto([wording('a', 'one')], 'a', typed, caret, counter());
    expect(wordings.map(({ text }) => text)).toEqual(texts);
    expect(wordings[0]?.key).toBe('a');
    expect(now === undefined ? null : [now.key, now.offset]).toEqual(at);
  });

  it('Backspace at the beginning joins the paragraph above and keeps the caret between the words', () => {
    const { wordings, caret } = joinAbove([wording('a', 'one '), wording('b', 'two')], 'b');
    expect(wordings.map(({ text, origin }) => [text, origin.length])).toEqual([['one two', 2]]);
    expect(caret).toEqual({ key: 'a', offset: 4 });
  });

  it('Backspace at the very beginning changes nothing', () => {
    const before = [wording('a', 'one')];
    expect(joinAbove(before, 'a').wordings).toBe(before);
  });
});
