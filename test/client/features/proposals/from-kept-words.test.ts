import { describe, expect, it } from 'vitest';
import type { KeptParagraph } from '../../../../client/editor/connection/kept-words.ts';
import { hasMovedOn } from '../../../../client/features/proposals/draft/carry-over.ts';
import { draftFromKept } from '../../../../client/features/proposals/draft/from-kept-words.ts';
import { wordingsOf } from '../../../../client/features/proposals/draft/proposal-draft.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { counter, paragraph } from './sketch.ts';

const TEXT = [paragraph('a', 'We act.', '1'), paragraph('b', 'We decide.', '2')];
const kept = (id: string, change: KeptParagraph['change'], server: string | null, mine: string | null) => ({
  paragraph: id as ParagraphId,
  label: '',
  kind: 'operative' as const,
  change,
  server,
  mine,
});

describe('U93: words that were refused come back as the draft of a proposal', () => {
  it('rewritten, new and deleted paragraphs become changes; moves and formats do not', () => {
    const { changes } = draftFromKept(
      [
        kept('a', 'words', 'We act.', 'We act now.'),
        kept('n1', 'added', null, 'We report.'),
        kept('n2', 'added', null, 'We meet.'),
        kept('b', 'format', 'We decide.', 'We decide.'),
        kept('b', 'removed', 'We decide.', null),
      ],
      TEXT,
      '2026-01-01T00:00:00.000Z',
      counter(),
    );
    expect(
      changes.map((change) => [change.act, change.paragraph, wordingsOf(change).map(({ text }) => text)]),
    ).toEqual([
      ['replace', 'a', ['We act now.']],
      ['insert-after', 'a', ['We report.', 'We meet.']],
      ['delete', 'b', []],
    ]);
  });

  it('words written on an older text stand on that text, so that the composer says what changed', () => {
    const [change] = draftFromKept(
      [kept('a', 'words', 'We act soon.', 'We act very soon.')],
      TEXT,
      '2026-01-01T00:00:00.000Z',
      counter(),
    ).changes;
    if (change === undefined) throw new Error('one paragraph was rewritten');
    expect(hasMovedOn(change, TEXT[0] ?? null)).toBe(true);
  });
});
