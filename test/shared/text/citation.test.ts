import { expect, it } from 'vitest';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../shared/model/paragraph.ts';
import { citations } from '../../../shared/text/citation.ts';

const block = (kind: ParagraphKind, label: string, level = 0) => ({
  id: `${kind}-${label}-${level}` as ParagraphId,
  kind,
  label,
  level,
});

it('U115: a paragraph is cited by its label, an item with all it stands under', () => {
  const text = [
    block('heading', '', 1),
    block('preambular', 'PP1'),
    block('operative', '12 bis'),
    block('item', '(a)', 1),
    block('item', '(i)', 2),
    block('item', '(b)', 1),
    block('operative', '13'),
    block('item', '(a bis)', 1),
  ];
  expect([...citations(text).values()]).toEqual([
    'PP1',
    '12 bis',
    '12 bis (a)',
    '12 bis (a) (i)',
    '12 bis (b)',
    '13',
    '13 (a bis)',
  ]);
});
