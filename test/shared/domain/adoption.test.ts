import { describe, expect, it } from 'vitest';
import { correctAdoption, decideAdoption, type WantedAdoption } from '../../../shared/domain/adoption.ts';
import { closeRecord } from '../../../shared/domain/record-closing.ts';
import type { DocumentId, IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { Stage } from '../../../shared/model/version.ts';
import { paragraph } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

const wants = (more: Partial<WantedAdoption> = {}): WantedAdoption => ({
  version: 'v1' as VersionId,
  manner: 'consensus',
  votes: null,
  date: at(0),
  symbol: 'A/RES/80/173',
  ...more,
});
const decide = (more: Partial<WantedAdoption> = {}, stage: Stage = 'final', words = 'We decide.') =>
  decideAdoption(wants(more), {
    documentId: 'd' as DocumentId,
    version: { stage, paragraphs: [paragraph('p', words)] },
    latest: 'v1' as VersionId,
    procedures: [],
    before: null,
    by: signed('f', 5),
  });
const decided = decide();
if (!decided.ok) throw new Error(decided.error.detail);
const adopted = decided.value.row;
const votes = (inFavour: number, against: number, abstaining: number) => ({
  manner: 'recorded-vote' as const,
  votes: { inFavour, against, abstaining },
});

describe('adoption', () => {
  it('V70: one a document, with an open record', () => {
    expect(adopted).toMatchObject({ id: 'd', version: 'v1', recordClosedAt: null });
    expect(decided.value.warnings).toEqual([]);
  });

  const warned: readonly (readonly [string, ReturnType<typeof decide>, readonly string[]])[] = [
    ['V72: a revision', decide({}, 'revision'), ['not-final']],
    ['V72: brackets', decide({}, 'final', 'We [decide]'), ['brackets-remain']],
    ['V72: an unusual symbol', decide({ symbol: 'the 173rd' }), ['unusual-symbol']],
    ['V72: no symbol yet', decide({ symbol: '' }), []],
    ['V72: a draft symbol', decide({ symbol: 'A/80/L.41/Rev.1' }), []],
    ['V72: a vote', decide(votes(152, 9, 30)), []],
    ['V72: more votes than members', decide(votes(190, 9, 30)), ['more-votes-than-members']],
  ];
  it.each(warned)('%s', (_, result, warnings) => {
    expect(result.ok && result.value.warnings).toEqual(warnings);
  });

  const refused: readonly (readonly [string, Partial<WantedAdoption>, string])[] = [
    ['V71: a consensus has no votes', { votes: votes(1, 0, 0).votes }, 'votes'],
    ['V71: a recorded vote has', { manner: 'recorded-vote' }, 'votes'],
    ['V71: half a vote', votes(1.5, 0, 0), 'votes'],
    ['V71: a text that was not carried', votes(10, 10, 0), 'votes'],
    ['V71: a day that has not come', { date: '2026-01-03T00:00:00.000Z' as IsoTime }, 'date'],
    ['V70: another version', { version: 'v0' as VersionId }, 'version'],
    ['V72: an endless symbol', { symbol: 'A'.repeat(81) }, 'symbol'],
  ];
  it.each(refused)('%s', (_, more, field) => {
    const result = decide(more);
    expect(!result.ok && result.error.fields?.[0]?.field).toBe(field);
  });

  it('V73: the symbol may come later; the version stays; nothing after the record is closed', () => {
    const mended = correctAdoption(adopted, wants({ symbol: 'A/RES/80/174' }), signed('f', 6));
    expect(mended.ok && mended.value.row).toMatchObject({ symbol: 'A/RES/80/174', version: 'v1' });
    expect(correctAdoption(adopted, wants(), signed('f', 6)).ok).toBe(false);
    const closed = closeRecord(adopted, at(9));
    if (!closed.ok) throw new Error('not closed');
    expect(correctAdoption(closed.value, wants({ symbol: '' }), signed('f', 10)).ok).toBe(false);
    expect(closeRecord(closed.value, at(10)).ok).toBe(false);
    expect(closeRecord(null, at(10)).ok).toBe(false);
  });
});
