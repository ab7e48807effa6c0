import { describe, expect, it } from 'vitest';
import { type HeldPosition, ownHeld } from '../../../shared/domain/held-position.ts';
import { actsFor, decideHolder } from '../../../shared/domain/holder.ts';
import { decidePositions, MAX_POSITION_WORDS, type WantedPosition } from '../../../shared/domain/position.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { Standing } from '../../../shared/model/position.ts';
import { all, one, taken } from './position-sketch.ts';
import { at, group, signed } from './register-sketch.ts';

const id = <Id extends string>(text: string) => text as Id;
const wants = (paragraph: string, standing: Standing | null, words = ''): WantedPosition => ({
  paragraph: id<ParagraphId>(paragraph),
  standing,
  words,
});

const decide = (wanted: readonly WantedPosition[], held: readonly HeldPosition[] = [], latest = 'v2') =>
  decidePositions(wanted, {
    documentId: id<DocumentId>('d'),
    holder: one('a'),
    version: id<VersionId>('v2'),
    latest: id<VersionId>(latest),
    paragraphs: new Set(['p', 'q'] as ParagraphId[]),
    held: new Map(held.map((row) => [row.paragraph, row])),
    by: signed('a', 5),
  });
const carried: HeldPosition = {
  ...ownHeld(taken(one('a'), 'p', 'support', 'v1')),
  state: 'to-reconfirm',
  because: 'words-changed',
};

describe('taking positions', () => {
  it('V10: several at once are several rows, one a paragraph', () => {
    const decided = decide([wants('p', 'support'), wants('q', 'oppose', 'Why?'), wants('p', 'concern')]);
    expect(decided.ok && decided.value.map(({ id: row, standing }) => [row, standing])).toEqual([
      ['v2.p.delegation.a', 'concern'],
      ['v2.q.delegation.a', 'oppose'],
    ]);
  });

  it('V13: saying it again confirms what was carried, and names the version; saying something else does not', () => {
    const confirmed = decide([wants('p', 'support')], [carried]);
    expect(confirmed.ok && confirmed.value[0]?.confirms).toBe('v1');
    const changed = decide([wants('p', 'oppose')], [carried]);
    expect(changed.ok && changed.value[0]?.confirms).toBe(null);
  });

  it('V10: what is carried can be taken back', () => {
    const decided = decide([wants('p', null)], [carried]);
    expect(decided.ok && decided.value[0]?.standing).toBe(null);
  });

  const own = ownHeld(taken(one('a'), 'p', 'support', 'v2'));
  const refused: readonly (readonly [string, ReturnType<typeof decide>, string])[] = [
    ['V15: only the latest version takes positions', decide([wants('p', 'support')], [], 'v3'), 'too-late'],
    ['V15: what stands already is told', decide([wants('p', 'support')], [own]), 'already-exists'],
    ['V15: nothing to take back is told', decide([wants('p', null)]), 'already-exists'],
    ['V15: an unknown paragraph is named', decide([wants('x', 'support')]), 'invalid-fields'],
    [
      'V15: a statement is no word of explanation',
      decide([wants('p', 'support', 'x'.repeat(MAX_POSITION_WORDS + 1))]),
      'invalid-fields',
    ],
  ];
  it.each(refused)('%s', (_, decided, code) => {
    expect(!decided.ok && decided.error.code).toBe(code);
  });
});

describe('who speaks on record for a group', () => {
  const led = (members: string[], spokesperson: string): Group => ({
    ...group('north', ...members),
    spokesperson: id<DelegationId>(spokesperson),
  });
  const cases: readonly (readonly [string, Group | null | undefined, string])[] = [
    ['V9: a delegation for itself', null, 'delegation a'],
    ['V9: any member where nobody is named', group('north', 'a', 'b'), 'group north'],
    ['V9: the spokesperson', led(['a', 'b'], 'a'), 'group north'],
    ['V9: nobody else where there is one', led(['a', 'b'], 'b'), 'not-permitted'],
    ['V9: any member once the spokesperson has left', led(['a'], 'b'), 'group north'],
    ['V9: nobody who is no member', group('north', 'b'), 'invalid-fields'],
    ['V9: nobody for a group that is not there', undefined, 'invalid-fields'],
  ];
  it.each(cases)('%s', (_, of, expected) => {
    const decided = decideHolder(id<DelegationId>('a'), of, at(5));
    expect(decided.ok ? `${decided.value.noun} ${decided.value.id}` : decided.error.code).toBe(expected);
  });

  it('V9: the same decides who acts on what was put down', () => {
    const a = id<DelegationId>('a');
    expect(actsFor(one('a'), a, undefined, at(5))).toBe(true);
    expect(actsFor(one('b'), a, undefined, at(5))).toBe(false);
    expect(actsFor(all('north'), a, led(['a', 'b'], 'b'), at(5))).toBe(false);
    expect(actsFor(all('north'), a, group('north', 'a'), at(5))).toBe(true);
  });
});
