import { describe, expect, it } from 'vitest';
import {
  decideAlignment,
  exceptionsIn,
  groupsFor,
  spokenFor,
  tiesAt,
} from '../../../shared/domain/alignment.ts';
import type { Alignment } from '../../../shared/model/alignment.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId, GroupId, ParagraphId } from '../../../shared/model/ids.ts';
import { aligned } from './position-sketch.ts';
import { at, group, signed } from './register-sketch.ts';

const id = <Id extends string>(text: string) => text as Id;
const dated = (name: string, from: number, until: number | null): Group => ({
  ...group(name),
  members: [
    { delegationId: id<DelegationId>('a'), from: at(from), until: until === null ? null : at(until) },
  ],
});
const groups = [group('north', 'a', 'b'), group('south', 'b')];

describe('who a group speaks for', () => {
  const cases: readonly (readonly [string, readonly Group[], readonly Alignment[], number, string])[] = [
    ['V1: a member is aligned without a word', groups, [], 9, 'north'],
    ['V1: who is no member is not', [group('north', 'b')], [], 9, ''],
    ['V1: a membership begins at its date', [dated('north', 10, null)], [], 9, ''],
    ['V1: and at that very time', [dated('north', 10, null)], [], 10, 'north'],
    ['V1: and has ended at its end', [dated('north', 0, 10)], [], 10, ''],
    ['V2: a delegation may align without being a member', [group('x', 'b')], [aligned('a', 'x', 5)], 9, 'x'],
    ['V2: from the time it said so', [group('x', 'b')], [aligned('a', 'x', 5)], 4, ''],
    ['V2: a member may say that it does not', groups, [aligned('a', 'north', 5, { aligns: false })], 9, ''],
    ['V2: before it said so it did', groups, [aligned('a', 'north', 5, { aligns: false })], 4, 'north'],
    [
      'V2: of several revisions the last that had begun counts',
      groups,
      [aligned('a', 'north', 5, { aligns: false }), aligned('a', 'north', 8)],
      9,
      'north',
    ],
    ['V3: excepted paragraphs are its own', groups, [aligned('a', 'north', 5, { except: ['p'] })], 9, ''],
    ['V4: several groups are several', groups, [aligned('a', 'south', 5)], 9, 'north south'],
    [
      'V4: nobody is spoken for by a group it has left',
      [dated('north', 0, 8)],
      [aligned('a', 'north', 5)],
      9,
      '',
    ],
    ['V4: who aligned after leaving is', [dated('north', 0, 8)], [aligned('a', 'north', 8)], 9, 'north'],
  ];
  it.each(cases)('%s', (_, of, alignments, minute, expected) => {
    const ties = tiesAt(of, alignments, at(minute));
    expect(groupsFor(ties, id<DelegationId>('a'), id<ParagraphId>('p')).join(' ')).toBe(expected);
  });

  it('V3: the other way round: whom it speaks for on a paragraph, and on anything', () => {
    const ties = tiesAt(groups, [aligned('a', 'north', 5, { except: ['p'] })], at(9));
    expect(spokenFor(ties, id<GroupId>('north'), id<ParagraphId>('p'))).toEqual(['b']);
    expect(spokenFor(ties, id<GroupId>('north'), null).sort()).toEqual(['a', 'b']);
  });

  it('V3: what is split off from an excepted paragraph or joined with it is excepted too', () => {
    const paragraphs = [
      { id: 'r', from: ['q'] },
      { id: 'q', from: ['p'] },
      { id: 'x', from: ['y'] },
    ] as { id: ParagraphId; from: ParagraphId[] }[];
    expect(exceptionsIn([id<ParagraphId>('p')], paragraphs)).toEqual(['p', 'q', 'r']);
  });
});

describe('aligning', () => {
  const decide = (
    aligns: boolean,
    except: readonly string[],
    more: { readonly group?: Group | null; readonly before?: Alignment } = {},
  ) =>
    decideAlignment(
      { aligns, except: except as ParagraphId[] },
      {
        documentId: id<DocumentId>('d'),
        delegationId: id<DelegationId>('a'),
        group: more.group === undefined ? group('north', 'b') : more.group,
        paragraphs: new Set(['p', 'q'] as ParagraphId[]),
        before: more.before ?? null,
        by: signed('a', 5),
      },
    );

  it('V2: a row says since when, and each exception once', () => {
    const decided = decide(true, ['p', 'p']);
    expect(decided.ok && decided.value).toMatchObject({ id: 'a.north', except: ['p'], since: at(5) });
  });

  it('V2: exceptions that stand already are kept though their paragraph is gone', () => {
    const before = aligned('a', 'north', 1, { except: ['gone'] });
    expect(decide(true, ['gone', 'q'], { before }).ok).toBe(true);
  });

  const refused: readonly (readonly [string, ReturnType<typeof decide>, string])[] = [
    ['V2: an unknown group is named', decide(true, [], { group: null }), 'group'],
    ['V2: an unknown paragraph is named', decide(true, ['p', 'nowhere']), 'except.1'],
    ['V2: not aligning has no exceptions', decide(false, ['p']), 'except'],
  ];
  it.each(refused)('%s', (_, decided, field) => {
    expect(!decided.ok && decided.error.fields?.[0]?.field).toBe(field);
  });

  it('V2: what stands already is told', () => {
    const same = decide(true, [], { group: group('north', 'a') });
    expect(!same.ok && same.error.code).toBe('already-exists');
    const still = decide(false, [], {});
    expect(!still.ok && still.error.code).toBe('already-exists');
  });
});
