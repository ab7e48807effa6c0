import { describe, expect, it } from 'vitest';
import { onRecordOf, whereObjected, whoDiverged } from '../../../shared/domain/declaration-answers.ts';
import { type DeclarationsFacts, placeDeclarations } from '../../../shared/domain/declaration-places.ts';
import { voicesOf } from '../../../shared/domain/declaration-voices.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, DocumentId, GroupId, IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import { filed, id, onParagraphs, text } from './declaration-sketch.ts';
import { all, delegation, one } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

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
