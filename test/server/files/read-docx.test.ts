import { describe, expect, it } from 'vitest';
import { body, lines, read, warned } from './read-word.ts';
import { p, r, styled, t } from './word.ts';

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
