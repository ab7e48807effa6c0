import { describe, expect, it } from 'vitest';
import { onRecordOf, whoDiverged } from '../../../shared/domain/declaration-answers.ts';
import { type DeclarationsFacts, placeDeclarations } from '../../../shared/domain/declaration-places.ts';
import { speakingAt, type VoiceFacts, voicesOf } from '../../../shared/domain/declaration-voices.ts';
import type { Declaration } from '../../../shared/model/declaration.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId, GroupId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import { aligned, delegation, paragraph } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

const id = <Id extends string>(text: string) => text as Id;
const p12 = id<ParagraphId>('12');
const p13 = id<ParagraphId>('13');
const text = [
  paragraph('12', 'Twelve.'),
  paragraph('13', 'Thirteen.'),
  paragraph('14', 'New.', { from: [p12] }),
];

const membersAt = (...members: readonly (readonly [string, number, number | null])[]): Group => ({
  id: id<GroupId>('north'),
  documentId: id<DocumentId>('d'),
  name: 'North',
  members: members.map(([who, from, until]) => ({
    delegationId: id<DelegationId>(who),
    from: at(from),
    until: until === null ? null : at(until),
  })),
  spokesperson: null,
  by: signed('f'),
});
const group = membersAt(['a', 0, null], ['b', 0, null], ['c', 0, 4], ['d', 6, null]);

const joint: Declaration = {
  id: 'x',
  documentId: id<DocumentId>('d'),
  kind: 'dissociation',
  holder: { noun: 'group', id: group.id },
  joined: [],
  version: id<VersionId>('v9'),
  objects: [p12, p13].map((where) => ({ on: 'paragraph', paragraph: where, label: where })),
  statement: { language: 'en', text: 'We dissociate.' },
  original: null,
  grounds: [],
  recording: null,
  written: null,
  filed: 'after-adoption',
  correctedAt: null,
  withdrawnAt: null,
  by: signed('a', 5),
};
const facts = (more: Partial<VoiceFacts> = {}): VoiceFacts => ({
  groupAt: () => group,
  alignments: [],
  paragraphs: text,
  ...more,
});
const said = (declaration: Declaration, more?: Partial<VoiceFacts>) =>
  voicesOf(declaration, facts(more)).map(
    ({ delegation: who, through, except }) =>
      `${who} ${through}${except.map((where) => ` not ${where}`).join('')}`,
  );
const joining = (who: string, ...except: string[]) => ({
  delegationId: id<DelegationId>(who),
  except: except as ParagraphId[],
  at: at(9),
});

describe('whom a declaration speaks for', () => {
  const cases: readonly (readonly [string, string[], string[]])[] = [
    ['V110: members at the time of filing', said(joint), ['a membership', 'b membership']],
    ['V110: none of a group that was not there yet', said(joint, { groupAt: () => undefined }), []],
    [
      'V110: who had said by then that it does not align is not spoken for, what it says later counts for nothing',
      said(joint, {
        alignments: [
          aligned('b', 'north', 2, { aligns: false }),
          aligned('b', 'north', 8),
          aligned('e', 'north', 8),
        ],
      }),
      ['a membership'],
    ],
    [
      'V110: who aligned from outside, except on a paragraph and on what came from it',
      said(joint, { alignments: [aligned('e', 'north', 3, { except: ['12'] })] }),
      ['a membership', 'b membership', 'e alignment not 12 not 14'],
    ],
    [
      'V111: its own word on this declaration counts before that of its group',
      said(
        { ...joint, joined: [joining('b', '13'), joining('s')] },
        { alignments: [aligned('b', 'north', 3, { except: ['12'] })] },
      ),
      ['a membership', 'b joined not 13', 's joined'],
    ],
  ];
  it.each(cases)('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('V112: counted at a paragraph only where it is not excepted, on the whole everywhere', () => {
    const declaration = { ...joint, joined: [joining('b', '12')] };
    const voices = voicesOf(declaration, facts());
    expect([p12, p13, null].map((where) => speakingAt(voices, where))).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    const record: DeclarationsFacts = {
      declarations: [declaration],
      paragraphs: text,
      delegations: new Map(['a', 'b'].map((who) => [id<DelegationId>(who), delegation(who)])),
      voicesOf: () => voices,
      wordsThen: (__, where) => text.find((one) => one.id === where)?.text,
    };
    const counts = placeDeclarations(record).paragraphs.map(
      ({ governmental }) => governmental[0]?.delegations,
    );
    expect(counts).toEqual([1, 2]);
    expect(whoDiverged(p12, record).map(({ delegation: who }) => who)).toEqual(['a']);
    expect(onRecordOf(id<DelegationId>('b'), record).map(({ how, except }) => [how, except])).toEqual([
      ['joined', ['12', '14']],
    ]);
  });
});
