import { describe, expect, it } from 'vitest';
import { decideDeclaration, type WantedDeclaration } from '../../../shared/domain/declaration.ts';
import { onRecordOf, whereObjected, whoDiverged } from '../../../shared/domain/declaration-answers.ts';
import {
  correctDeclaration,
  joinDeclaration,
  joinedEarlierWords,
  leaveDeclaration,
  withdrawDeclaration,
} from '../../../shared/domain/declaration-change.ts';
import { type DeclarationsFacts, placeDeclarations } from '../../../shared/domain/declaration-places.ts';
import { voicesOf } from '../../../shared/domain/declaration-voices.ts';
import type { Declaration } from '../../../shared/model/declaration.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type {
  DelegationId,
  DocumentId,
  GroupId,
  IsoTime,
  ParagraphId,
  VersionId,
} from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Adoption } from '../../../shared/model/silence.ts';
import { all, delegation, one, paragraph } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

const id = <Id extends string>(text: string) => text as Id;
const text = [
  paragraph('p', 'We promote gender equality and counter hate speech.'),
  paragraph('q', 'We recall resolution 70/125 and its gender aspects.'),
  paragraph('r', 'We thank the hosts.'),
];
const adoption: Adoption = {
  id: id<DocumentId>('d'),
  documentId: id<DocumentId>('d'),
  version: id<VersionId>('v9'),
  manner: 'consensus',
  votes: null,
  date: at(3),
  symbol: '',
  recordClosedAt: null,
  by: signed('f', 3),
};
const closed = { ...adoption, recordClosedAt: at(4) };

const wants = (more: Partial<WantedDeclaration> = {}): WantedDeclaration => ({
  kind: 'reservation',
  version: id<VersionId>('v9'),
  objects: [{ on: 'text' }],
  statement: { language: 'en', text: 'We reserve.' },
  original: null,
  grounds: [],
  recording: null,
  written: null,
  ...more,
});
const file = (wanted: WantedDeclaration, adopted: Adoption | null = null, holder: Holder = one('a')) =>
  decideDeclaration(wanted, {
    id: `x-${holder.id}`,
    documentId: id<DocumentId>('d'),
    holder,
    paragraphs: text,
    adoption: adopted,
    by: signed(holder.id, 5),
  });
function filed(more: Partial<WantedDeclaration>, holder: Holder = one('a')): Declaration {
  const decided = file(wants(more), adoption, holder);
  if (!decided.ok) throw new Error(decided.error.detail);
  return decided.value.row;
}
const onParagraphs = (...ids: string[]) =>
  ids.map((p) => ({ on: 'paragraph' as const, paragraph: id<ParagraphId>(p) }));
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'ok' : result.error.code);
const fieldOf = (result: Result<unknown, Problem>): string | undefined =>
  result.ok ? 'ok' : result.error.fields?.[0]?.field;

describe('filing a declaration', () => {
  it('V40: before or after adoption is told by the adoption, not by whoever files', () => {
    const [before, after] = [file(wants()), file(wants(), adoption)];
    expect(before.ok && before.value.row.filed).toBe('before-adoption');
    expect(after.ok && after.value.row.filed).toBe('after-adoption');
    expect(codeOf(file(wants(), closed))).toBe('too-late');
  });

  it('V41: labels are those of the version, and each object is named once', () => {
    const row = filed({ objects: [...onParagraphs('p', 'p'), { on: 'absent', language: 'labour' }] });
    expect(row.objects).toEqual([
      { on: 'paragraph', paragraph: 'p', label: 'p' },
      { on: 'absent', language: 'labour' },
    ]);
    expect(filed({ kind: 'general-statement', objects: [] }).objects).toEqual([{ on: 'text' }]);
  });

  it('V42: a term that stands nowhere, and absent language that stands there, are said and not refused', () => {
    const decided = file(
      wants({
        objects: [
          { on: 'term', term: 'Gender' },
          { on: 'term', term: 'labour' },
          { on: 'reference', reference: 'resolution 60/252' },
          { on: 'absent', language: 'hate speech' },
        ],
      }),
    );
    expect(decided.ok && decided.value.warnings).toEqual([
      { code: 'term-not-found', object: 1 },
      { code: 'reference-not-found', object: 2 },
      { code: 'language-not-absent', object: 3 },
    ]);
  });

  const refused: readonly (readonly [string, Partial<WantedDeclaration>, string])[] = [
    ['V41: a dissociation is from something', { kind: 'dissociation', objects: [] }, 'objects'],
    ['V41: an unknown paragraph is named', { objects: onParagraphs('p', 'nowhere') }, 'objects.1.paragraph'],
    ['V41: an empty term is named', { objects: [{ on: 'term', term: ' ' }] }, 'objects.0.term'],
    ['V43: no statement', { statement: { language: 'en', text: ' ' } }, 'statement.text'],
    [
      'V43: a language that is none',
      { statement: { language: 'français!', text: 'Oui' } },
      'statement.language',
    ],
    ['V43: no original', { original: { language: 'ar', text: '' } }, 'original.text'],
    ['V43: a script is no address', { written: 'javascript:alert(1)' }, 'written'],
    ['V43: nor for a recording', { recording: { url: 'ftp://x', at: null } }, 'recording.url'],
    ['V43: half a second', { recording: { url: 'https://x.example/v', at: 0.5 } }, 'recording.at'],
    ['V40: after adoption of another text', { version: id<VersionId>('v8') }, 'version'],
  ];
  it.each(refused)('%s', (_, more, field) => {
    expect(fieldOf(file(wants(more), adoption))).toBe(field);
  });
});

