import { describe, expect, it } from 'vitest';
import { changedSince, decideStatuses } from '../../../shared/domain/status.ts';
import type { ParagraphStatus } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { signed } from './register-sketch.ts';

const [one, two] = ['p1', 'p2'] as ParagraphId[] as [ParagraphId, ParagraphId];
const text = new Map([
  [one, 'We decide.'],
  [two, 'We invite.'],
]);
const decide = (status: ParagraphStatus['status'], before: readonly ParagraphStatus[] = [], words = {}) =>
  decideStatuses(
    'd' as DocumentId,
    { paragraphs: [one, two], status, words },
    text,
    new Map(before.map((row) => [row.id, row])),
    signed('facilitators', 5),
  );

describe('status of a paragraph', () => {
  it('L1: a status keeps its date and the words at that time', () => {
    const rows = decide('agreed');
    expect(
      rows.ok && rows.value.map(({ id, status, text: words, by }) => [id, status, words, by.at]),
    ).toEqual([
      [one, 'agreed', 'We decide.', signed('x', 5).at],
      [two, 'agreed', 'We invite.', signed('x', 5).at],
    ]);
  });

  it('L1: words that changed since one looked are not called agreed', () => {
    const refused = decide('agreed', [], { [two]: 'We urge.' });
    expect(!refused.ok && refused.error.code).toBe('text-changed');
  });

  it('L2: a settled paragraph whose words changed says so; an open one may change', () => {
    const rows = decide('agreed-ad-referendum');
    const [row] = rows.ok ? rows.value : [];
    if (row === undefined) throw new Error('no status');
    expect(changedSince(row, 'We decide.')).toBe(false);
    expect(changedSince(row, 'We decide now.')).toBe(true);
    expect(changedSince({ ...row, status: 'open' }, 'We decide now.')).toBe(false);
  });

  it('L1: setting what stands already is told; the words agreed anew are a new revision', () => {
    const rows = decide('agreed');
    const standing = rows.ok ? rows.value : [];
    const same = decide('agreed', standing);
    expect(!same.ok && same.error.code).toBe('already-exists');
    const nothing = decide('open');
    expect(!nothing.ok && nothing.error.code).toBe('already-exists');
    const older = standing.map((row) => ({ ...row, text: 'We decided.' }));
    expect(decide('agreed', older).ok).toBe(true);
  });

  it('L1: an unknown paragraph is named', () => {
    const wanted = { paragraphs: ['nowhere' as ParagraphId], status: 'agreed' as const, words: {} };
    const refused = decideStatuses('d' as DocumentId, wanted, text, new Map(), signed('facilitators'));
    expect(!refused.ok && refused.error.fields?.[0]?.problem).toContain('nowhere');
  });
});
