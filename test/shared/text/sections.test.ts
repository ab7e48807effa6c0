import { describe, expect, it } from 'vitest';
import type { LabelledParagraph, ParagraphKind } from '../../../shared/model/paragraph.ts';
import { beginningOf, sectionsOf } from '../../../shared/text/sections.ts';

const paragraph = (kind: ParagraphKind, label: string, text = '', level = 0): LabelledParagraph => ({
  id: `${kind}-${label}-${text}` as LabelledParagraph['id'],
  kind,
  level,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [{ text }],
  label,
  text,
});

describe('outline', () => {
  it('U7: names each heading with the numbers below it', () => {
    const sections = sectionsOf([
      paragraph('title', '', 'Outcome'),
      paragraph('preambular', 'PP1'),
      paragraph('heading', '', 'Preamble', 1),
      paragraph('preambular', 'PP2'),
      paragraph('preambular', 'PP3'),
      paragraph('heading', 'II.', 'Divides', 1),
      paragraph('heading', '', 'Access', 2),
      paragraph('operative', '12'),
      paragraph('item', '(a)'),
      paragraph('heading', '', 'Skills', 1),
      paragraph('operative', '13'),
      paragraph('plain', ''),
      paragraph('operative', '13 bis'),
    ]);
    expect(sections.map(({ text, level, labels }) => [text, level, labels])).toEqual([
      ['Preamble', 1, 'PP2–PP3'],
      ['II. Divides', 1, ''],
      ['Access', 2, '12'],
      ['Skills', 1, '13–13 bis'],
    ]);
  });

  it('U254: what stands before the first heading is known by its first paragraph and its numbers', () => {
    const before = [paragraph('title', '', 'Outcome'), paragraph('preambular', 'PP1')];
    const heading = paragraph('heading', '', 'Divides', 1);
    expect(beginningOf([...before, heading, paragraph('operative', '1')])).toEqual({
      id: before[0]?.id,
      labels: 'PP1',
    });
    expect(beginningOf([heading, ...before])).toBeNull();
    expect(beginningOf(before)).toBeNull();
    expect(beginningOf([])).toBeNull();
  });

  it('U7: a text without headings has no outline', () => {
    expect(sectionsOf([paragraph('operative', '1')])).toEqual([]);
  });
});
