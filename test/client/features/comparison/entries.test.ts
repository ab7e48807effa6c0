import { describe, expect, it } from 'vitest';
import { changeSections } from '../../../../client/features/comparison/change-sections.ts';
import { ituSymbol } from '../../../../client/features/comparison/change-style.ts';
import {
  type CompareAddress,
  compareQuery,
  readCompareAddress,
} from '../../../../client/features/comparison/compare-address.ts';
import { changesOf, type Entry, entriesOf } from '../../../../client/features/comparison/entries.ts';
import { compareTexts } from '../../../../shared/compare/compare-texts.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import { texts } from './texts.ts';

const LONG = 'The facilitators invite every delegation to send its comments in writing before the date named';

/** `same×3`, `changed`, … in one word an entry. */
const words = (entries: readonly Entry[]): string[] =>
  entries.map((entry) =>
    entry.kind === 'fold' ? `${entry.count} folded` : entry.kind === 'row' ? entry.row.kind : 'vacated',
  );

describe('the list of changes', () => {
  const lines = Array.from({ length: 9 }, (_, k) => `${LONG} ${'abcdefghi'[k]}${k} topic${k}`);
  const changed = lines.map((line, k) => (k === 4 ? `${line} and place` : line));
  const comparison = compareTexts(texts(lines), texts(changed));

  it('U60: folds what did not change, but for one paragraph beside each change', () => {
    const entries = entriesOf(comparison, { onlyChanges: true, context: 1, opened: new Set() });
    expect(words(entries)).toEqual(['3 folded', 'same', 'changed', 'same', '3 folded']);
  });

  it('U60: opens a fold that was asked for, and shows everything when told so', () => {
    const opened = entriesOf(comparison, { onlyChanges: true, context: 1, opened: new Set([0]) });
    expect(words(opened).slice(0, 4)).toEqual(['same', 'same', 'same', 'same']);
    const all = entriesOf(comparison, { onlyChanges: false, context: 1, opened: new Set() });
    expect(all).toHaveLength(9);
  });

  it('U61: a moved paragraph leaves a mark where it stood', () => {
    const moved = [...lines.slice(0, 1), ...lines.slice(2, 8), lines[1] as string, lines[8] as string];
    const entries = entriesOf(compareTexts(texts(lines), texts(moved)), {
      onlyChanges: false,
      context: 1,
      opened: new Set(),
    });
    const vacated = entries.findIndex((entry) => entry.kind === 'vacated');
    const before = entries[vacated - 1];
    expect(before?.kind === 'row' && before.row.from).toEqual([0]);
    expect(changesOf(compareTexts(texts(lines), texts(moved)))).toHaveLength(1);
  });

  it('U62: counts changes under the heading they stand below', () => {
    const [first, second] = [
      ['# Access', ...lines.slice(0, 3), '# Finance', ...lines.slice(3)],
      ['# Access', ...lines.slice(0, 3), '# Finance', ...changed.slice(3)],
    ];
    const sections = changeSections(compareTexts(texts(first), texts(second)), texts(second));
    expect(sections.map(({ heading, changes }) => [heading?.text, changes])).toEqual([
      ['Access', 0],
      ['Finance', 1],
    ]);
  });
});

describe('the address of a comparison', () => {
  const seen: CompareAddress = {
    from: 'v1' as VersionId,
    to: 'working',
    view: 'side',
    style: 'itu',
    onlyChanges: false,
  };

  it('U63: shows again what is seen', () => {
    expect(readCompareAddress(compareQuery(seen), { ...seen, view: 'inline', style: 'un' })).toEqual(seen);
  });

  it('U63: falls back where a value is unknown', () => {
    expect(readCompareAddress('view=spiral&style=crayon', seen)).toEqual(seen);
  });
});

describe('ITU symbols', () => {
  it.each([
    ['added', false, 'ADD'],
    ['removed', false, 'SUP'],
    ['changed', false, 'MOD'],
    ['split', true, 'MOD'],
    ['same', true, '(MOD)'],
    ['same', false, 'NOC'],
  ] as const)('%s, moved %s: %s', (kind, moved, symbol) => expect(ituSymbol(kind, moved)).toBe(symbol));
});
