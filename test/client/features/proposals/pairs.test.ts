import { describe, expect, it } from 'vitest';
import { shownChange, textOf } from '../../../../client/features/proposals/amendment/shown-change.ts';
import {
  contested,
  pairsOf,
  type Rival,
  together,
} from '../../../../client/features/proposals/competing/pairs.ts';
import type { ChangeId } from '../../../../shared/model/ids.ts';
import type { Proposal, ProposedChange } from '../../../../shared/model/proposal.ts';
import { paragraph } from './sketch.ts';

const P = paragraph('p', 'We commit to strengthen safe and open access for all countries by 2030.', '12');

function rival(id: string, act: ProposedChange['act'], text = ''): Rival {
  const change: ProposedChange = {
    id: id as ChangeId,
    act,
    paragraph: P.id,
    base: { label: '12', kind: 'operative', level: 0, runs: P.runs },
    wording: text === '' ? [] : [{ kind: 'operative', level: 0, runs: [{ text }] }],
    after: null,
  };
  return { proposal: { id } as unknown as Proposal, shown: shownChange(change, [P]) };
}

const CARE = 'We commit to urgently strengthen safe and open access for all countries by 2030.';
const YEAR = 'We commit to strengthen safe and open access for all countries by 2028.';
const OTHER_YEAR = 'We commit to strengthen safe and open access for all countries by 2035.';

describe('U95: proposals on one paragraph are shown against each other', () => {
  it('two that change different words combine, and the combined wording holds both', () => {
    const [pair] = pairsOf(P, [rival('a', 'replace', CARE), rival('b', 'replace', YEAR)]);
    expect(pair?.meeting).toBe('combine');
    expect(textOf(pair?.wording ?? [])).toBe(
      'We commit to urgently strengthen safe and open access for all countries by 2028.',
    );
  });

  it('two that change the same words collide, in those words', () => {
    const pairs = pairsOf(P, [rival('a', 'replace', YEAR), rival('b', 'replace', OTHER_YEAR)]);
    expect(contested(pairs).map(({ start, end }) => P.text.slice(start, end).trim())).toEqual(['2030']);
    const three = [CARE, YEAR, OTHER_YEAR].map((text, k) => rival(`${k}`, 'replace', text));
    expect(together(P, three)).toBeNull();
  });

  it('three that combine two by two are read together', () => {
    const rivals = [
      rival('a', 'replace', CARE),
      rival('b', 'replace', YEAR),
      rival('c', 'replace', P.text.replace('open access', 'open and affordable access')),
    ];
    const all = together(P, rivals);
    expect(all === null ? null : textOf(all)).toBe(
      'We commit to urgently strengthen safe and open and affordable access for all countries by 2028.',
    );
  });

  it('a deletion collides with other wording, and two deletions are the same', () => {
    const kinds = pairsOf(P, [rival('a', 'delete'), rival('b', 'replace', CARE), rival('c', 'delete')]).map(
      ({ meeting }) => meeting,
    );
    expect(kinds).toEqual(['collide', 'same', 'collide']);
  });

  it('what is put behind the paragraph leaves its words to others', () => {
    const [pair] = pairsOf(P, [rival('a', 'insert-after', 'And more.'), rival('b', 'replace', CARE)]);
    expect([pair?.meeting, pair?.wording]).toEqual(['combine', null]);
  });
});
