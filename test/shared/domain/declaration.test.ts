import { describe, expect, it } from 'vitest';
import type { WantedDeclaration } from '../../../shared/domain/declaration.ts';
import {
  correctDeclaration,
  joinDeclaration,
  joinedEarlierWords,
  leaveDeclaration,
  withdrawDeclaration,
} from '../../../shared/domain/declaration-change.ts';
import type { Declaration } from '../../../shared/model/declaration.ts';
import type { DelegationId, VersionId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { adoption, closed, file, filed, id, onParagraphs, text, wants } from './declaration-sketch.ts';
import { one } from './position-sketch.ts';
import { at } from './register-sketch.ts';

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
