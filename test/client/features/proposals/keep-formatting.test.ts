import { describe, expect, it } from 'vitest';
import { keepFormatting } from '../../../../client/features/proposals/draft/keep-formatting.ts';
import { plainText, type Run } from '../../../../shared/model/paragraph.ts';

const OPENING: readonly Run[] = [{ text: 'Recalling', italic: true }, { text: ' the outcome document,' }];

describe('U91: words that stay keep their formats', () => {
  it.each<{ name: string; origin: readonly Run[]; text: string; runs: readonly Run[] }>([
    { name: 'nothing typed', origin: OPENING, text: 'Recalling the outcome document,', runs: OPENING },
    {
      name: 'words behind a format',
      origin: OPENING,
      text: 'Recalling the final outcome document,',
      runs: [{ text: 'Recalling', italic: true }, { text: ' the final outcome document,' }],
    },
    {
      name: 'another opening word',
      origin: OPENING,
      text: 'Reaffirming the outcome document,',
      runs: [{ text: 'Reaffirming', italic: true }, { text: ' the outcome document,' }],
    },
    {
      name: 'a word inside a bold phrase',
      origin: [{ text: 'We ' }, { text: 'commit to act', bold: true }, { text: ' now' }],
      text: 'We commit firmly to act now',
      runs: [{ text: 'We ' }, { text: 'commit firmly to act', bold: true }, { text: ' now' }],
    },
    {
      name: 'a word beside a bold phrase',
      origin: [{ text: 'We ' }, { text: 'act', bold: true }],
      text: 'We act now',
      runs: [{ text: 'We ' }, { text: 'act', bold: true }, { text: ' now' }],
    },
    {
      name: 'words in the place of a link',
      origin: [{ text: 'See ' }, { text: 'the Agenda', link: 'https://example.org/' }, { text: ' of 2030' }],
      text: 'See the Tunis Commitment of 2030',
      runs: [
        { text: 'See ' },
        { text: 'the ', link: 'https://example.org/' },
        { text: 'Tunis Commitment of 2030' },
      ],
    },
    { name: 'plain words', origin: [{ text: 'old' }], text: 'new', runs: [{ text: 'new' }] },
    { name: 'nothing left', origin: OPENING, text: '', runs: [] },
  ])('$name', ({ origin, text, runs }) => {
    const kept = keepFormatting(origin, text);
    expect(plainText(kept)).toBe(text);
    expect(kept).toEqual(runs);
  });
});