describe('changing a declaration', () => {
  const row = filed({ objects: onParagraphs('p') });
  const change = (who = 'a', minute = 6, adopted = adoption) => ({
    delegation: id<DelegationId>(who),
    acts: who === 'a',
    adoption: adopted,
    now: at(minute),
  });
  const joined = joinDeclaration(row, [], change('b'), { paragraphs: text });
  const withB = joined.ok ? joined.value : row;

  it('V44: corrected by a further revision; date and holder stay', () => {
    const corrected = correctDeclaration(withB, wants({ objects: onParagraphs('p', 'q') }), change('a', 7), {
      paragraphs: text,
    });
    const after = corrected.ok ? corrected.value.row : null;
    expect(after).toMatchObject({ correctedAt: at(7), by: row.by, holder: one('a'), joined: withB.joined });
    expect(after === null ? [] : joinedEarlierWords(after)).toEqual(['b']);
  });

  it('V45: withdrawn with its date, and then it stays as it is', () => {
    const withdrawn = withdrawDeclaration(row, change('a', 8));
    expect(withdrawn.ok && withdrawn.value.withdrawnAt).toBe(at(8));
    if (!withdrawn.ok) return;
    expect(codeOf(withdrawDeclaration(withdrawn.value, change()))).toBe('withdrawn');
    expect(codeOf(joinDeclaration(withdrawn.value, [], change('b'), { paragraphs: text }))).toBe('withdrawn');
  });

  it('V46: a delegation joins and leaves by itself', () => {
    expect(withB.joined).toEqual([{ delegationId: 'b', except: [], at: at(6) }]);
    const left = leaveDeclaration(withB, change('b'));
    expect(left.ok && left.value.joined).toEqual([]);
  });

  const same = { objects: onParagraphs('p') };
  const correct = (before: Declaration, more: Partial<WantedDeclaration>, by = change()) =>
    correctDeclaration(before, wants(more), by, { paragraphs: text });
  const refused: readonly (readonly [string, Result<unknown, Problem>, string])[] = [
    ['V44: nobody corrects for others', correct(row, {}, change('b')), 'not-permitted'],
    ['V44: the same words are told', correct(row, same), 'already-exists'],
    [
      'V44: what others joined stays its kind',
      correct(withB, { ...same, kind: 'dissociation' }),
      'needs-a-look',
    ],
    ['V45: nobody withdraws for others', withdrawDeclaration(row, change('b')), 'not-permitted'],
    [
      'V46: nobody joins twice',
      joinDeclaration(withB, [], change('b'), { paragraphs: text }),
      'already-exists',
    ],
    [
      'V46: the holder is in it already',
      joinDeclaration(row, [], change('a'), { paragraphs: text }),
      'already-exists',
    ],
    ['V46: nobody leaves who has not joined', leaveDeclaration(row, change('b')), 'not-found'],
    ['V40: nothing after the record is closed', withdrawDeclaration(row, change('a', 9, closed)), 'too-late'],
  ];
  it.each(refused)('%s', (_, result, code) => {
    expect(codeOf(result)).toBe(code);
  });
});

const north: Group = {
  id: id<GroupId>('north'),
  documentId: id<DocumentId>('d'),
  name: 'North',
  members: ['a', 'c'].map((member) => ({ delegationId: id<DelegationId>(member), from: at(0), until: null })),
  spokesperson: null,
  by: signed('f'),
};

