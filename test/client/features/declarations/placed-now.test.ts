import { describe, expect, it } from 'vitest';
import { placedNow } from '../../../../client/features/declarations/drafting/placed-now.ts';
import type { SurfaceParagraph } from '../../../../client/ui/text-surface.ts';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import { type SearchableText, searchable } from '../../../../shared/domain/term-occurrences.ts';
import type { Declaration, DeclarationObject } from '../../../../shared/model/declaration.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../../shared/model/paragraph.ts';
import { signed } from '../../../shared/domain/register-sketch.ts';

const id = <Id extends string>(text: string) => text as Id;
const [rev1, rev2] = [id<VersionId>('rev1'), id<VersionId>('rev2')];

function paragraph(name: string, text: string, kind: ParagraphKind = 'operative'): SurfaceParagraph {
  const level = kind === 'item' ? 1 : 0;
  return { id: id<ParagraphId>(name), from: [], kind, level, label: name, text };
}

const published = [
  paragraph('1', 'We counter hate speech.'),
  paragraph('(a)', 'By law,', 'item'),
  paragraph('2', 'We thank.'),
];

function filed(name: string, holder: string, version: VersionId, objects: DeclarationObject[]): Declaration {
  return {
    id: name,
    documentId: id<DocumentId>('d'),
    kind: 'reservation',
    holder: { noun: 'delegation', id: id<DelegationId>(holder) },
    joined: [],
    version,
    objects,
    statement: { language: 'en', text: 'We reserve.' },
    original: null,
    grounds: [],
    recording: null,
    written: null,
    filed: 'before-adoption',
    correctedAt: null,
    withdrawnAt: null,
    by: signed(holder, 1),
  };
}
const on = (name: string): DeclarationObject => ({
  on: 'paragraph',
  paragraph: id<ParagraphId>(name),
  label: name,
});

/** What stands where in a text, said in short. */
function look(declarations: readonly Declaration[], now: readonly SurfaceParagraph[], text?: SearchableText) {
  const answer: DeclarationsAnswer = {
    head: 1,
    version: { id: rev2, name: 'Rev.2', adopted: false },
    declarations: declarations.map(({ id: name, holder }) => ({
      id: name,
      revision: 1,
      row: null,
      governmental: holder.id === 'a',
      voices: [{ delegation: id<DelegationId>(holder.id), through: 'itself', except: [] }],
      joinedEarlier: [],
    })),
    paragraphs: [],
    whole: [],
    nowhere: [],
    delegation: null,
    term: null,
  };
  const placed = placedNow(
    answer,
    {
      declarations: new Map(declarations.map((one) => [one.id, one])),
      directory: {
        participants: new Map(),
        delegations: new Map(
          (['government', 'civil-society'] as const).map((constituency, k) => {
            const delegation = id<DelegationId>(k === 0 ? 'a' : 's');
            return [delegation, { id: delegation, name: delegation, constituency, region: null }];
          }),
        ),
      },
    },
    now,
    text ?? searchable(now),
    new Map([
      [rev1, new Map([[id<ParagraphId>('2'), 'We thank the hosts.']])],
      [rev2, new Map(published.map((one) => [one.id, one.text]))],
    ]),
  );
  return {
    at: placed.paragraphs.map(({ label, governmental, nonGovernmental, places }) => [
      label,
      governmental.reduce((sum, { declarations: count }) => sum + count, 0),
      nonGovernmental.reduce((sum, { declarations: count }) => sum + count, 0),
      places.map(({ declaration, words }) => `${declaration} ${words}`).join(),
    ]),
    whole: placed.whole,
    nowhere: placed.nowhere.map(({ declaration }) => declaration),
  };
}

describe('declarations in a text that is being written', () => {
  it('U250: stand where they stand in the version while nothing was changed, cited as there', () => {
    expect(
      look([filed('x', 'a', rev2, [on('(a)'), { on: 'text' }]), filed('y', 's', rev2, [on('1')])], published),
    ).toEqual({
      at: [
        ['1', 0, 1, 'y same'],
        ['1 (a)', 1, 0, 'x same'],
      ],
      whole: ['x'],
      nowhere: [],
    });
  });

  it('U250: on words that are others by now they are told and not counted, and counted again when those come back', () => {
    const filedOnOne = [filed('x', 'a', rev2, [on('1')])];
    const reworded = [paragraph('1', 'We counter hate.'), ...published.slice(1)];
    expect(look(filedOnOne, reworded).at).toEqual([['1', 0, 0, 'x other']]);
    expect(look(filedOnOne, published).at).toEqual([['1', 1, 0, 'x same']]);
  });

  it('U250: the words are those of the version it was filed on, not of the latest', () => {
    const early = [filed('x', 'a', rev1, [on('2')])];
    expect(look(early, published).at).toEqual([['2', 0, 0, 'x other']]);
    const asThen = [...published.slice(0, 2), paragraph('2', 'We thank the hosts.')];
    expect(look(early, asThen).at).toEqual([['2', 1, 0, 'x same']]);
  });

  it('U250: a term is marked where it is written now, and nowhere once it is gone', () => {
    const reserved = [filed('x', 'a', rev2, [{ on: 'term', term: 'hate speech' }])];
    const moved = [paragraph('1', 'We counter hate.'), paragraph('1 bis', 'Hate speech is defined by law.')];
    expect(look(reserved, moved).at).toEqual([['1 bis', 1, 0, 'x same']]);
    expect(look(reserved, [paragraph('1', 'We counter hate.')])).toEqual({
      at: [],
      whole: [],
      nowhere: ['x'],
    });
  });

  it('U250: a paragraph that was taken out has no place, and what was filed on it is not lost', () => {
    const { at, nowhere } = look([filed('x', 'a', rev2, [on('1')])], published.slice(1));
    expect([at, nowhere]).toEqual([[], ['x']]);
  });

  it('U251: a text looked at before is folded again only where it changed', () => {
    const first = searchable(published);
    const next = searchable([paragraph('1', 'We counter hate.'), ...published.slice(1)], first);
    expect(next.map((one, k) => one === first[k])).toEqual([false, true, true]);
    const reserved = [filed('x', 'a', rev2, [{ on: 'term', term: 'law' }])];
    expect(look(reserved, published, next).at).toEqual([['1 (a)', 1, 0, 'x same']]);
  });
});
