import { describe, expect, it } from 'vitest';
import { blocksOf, filtered, isProposedOn } from '../../../../client/features/rolling/blocks.ts';
import type { IsoTime, ParagraphId } from '../../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../../shared/model/paragraph.ts';
import type { RollingParagraph } from '../../../../shared/model/rolling.ts';

const BY = { names: 'Delegation A', delegations: [], group: null, proposals: [] };
const piece = (
  role: RollingParagraph['role'],
  id: string | null,
  more: Partial<RollingParagraph> = {},
): RollingParagraph => ({
  role,
  paragraph: id as ParagraphId | null,
  kind: 'operative' as ParagraphKind,
  level: 0,
  dir: 'auto',
  label: '',
  opens: false,
  closes: false,
  by: null,
  change: null,
  amends: null,
  needsALook: false,
  pieces: [],
  notes: [],
  status: null,
  ...more,
});
const AGREED = {
  status: 'agreed' as const,
  date: '2026-01-01T00:00:00.000Z' as IsoTime,
  changedSince: false,
};

const TEXT = [
  piece('insertion', null, { by: BY }),
  piece('text', 'a'),
  piece('text', 'h', { kind: 'heading', level: 1 }),
  piece('text', 'b', { notes: [{ kind: 'delete', by: BY, earlier: false }] }),
  piece('alternative', 'b', { by: BY }),
  piece('text', 'c', { status: AGREED }),
];

describe('U98: what is proposed on a paragraph is shown and hidden with it', () => {
  const blocks = blocksOf(TEXT);
  it('gathers every paragraph of the compilation exactly once', () => {
    expect(blocks.flatMap(({ own, around }) => [...(own === null ? [] : [own]), ...around])).toEqual(TEXT);
    expect(blocks.map(({ section }) => section)).toEqual([null, null, 'h', 'h', 'h']);
  });

  it.each([
    { name: 'nothing chosen', filter: {}, left: [null, 'a', 'h', 'b', 'c'] },
    { name: 'a section', filter: { section: 'h' as ParagraphId }, left: ['h', 'b', 'c'] },
    { name: 'a status', filter: { status: 'agreed' as const }, left: ['c'] },
    { name: 'open paragraphs', filter: { status: 'open' as const }, left: ['a', 'h', 'b'] },
    { name: 'only what is proposed on', filter: { onlyProposed: true }, left: [null, 'b'] },
  ])('$name', ({ filter, left }) => {
    const shown = filtered(blocks, { section: null, status: null, onlyProposed: false, ...filter });
    expect(shown.map(({ own }) => own?.paragraph ?? null)).toEqual(left);
  });

  it('a paragraph that nobody touches is not proposed on', () => {
    expect(blocks.map(isProposedOn)).toEqual([true, false, false, true, false]);
  });
});