describe('what is on record', () => {
  const declarations = [
    filed({ kind: 'dissociation', objects: onParagraphs('p', 'q') }),
    filed({ objects: [{ on: 'term', term: 'gender' }, ...onParagraphs('q')] }, one('b')),
    filed({ kind: 'dissociation', objects: onParagraphs('p') }, all('north')),
    filed({ objects: onParagraphs('q') }, one('s')),
    filed({ objects: [{ on: 'absent', language: 'gender pay gap' }] }, one('c')),
    filed({ kind: 'explanation-of-position' }, one('c')),
    { ...filed({ objects: onParagraphs('r') }, one('c')), withdrawnAt: at(9) },
  ];
  const facts: DeclarationsFacts = {
    declarations,
    paragraphs: text,
    delegations: new Map(
      [delegation('a'), delegation('b'), delegation('c'), delegation('s', 'civil-society')].map((row) => [
        row.id,
        row,
      ]),
    ),
    voicesOf: (declaration) =>
      voicesOf(declaration, { groupAt: () => north, alignments: [], paragraphs: text }),
    wordsThen: (_, where) => text.find(({ id: known }) => known === where)?.text,
  };
  const placed = placeDeclarations(facts);

  it('V47, V48: counted at each paragraph, once a declaration, others than governments apart', () => {
    expect(
      placed.paragraphs.map(({ label, governmental, nonGovernmental }) => ({
        label,
        governmental: governmental.map(({ kind, declarations: n, delegations: d }) => `${n} ${kind} by ${d}`),
        apart: nonGovernmental.map(({ kind, declarations: n }) => `${n} ${kind}`),
      })),
    ).toEqual([
      { label: 'p', governmental: ['2 dissociation by 2', '1 reservation by 1'], apart: [] },
      { label: 'q', governmental: ['1 dissociation by 1', '1 reservation by 1'], apart: ['1 reservation'] },
    ]);
  });

  it('V48: a term shows where it stands in the paragraph', () => {
    const place = placed.paragraphs[1]?.places.find(({ declaration }) => declaration.holder.id === 'b');
    expect(place?.objects.map(({ on }) => on)).toEqual(['term', 'paragraph']);
    expect(place?.occurrences.map(({ start, end }) => text[1]?.text.slice(start, end))).toEqual(['gender']);
  });

  it('V49: on the whole text and on what is absent stand apart; withdrawn ones at no place', () => {
    expect(placed.whole.map(({ kind }) => kind)).toEqual(['explanation-of-position']);
    expect(placed.nowhere.map(({ object }) => object.on)).toEqual(['absent']);
  });

  it('V50: who diverged from which paragraph', () => {
    const diverged = whoDiverged(id<ParagraphId>('p'), facts);
    expect(diverged.map(({ delegation: who, places }) => [who, places.length])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('V50: what a delegation put on record, withdrawn ones with it', () => {
    expect(
      onRecordOf(id<DelegationId>('c'), facts).map(({ how, declaration: { withdrawnAt } }) => [
        how,
        withdrawnAt,
      ]),
    ).toEqual([
      ['through-group', null],
      ['itself', null],
      ['itself', null],
      ['itself', at(9)],
    ]);
  });

  it('V50: where a term was objected to', () => {
    const answer = whereObjected('Gender', facts);
    expect(answer.occurrences.map(({ paragraph: where }) => where)).toEqual(['p', 'q']);
    expect(answer.declarations.map(({ declaration: { holder }, as }) => [holder.id, as])).toEqual([
      ['b', 'gender'],
      ['c', 'gender pay gap'],
    ]);
    expect(whereObjected('labour', facts)).toEqual({ occurrences: [], declarations: [] });
  });

  it('V113: what was filed on other words is told, and not counted; a paragraph that is gone is shown by itself', () => {
    const other: DeclarationsFacts = {
      ...facts,
      paragraphs: text.slice(0, 2),
      declarations: declarations.slice(0, 2).concat(filed({ objects: onParagraphs('r') })),
      wordsThen: () => 'It read otherwise.',
    };
    const { paragraphs, nowhere } = placeDeclarations(other);
    expect(
      paragraphs.map(({ label, places, governmental }) => [
        label,
        places.map(({ declaration: { holder }, words }) => `${holder.id} ${words}`),
        governmental.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['p', ['a other', 'b same'], ['reservation']],
      ['q', ['a other', 'b same'], ['reservation']],
    ]);
    expect(nowhere.map(({ object }) => object)).toEqual([{ on: 'paragraph', paragraph: 'r', label: 'r' }]);
    expect(whoDiverged(id<ParagraphId>('p'), other).map(({ delegation: who }) => who)).toEqual(['b']);
  });

  it('V43: times are those of the server', () => {
    expect(declarations.every(({ by }) => by.at === (at(5) satisfies IsoTime))).toBe(true);
  });
});
