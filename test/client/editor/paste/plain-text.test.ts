import { describe, expect, it } from 'vitest';
import { readPastedText } from '../../../../client/editor/paste/plain-text.ts';
import { printBlocks } from './print.ts';

const LONG = 'We reaffirm the vision of a people-centred and inclusive society,';

describe('pasted plain text', () => {
  it.each([
    ['blank lines part blocks', 'One\n\nTwo\r\n \r\nThree', ['plain | One', 'plain | Two', 'plain | Three']],
    ['wrapped lines are one paragraph', `${LONG}\n${LONG}\nend.`, [`plain | ${LONG} ${LONG} end.`]],
    [
      'a label begins a paragraph in wrapped lines',
      `1. ${LONG}\ngo on\n2. ${LONG}\n(a) item`,
      [`operative | ${LONG} go on`, `operative | ${LONG}`, 'item 1 | item'],
    ],
    [
      'short lines are paragraphs',
      'Preamble\nPP1 Recalling,\nDone',
      ['plain | Preamble', 'preambular | Recalling,', 'plain | Done'],
    ],
    [
      'long lines are paragraphs',
      `${LONG}${LONG}\n${LONG}${LONG}`,
      [`plain | ${LONG}${LONG}`, `plain | ${LONG}${LONG}`],
    ],
    [
      'letters go on after h',
      '(g) x\n\n(h) y\n\n(i) z\n\n(j) w',
      ['item 1 | x', 'item 1 | y', 'item 1 | z', 'item 1 | w'],
    ],
    [
      'four levels',
      '1. o\n\n(a) x\n\n(i) y\n\na. z\n\ni. w\n\nii. v\n\n(ii) u\n\n(b) t',
      [
        'operative | o',
        'item 1 | x',
        'item 2 | y',
        'item 3 | z',
        'item 4 | w',
        'item 4 | v',
        'item 2 | u',
        'item 1 | t',
      ],
    ],
    [
      'a name or a year is no label',
      '2015 saw progress.\n\nA. Smith spoke.',
      ['plain | 2015 saw progress.', 'plain | A. Smith spoke.'],
    ],
    ['nothing but space is nothing', ' \n\n\t', []],
  ])('U42: %s', (_, text, blocks) => {
    expect(printBlocks(readPastedText(text))).toEqual(blocks);
  });
});
