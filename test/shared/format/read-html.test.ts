import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../shared/format/read-html.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { counting } from './ids.ts';

const read = (source: string): { lines: string[]; warned: string[]; runs: unknown[]; dirs: string[] } => {
  const text = readHtml(source, counting());
  if (text === null) throw new Error('refused');
  const labelled = labelParagraphs(text.paragraphs, null);
  return {
    lines: labelled.map(({ kind, level, label, text: words }) => `${kind}${level || ''}|${label}|${words}`),
    warned: text.warnings.map(({ code, count }) => `${code} ${count}`),
    runs: labelled.map((each) => each.runs),
    dirs: labelled.map((each) => each.dir),
  };
};

describe('HTML', () => {
  it('I6: headings, lists and their numbers as a browser prints them', () => {
    expect(
      read(
        '<h1>Title</h1><h2>Part</h2><ol start=3><li>Three:<ol type=a><li>x<li>y</ol><li value=9>Nine<li><p>Ten</p><p>goes on;</p></ol><ul><li>dot<ul><li>inner</ul></ul>',
      ).lines,
    ).toEqual([
      'title||Title',
      'heading1||Part',
      'operative|3|Three:',
      'item1|a.|x',
      'item1|b.|y',
      'operative|9|Nine',
      'operative|10|Ten',
      'plain||goes on;',
      'item1|•|dot',
      'item2|•|inner',
    ]);
  });

  it('I6: marks, links and white space as a browser shows them', () => {
    expect(
      read('<p>a <b>b<i>c</i></b>  <u>d</u>\n<a href="https://e.f">e</a> <a href="#x">g</a>;').runs,
    ).toEqual([
      [
        { text: 'a ' },
        { text: 'b', bold: true },
        { text: 'c', bold: true, italic: true },
        { text: ' ' },
        { text: 'd', underline: true },
        { text: ' ' },
        { text: 'e', link: 'https://e.f' },
        { text: ' g;' },
      ],
    ]);
  });

  it('I6: direction is inherited', () => {
    expect(read('<div dir=rtl><p>a;<p dir=ltr>b;</div><p>c;').dirs).toEqual(['rtl', 'ltr', 'auto']);
  });

  it('I6: what a paragraph cannot hold is kept as words or left out, and told', () => {
    const { lines, warned } = read(
      '<head><title>no</title><style>no</style></head><p>a<br>b <del>gone</del><ins>new</ins> <s>s</s><sup>2</sup>;<table><tr><td>c<td>d</table><img><iframe></iframe><script>no</script>',
    );
    expect(lines.map((line) => line.split('|')[2])).toEqual(['a b new s2;', 'c', 'd']);
    expect(warned).toEqual([
      'insertions-accepted 1',
      'deletions-left-out 1',
      'table-as-paragraphs 1',
      'images-dropped 1',
      'embedded-objects-dropped 1',
      'formatting-dropped 1',
      'strike-through-dropped 1',
      'line-breaks-joined 1',
    ]);
  });
});
