import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph, ParagraphKind } from '../../../shared/model/paragraph.ts';
import { labelGroups } from '../../../shared/text/label-groups.ts';
import { type BaseLabels, labelParagraphs, relabelling } from '../../../shared/text/labels.ts';
import { seeded } from '../../seeded.ts';

/** `operative`, `item 2`, `operative=7` (pinned), with an id. */
const paragraph = (id: string, said: string): Paragraph => {
  const [what, pinned] = said.split('=') as [string, string | undefined];
  const [kind, level] = what.split(' ') as [ParagraphKind, string | undefined];
  return {
    id: id as ParagraphId,
    kind,
    level: Number(level ?? 0),
    dir: 'auto',
    from: [],
    pinned: pinned ?? null,
    runs: [{ text: id }],
  };
};
const text = (...said: readonly string[]): Paragraph[] => said.map((each, k) => paragraph(`p${k}`, each));
const labelsOf = (paragraphs: readonly Paragraph[], base: BaseLabels | null = null): string[] =>
  labelParagraphs(paragraphs, base).map((each) => each.label);
const freeze = (paragraphs: readonly Paragraph[]): BaseLabels =>
  new Map(labelParagraphs(paragraphs, null).map((each) => [each.id, each.label]));

const op = 'operative';
const pp = 'preambular';
const [i1, i2, i3, i4] = ['item 1', 'item 2', 'item 3', 'item 4'] as const;

describe('labels from scratch', () => {
  it.each<[string, string[], string[]]>([
    ['numbers run through the text', [op, 'heading 1', op, 'plain', op], ['1', '', '2', '', '3']],
    ['preambular paragraphs count apart', ['title', pp, pp, op], ['', 'PP1', 'PP2', '1']],
    ['items restart under their parent', [op, i1, i1, op, i1], ['1', '(a)', '(b)', '2', '(a)']],
    ['four levels', [op, i1, i2, i3, i4], ['1', '(a)', '(i)', 'a.', 'i.']],
    ['lower levels restart', [op, i1, i2, i2, i1, i2], ['1', '(a)', '(i)', '(ii)', '(b)', '(i)']],
    ['a plain paragraph is a parent too', ['plain', i1, 'plain', i1], ['', '(a)', '', '(a)']],
    ['a level may be skipped', [op, i3, i3, i1, i3], ['1', 'a.', 'b.', '(a)', 'a.']],
    ['a pinned label wins and sets the counter', [op, 'operative=7', op], ['1', '7', '8']],
    ['a pinned bis sets it to its number', [op, 'operative=1 bis', op], ['1', '1 bis', '2']],
    ['other scripts count', ['operative=١٢', op, 'operative=OP20', op], ['١٢', '13', 'OP20', '21']],
    ['pinned letters count', [op, 'item 1=c)', i1, 'item 2=iii)', i2], ['1', 'c)', '(d)', 'iii)', '(iv)']],
    ['a bullet says no number', [op, i1, 'item 1=•', i1], ['1', '(a)', '•', '(b)']],
    ['a heading shows a pinned label only', ['heading 1=II.', 'heading 1'], ['II.', '']],
  ])('T23: %s', (_, said, labels) => {
    expect(labelsOf(text(...said))).toEqual(labels);
  });

  it('T24: past z come aa and bb', () => {
    const labels = labelsOf(text(op, ...new Array<string>(54).fill(i1)));
    expect([labels[26], labels[27], labels[28], labels[53]]).toEqual(['(z)', '(aa)', '(bb)', '(aaa)']);
  });

  it('T24: roman numerals go on', () => {
    const labels = labelsOf(text(op, i1, ...new Array<string>(40).fill(i2)));
    expect([labels[5], labels[10], labels[15], labels[41]]).toEqual(['(iv)', '(ix)', '(xiv)', '(xl)']);
  });
});

