import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../shared/format/read-markdown.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { counting } from './ids.ts';

const read = (source: string): { lines: string[]; warned: string[]; runs: unknown[] } => {
  const text = readMarkdown(source, counting());
  if (text === null) throw new Error('refused');
  const labelled = labelParagraphs(text.paragraphs, null);
  return {
    lines: labelled.map(({ kind, level, label, text: words }) => `${kind}${level || ''}|${label}|${words}`),
    warned: text.warnings.map(({ code, count }) => `${code} ${count}`),
    runs: labelled.map((each) => each.runs),
  };
};

describe('Markdown', () => {
  it('I5: headings: one alone at the top is the title', () => {
    expect(read('# Title\n\n## One\n\n### Two\n\nSetext\n------\n').lines).toEqual([
      'title||Title',
      'heading1||One',
      'heading2||Two',
      'heading1||Setext',
    ]);
    expect(read('# One\n\n# Two\n').lines).toEqual(['heading1||One', 'heading1||Two']);
  });

  it('I5: ordered lists of the first level are numbered paragraphs, the lists in them items', () => {
    expect(
      read('3. Three:\n   - one\n     1. deep\n   - two\n4. Four\n\n- bullet\n  - inner\n').lines,
    ).toEqual([
      'operative|3|Three:',
      'item1|•|one',
      'item2|1|deep',
      'item1|•|two',
      'operative|4|Four',
      'item1|•|bullet',
      'item2|•|inner',
    ]);
  });

  it('I5: marks, links, escapes, entities and wrapped lines', () => {
    expect(read('a **b *c* d** <u>e</u> [f](https://g.h) \\*i\\* &amp;\nj').runs).toEqual([
      [
        { text: 'a ' },
        { text: 'b ', bold: true },
        { text: 'c', bold: true, italic: true },
        { text: ' d', bold: true },
        { text: ' ' },
        { text: 'e', underline: true },
        { text: ' ' },
        { text: 'f', link: 'https://g.h' },
        { text: ' *i* & j' },
      ],
    ]);
  });

  it('I5: what a paragraph cannot hold is kept as words, and told', () => {
    const source =
      'Note[^a] and ~~struck~~ `code` [x](./y) ![z](p.png)\n\n[^a]: The words\n    go on.\n\n> quoted;\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nraw\n```\n\n<div>block;</div>\n';
    const { lines, warned } = read(source);
    expect(lines.map((line) => line.split('|').slice(2).join('|'))).toEqual([
      'Note [¹ The words go on.] and struck code x',
      'quoted;',
      'a',
      'b',
      '1',
      '2',
      'raw',
      'block;',
    ]);
    expect(warned).toEqual([
      'footnotes-inlined 1',
      'table-as-paragraphs 1',
      'images-dropped 1',
      'strike-through-dropped 1',
      'links-dropped 1',
      'code-as-text 2',
      'markup-dropped 2',
    ]);
  });
});
