import { describe, expect, it } from 'vitest';
import { body, lines, read } from './read-word.ts';
import { abstractNum, listed, lvl, num, p, r, styled, t } from './word.ts';

/** Numbering as UN templates have it: 1. (a) (i) on one definition. */
const RESOLUTION = abstractNum(
  0,
  lvl(0, 'decimal', '%1.') +
    lvl(1, 'lowerLetter', '(%2)') +
    lvl(2, 'lowerRoman', '(%3)') +
    lvl(3, 'bullet', '\uF0B7'),
);

describe('numbers that Word computes', () => {
  it('I10: come in as labels, with restarts under their parent', async () => {
    const text = await read({
      numbering: RESOLUTION + num(1, 0),
      body: [
        p(r('A draft')),
        listed(1, 0, 'Decides:'),
        listed(1, 1, 'To begin;'),
        listed(1, 1, 'To go on:'),
        listed(1, 2, 'Slowly;'),
        listed(1, 2, 'Quickly.'),
        listed(1, 0, 'Requests:'),
        listed(1, 1, 'A report.'),
      ].join(''),
    });
    expect(lines(text)).toEqual([
      'title||A draft',
      'operative|1|Decides:',
      'item1|(a)|To begin;',
      'item1|(b)|To go on:',
      'item2|(i)|Slowly;',
      'item2|(ii)|Quickly.',
      'operative|2|Requests:',
      'item1|(a)|A report.',
    ]);
    expect(text.paragraphs.every((each) => each.pinned === null)).toBe(true);
    expect(text.warnings).toEqual([]);
  });

  it('I10: two lists of one definition count on together, unless one says where it starts', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>';
    const text = await read({
      numbering: RESOLUTION + num(1, 0) + num(2, 0) + num(3, 0, start),
      body: [listed(1, 0, 'One;'), listed(2, 0, 'two;'), listed(3, 0, 'seven;'), listed(3, 0, 'eight.')].join(
        '',
      ),
    });
    expect(lines(text).map((line) => line.split('|')[1])).toEqual(['1', '2', '7', '8']);
  });

  it('I10: formats, starts, several levels in one label, legal numbers and no restart', async () => {
    const text = await read({
      numbering:
        abstractNum(
          0,
          lvl(0, 'upperRoman', '%1.', '', 4) +
            lvl(1, 'decimal', '%1.%2', '<w:isLgl/>') +
            lvl(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="0"/>'),
        ) + num(1, 0),
      body: [
        listed(1, 0, 'Lamps'),
        listed(1, 1, 'light'),
        listed(1, 2, 'oil;'),
        listed(1, 0, 'Bells'),
        listed(1, 1, 'sound'),
        listed(1, 2, 'iron.'),
      ].join(''),
    });
    expect(lines(text)).toEqual([
      'heading1|IV.|Lamps',
      'item1|4.1|light',
      'item1|a)|oil;',
      'heading1|V.|Bells',
      'item1|5.1|sound',
      'item1|b)|iron.',
    ]);
  });

  it('I10: numbering linked to styles, and given by a style that is based on another', async () => {
    const text = await read({
      styles:
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/></w:style>',
      numbering:
        abstractNum(
          0,
          lvl(0, 'decimal', '%1.', '<w:pStyle w:val="Para"/>') +
            lvl(1, 'lowerLetter', '(%2)', '<w:pStyle w:val="Sub"/>'),
        ) + num(1, 0),
      body: [styled('Para', 'Decides:'), styled('Sub', 'first;'), styled('Sub', 'second.')].join(''),
    });
    expect(lines(text)).toEqual(['operative|1|Decides:', 'item1|(a)|first;', 'item1|(b)|second.']);
  });

  it('I10: bullets are items whose pinned label is the bullet', async () => {
    const text = await read({
      numbering: RESOLUTION + num(1, 0),
      body: [p(r('Lists:')), listed(1, 3, 'a thing')].join(''),
    });
    expect(lines(text)).toEqual(['plain||Lists:', 'item4|•|a thing']);
  });

  it('I11: typed labels are labels too', async () => {
    const text = await body(
      p(r('Decides;')),
      p(`<w:r>${t('1.')}<w:tab/>${t('Text')}</w:r>`),
      p(r('(a)\u00a0Item')),
      p(r('2 bis. More')),
    );
    expect(lines(text)).toEqual([
      'plain||Decides;',
      'operative|1|Text',
      'item1|(a)|Item',
      'operative|2 bis|More',
    ]);
  });
});