describe('labels upon a version', () => {
  const base = text(op, op, i1, i1, op);
  const frozen = freeze(base);
  const [one, two, a, b, three] = base as [Paragraph, Paragraph, Paragraph, Paragraph, Paragraph];
  const added = (n: number, said = op): Paragraph => paragraph(`new${n}`, said);

  it.each<[string, Paragraph[], string[]]>([
    ['added in between', [one, added(1), added(2), two], ['1', '1 bis', '1 ter', '2']],
    ['added at the end', [one, two, three, added(1)], ['1', '2', '3', '3 bis']],
    ['added before the first', [added(1), added(2), one], ['1 ante', '1 ante bis', '1']],
    ['a deleted one leaves a gap', [one, three], ['1', '3']],
    ['added after a gap', [one, added(1), three], ['1', '1 bis', '3']],
    ['a moved one keeps its label', [three, one, two], ['3', '1', '2']],
    ['items added', [two, a, added(1, i1), b, added(2, i1)], ['2', '(a)', '(a bis)', '(b)', '(b bis)']],
    ['item added first', [two, added(1, i1), a, b], ['2', '(a ante)', '(a)', '(b)']],
    ['items of an added paragraph', [one, added(1), added(2, i1)], ['1', '1 bis', '(a)']],
    ['no label of the base is given again', [two, added(1, i1)], ['2', '(c)']],
    ['all numbers gone', [added(1), added(2)], ['4', '5']],
    ['added preambular paragraphs', [added(1, pp), added(2, pp), one], ['PP1', 'PP2', '1']],
    ['a changed kind is numbered anew', [one, { ...two, kind: 'item', level: 1 }, three], ['1', '(a)', '3']],
    ['a heading loses its number', [{ ...one, kind: 'heading', level: 1 }, two], ['', '2']],
    ['a pin wins', [one, { ...two, pinned: '9' }, added(1)], ['1', '9', '9 bis']],
  ])('T25: %s', (_, paragraphs, labels) => {
    expect(labelsOf(paragraphs, frozen)).toEqual(labels);
  });

  it('T26: after decies comes an honest number', () => {
    const many = Array.from({ length: 11 }, (_, n) => added(n));
    expect(labelsOf([one, ...many], frozen).slice(1)).toEqual([
      ...['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies'].map(
        (suffix) => `1 ${suffix}`,
      ),
      '1 (11)',
      '1 (12)',
    ]);
    expect(
      labelsOf([two, a, ...many.map((each) => ({ ...each, kind: 'item' as const, level: 1 }))], frozen).at(
        -1,
      ),
    ).toBe('(a 12)');
  });

  it('T27: an item moved under another parent gives way to the one that has its label there', () => {
    const other = text(op, i1, i1, op, i1, i1);
    const [first, fa, fb, second, sa, sb] = other as [
      Paragraph,
      Paragraph,
      Paragraph,
      Paragraph,
      Paragraph,
      Paragraph,
    ];
    expect(labelsOf([first, fa, second, fb, sa, sb], freeze(other))).toEqual([
      '1',
      '(a)',
      '2',
      '(a ante)',
      '(a)',
      '(b)',
    ]);
    expect(labelsOf([first, fa, fb, sa, sb], freeze(other))).toEqual([
      '1',
      '(a)',
      '(b)',
      '(b bis)',
      '(b ter)',
    ]);
  });

  it('T28: the old-to-new table of a publication', () => {
    expect(relabelling([one, added(1), three], frozen)).toEqual([
      { paragraph: 'new1', from: '1 bis', to: '2' },
      { paragraph: two.id, from: '2', to: '' },
      { paragraph: a.id, from: '(a)', to: '' },
      { paragraph: b.id, from: '(b)', to: '' },
    ]);
    expect(relabelling(base, null)).toEqual([]);
  });
});

describe('labels of any text', () => {
  const said = fc.constantFrom('title', 'heading 2', pp, op, op, 'plain', i1, i1, i2, i3, i4);
  const anyText = fc.array(said, { maxLength: 60 }).map((kinds) => text(...kinds));

  /** Labels of one group, which must differ. */
  const doubles = (paragraphs: readonly Paragraph[], labels: readonly string[]): string[] =>
    labelGroups(paragraphs).flatMap(({ series, members }) => {
      const seen = members.map((index) => labels[index] as string);
      return seen.filter((label, k) => seen.indexOf(label) !== k).map((label) => `${series} ${label}`);
    });

  it('T29: no two numbered paragraphs under one parent share a label', () => {
    fc.assert(
      fc.property(anyText, (paragraphs) => {
        const labels = labelsOf(paragraphs);
        expect(doubles(paragraphs, labels)).toEqual([]);
        expect(
          paragraphs.every(
            (each, k) => (labels[k] === '') === ['title', 'heading', 'plain'].includes(each.kind),
          ),
        ).toBe(true);
      }),
      seeded(100),
    );
  });

  it('T29: nor upon a version, whatever was added, deleted or moved, and what stands elsewhere keeps its label', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('add', 'delete', 'move'), said), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyText, edits, (paragraphs, acts) => {
        const base = freeze(paragraphs);
        const now = [...paragraphs];
        acts.forEach(([from, to, act, kind], k) => {
          const at = now.length === 0 ? 0 : from % now.length;
          if (act === 'add') now.splice(at, 0, paragraph(`new${k}`, kind));
          else {
            const taken = now.splice(at, 1);
            if (act === 'move') now.splice(to % (now.length + 1), 0, ...taken);
          }
        });
        const labels = labelsOf(now, base);
        expect(doubles(now, labels)).toEqual([]);
        now.forEach((each, k) => {
          if (each.kind === 'operative' || each.kind === 'preambular')
            expect(labels[k]).toBe(base.get(each.id) ?? labels[k]);
        });
        expect(labelsOf(paragraphs, base)).toEqual([...base.values()]);
      }),
      seeded(300),
    );
  });
});
