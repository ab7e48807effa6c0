import { describe, expect, it } from 'vitest';
import { readImport } from '../../../server/files/read-import.ts';
import type { ImportedText } from '../../../shared/model/file.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { counting } from '../../shared/format/ids.ts';
import { abstractNum, listed, lvl, num, p, r, styled, t, type WordParts, word } from './word.ts';

async function read(parts: WordParts): Promise<ImportedText> {
  const result = await readImport(word(parts), 'text.docx', counting());
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
/** Kind, level, label and text of every paragraph, in one line each. */
const lines = ({ paragraphs }: ImportedText): string[] =>
  labelParagraphs(paragraphs, null).map(
    ({ kind, level, label, text }) => `${kind}${level === 0 ? '' : level}|${label}|${text}`,
  );
const warned = ({ warnings }: ImportedText): Record<string, number | undefined> =>
  Object.fromEntries(warnings.map(({ code, count }) => [code, count]));
const body = async (...paragraphs: readonly string[]): Promise<ImportedText> =>
  read({ body: paragraphs.join('') });

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

describe('headings and marks', () => {
  const style = (id: string, name: string, inner: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

  it('I12: headings by name, in the language of the writer, and by outline level', async () => {
    const text = await read({
      styles:
        style('Titel', 'Title', '') +
        style('berschrift1', 'heading 1', '<w:rPr><w:b/></w:rPr>') +
        style('Titre2', 'Titre 2', '') +
        style('Own', 'Own', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
        style('Deep', 'heading 6', ''),
      body: [
        styled('Titel', 'A title, with a comma,'),
        styled('berschrift1', 'One.'),
        styled('Titre2', 'Two;'),
        styled('Own', 'Three'),
        styled('Deep', 'Six'),
        p(r('Text;')),
      ].join(''),
    });
    expect(lines(text)).toEqual([
      'title||A title, with a comma,',
      'heading1||One.',
      'heading2||Two;',
      'heading3||Three',
      'heading3||Six',
      'plain||Text;',
    ]);
    expect(text.paragraphs[1]?.runs).toEqual([{ text: 'One.' }]);
    expect(warned(text)).toEqual({ 'levels-flattened': 1 });
  });

  it('I13: bold, italic and underline from runs and styles; a toggle twice is off', async () => {
    const text = await read({
      styles:
        style('Strong', 'Strong para', '<w:rPr><w:b/></w:rPr>') +
        '<w:style w:type="character" w:styleId="Emph"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>' +
        '<w:style w:type="character" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>',
      body: [
        p(
          r('Recalling', '<w:i/>') +
            r(' its ') +
            r('firm', '<w:b/><w:u w:val="single"/>') +
            r(' word', '<w:b w:val="0"/>') +
            r(';'),
        ),
        p(
          r('all bold ') +
            r('not', '<w:rStyle w:val="Bold"/>') +
            r(' again', '<w:rStyle w:val="Emph"/>') +
            r(';'),
          '<w:pStyle w:val="Strong"/>',
        ),
      ].join(''),
    });
    expect(text.paragraphs[0]?.runs).toEqual([
      { text: 'Recalling', italic: true },
      { text: ' its ' },
      { text: 'firm', bold: true, underline: true },
      { text: ' word;' },
    ]);
    expect(text.paragraphs[1]?.runs).toEqual([
      { text: 'all bold ', bold: true },
      { text: 'not' },
      { text: ' again', bold: true, italic: true },
      { text: ';', bold: true },
    ]);
  });

  it('I14: links by relationship and by field; other addresses lose the link, not the words', async () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const text = await read({
      links: { rId1: 'https://example.org/a?b=1&amp;c=2', rId2: 'file:///etc/hosts' },
      body: p(
        `<w:hyperlink r:id="rId1">${r('one')}</w:hyperlink>${r(' ')}<w:hyperlink r:id="rId2">${r('two')}</w:hyperlink>${r(' ')}` +
          `${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/d" </w:instrText></w:r>${field('separate')}${r('three')}${field('end')}${r(';')}`,
      ),
    });
    expect(text.paragraphs[0]?.runs).toEqual([
      { text: 'one', link: 'https://example.org/a?b=1&c=2' },
      { text: ' two ' },
      { text: 'three', link: 'https://example.org/d' },
      { text: ';' },
    ]);
    expect(warned(text)).toEqual({ 'links-dropped': 1 });
  });

  it('I15: right-to-left paragraphs say so', async () => {
    const text = await body(p(r('تقرر ما يلي.'), '<w:bidi/>'), p(r('words;')));
    expect(text.paragraphs.map((each) => each.dir)).toEqual(['rtl', 'auto']);
  });
});

describe('nothing is lost silently', () => {
  it('I16: tracked insertions stay, deletions go, moves stand at their new place; all are told', async () => {
    const text = await body(
      p(
        `${r('keep ')}<w:ins w:id="1" w:author="A">${r('this')}</w:ins><w:del w:id="2"><w:r><w:delText>that</w:delText></w:r></w:del>${r(';')}`,
      ),
      p(
        `<w:moveFrom w:id="3">${r('old place')}</w:moveFrom><w:moveTo w:id="4">${r('new place;')}</w:moveTo>`,
      ),
      p(r('joined '), '<w:rPr><w:del w:id="5"/></w:rPr>'),
      p(r('up;')),
    );
    expect(lines(text)).toEqual(['plain||keep this;', 'plain||new place;', 'plain||joined up;']);
    expect(warned(text)).toEqual({ 'insertions-accepted': 1, 'deletions-left-out': 2, 'moves-accepted': 1 });
  });

  it('I17: notes stand in brackets with a raised number', async () => {
    const text = await read({
      footnotes: `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' See there.')}`)}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${p(r('And here.'))}</w:endnote>`,
      body: p(
        `${r('A claim')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' and another')}<w:r><w:endnoteReference w:id="3"/></w:r>${r(';')}`,
      ),
    });
    expect(lines(text)).toEqual(['plain||A claim [¹ See there.] and another [² And here.];']);
    expect(warned(text)).toEqual({ 'footnotes-inlined': 1, 'endnotes-inlined': 1 });
  });

  it('I18: tables, text boxes, pictures, comments, fields, symbols, breaks and headers are kept or told', async () => {
    const cell = (text: string): string => `<w:tc>${p(r(text))}</w:tc>`;
    const box = (text: string): string => `<wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx>`;
    const text = await read({
      header: p(r('Restricted')),
      body: [
        `<w:tbl><w:tr>${cell('One')}${cell('Two')}</w:tr><w:tr>${cell('Three')}${cell('Four')}</w:tr></w:tbl>`,
        p(
          `${r('Text')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Boxed;')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('Boxed;'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(';')}`,
        ),
        p(
          `<w:r><w:drawing><a:blip/></w:drawing></w:r>${r('Pictured')}<w:r><w:commentReference w:id="0"/></w:r>${r(';')}`,
        ),
        p(`<w:fldSimple w:instr=" DATE ">${r('1 May')}</w:fldSimple>${r(';')}`),
        p(
          `<w:r>${t('A')}<w:br/>${t('B')}<w:sym w:font="Symbol" w:char="F0B3"/>${t('C')}<w:noBreakHyphen/>${t('D;')}</w:r>`,
        ),
        p(
          r('struck', '<w:strike/>') +
            r(' high', '<w:highlight w:val="yellow"/>') +
            r(' hid', '<w:vanish/>') +
            r(';'),
        ),
        p('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>'),
        `<w:sdt><w:sdtContent>${p(r('In a control;'))}</w:sdtContent></w:sdt>`,
      ].join(''),
    });
    expect(lines(text).map((line) => line.split('|')[2])).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Text;',
      'Boxed;',
      'Pictured;',
      '1 May;',
      'A B≥C\u2011D;',
      'struck high hid;',
      'x=1',
      'In a control;',
    ]);
    expect(warned(text)).toEqual({
      'comments-dropped': 1,
      'table-as-paragraphs': 1,
      'text-box-as-paragraphs': 1,
      'images-dropped': 1,
      'equations-as-text': 1,
      'fields-as-text': 1,
      'headers-dropped': 1,
      'formatting-dropped': 1,
      'strike-through-dropped': 1,
      'hidden-text-kept': 1,
      'symbols-replaced': 1,
      'line-breaks-joined': 1,
    });
  });

  it('I19: prefixes and entities may be anything XML allows', async () => {
    const text = await read({
      body: p(r('&#x201C;Q&#8221; &amp;amp; &lt;b&gt;;')).replaceAll('w:', 'w:'),
    });
    expect(lines(text)).toEqual(['plain||“Q” &amp; <b>;']);
  });
});
