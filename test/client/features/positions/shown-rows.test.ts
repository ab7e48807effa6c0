import { describe, expect, it } from 'vitest';
import { shownRows } from '../../../../client/features/positions/shown-rows.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../../shared/model/paragraph.ts';

const text = (
  [
    ['t', 'title', 0],
    ['pp', 'preambular', 0],
    ['h1', 'heading', 1],
    ['p', 'operative', 0],
    ['h2', 'heading', 2],
    ['q', 'operative', 0],
    ['h3', 'heading', 1],
    ['r', 'operative', 0],
  ] as readonly (readonly [string, ParagraphKind, number])[]
).map(([id, kind, level]) => ({ id: id as ParagraphId, kind, level }));
const ids = (section: string | null): string[] => {
  const { first, count } = shownRows(text, section as ParagraphId | null);
  return text.slice(first, first + count).map(({ id }) => id);
};

describe('rows of the matrix', () => {
  it.each([
    ['U254: a section with the sections below it', 'h1', 'h1 p h2 q'],
    ['U254: a section within one', 'h2', 'h2 q'],
    ['U254: the last section', 'h3', 'h3 r'],
    ['U254: what stands before the first heading', 't', 't pp'],
    ['U254: all where none is chosen', null, 't pp h1 p h2 q h3 r'],
    ['U254: all where this version has no such section', 'gone', 't pp h1 p h2 q h3 r'],
  ])('%s', (_, section, shown) => {
    expect(ids(section).join(' ')).toBe(shown);
  });
});
