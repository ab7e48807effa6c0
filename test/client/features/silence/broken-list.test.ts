import { describe, expect, it } from 'vitest';
import { brokenSections } from '../../../../client/features/silence/broken-list.ts';
import { gist, placeNames } from '../../../../client/features/silence/place-name.ts';
import type { Translate } from '../../../../client/ui/messages.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../../shared/model/silence.ts';

const paragraph = (id: string, kind: string, label: string, level = 0) =>
  ({ id, kind, level, label, text: `Words of ${id}` }) as unknown as LabelledParagraph;
const TEXT = [
  paragraph('pp', 'preambular', 'PP1'),
  paragraph('h1', 'heading', '', 1),
  paragraph('p1', 'operative', '1'),
  paragraph('a', 'item', '(a)', 1),
  paragraph('h2', 'heading', '', 1),
  paragraph('p2', 'operative', '2'),
];
const silence = {
  id: 's',
  opensAt: '2026-10-01T09:00:00.000Z',
  deadline: '2026-10-05T09:00:00.000Z',
} as SilenceProcedure;
const objection = (id: string, at: string, withdrawnAt: string | null, ...places: [string, boolean][]) =>
  ({
    id,
    silence: 's',
    holder: { noun: 'delegation', id },
    places: places.map(([name, chapeau]) => ({
      paragraph: name,
      chapeau,
      label: TEXT.find((one) => (one.id as string) === name)?.label ?? '',
    })),
    reason: 'No.',
    proposal: null,
    withdrawnAt,
    by: { at },
  }) as unknown as SilenceObjection;
const IN_TIME = '2026-10-02T09:00:00.000Z';

describe('where a silence was broken', () => {
  it('U213: places stand under their headings in reading order, with everybody who objected in time', () => {
    const sections = brokenSections(
      silence,
      [
        objection('d1', IN_TIME, null, ['p2', false], ['a', false], ['p1', true]),
        objection('d2', IN_TIME, null, ['pp', false], ['h1', true], ['p2', false]),
        objection('late', silence.deadline, null, ['p1', false]),
        objection('back', IN_TIME, IN_TIME, ['p1', false]),
      ],
      TEXT,
    );
    const shown = sections.map(({ heading, places }) => [
      heading,
      places.map((place) => [place.paragraph, place.by.map(({ objection: by }) => by).join()]),
    ]);
    expect(shown).toEqual([
      [null, [['pp', 'd2']]],
      [
        'Words of h1',
        [
          ['h1', 'd2'],
          ['p1', 'd1'],
          ['a', 'd1'],
        ],
      ],
      ['Words of h2', [['p2', 'd1,d2']]],
    ]);
  });

  it('U213: an item is cited with what it stands under, a chapeau as such, a heading by its words', () => {
    const t = ((key: string, values: object) => `${key}(${Object.values(values).join()})`) as Translate;
    const nameOf = placeNames(t, TEXT);
    const name = (id: string, label: string, chapeau: boolean) =>
      nameOf({ paragraph: id as never, label, chapeau });
    expect(name('a', '(a)', false)).toBe('1 (a)');
    expect(name('p1', '1', true)).toBe('silence.chapeauOf(1)');
    expect(name('h1', '', true)).toBe('silence.object.opening(Words of h1)');
    expect(gist('word '.repeat(30))).toMatch(/word …$/);
  });
});
