import { describe, expect, it } from 'vitest';
import { AT, type Case, EVERYBODY, FACILITATORS, LATER, toldOf } from './notice-sketch.ts';

const silence = { id: 's1', outcome: 'running' };
const objection = { id: 'o1', silence: 's1', withdrawnAt: null as string | null };
const adoption = { id: 'd1', symbol: '', recordClosedAt: null as string | null };
const declaration = {
  id: 'r1',
  joined: [{ delegationId: 'b', at: AT, except: [] }],
  correctedAt: null as string | null,
  withdrawnAt: null as string | null,
};
const alignment = { id: 'x.g', group: 'g', aligns: true, except: [] as string[], since: AT };

const CASES: readonly Case[] = [
  [
    'a silence that is opened tells everybody',
    'silence',
    silence,
    null,
    [['silence-opened', 's1', EVERYBODY]],
  ],
  [
    'so does its outcome',
    'silence',
    { ...silence, outcome: 'broken' },
    silence,
    [['silence-settled', 's1', EVERYBODY]],
  ],
  [
    'and more time that was given',
    'silence',
    { ...silence, deadline: LATER },
    silence,
    [['silence-extended', 's1', EVERYBODY]],
  ],
  [
    'an ending that comes with another deadline is told of once, as an ending',
    'silence',
    { ...silence, deadline: LATER, outcome: 'ended' },
    silence,
    [['silence-settled', 's1', EVERYBODY]],
  ],
  ['a silence that stands as it was tells nobody', 'silence', silence, silence, []],
  ['an objection tells the facilitators', 'objection', objection, null, [['objected', 'o1', [FACILITATORS]]]],
  [
    'so does taking it back',
    'objection',
    { ...objection, withdrawnAt: LATER },
    objection,
    [['objection-withdrawn', 'o1', [FACILITATORS]]],
  ],
  ['the adoption tells everybody', 'adoption', adoption, null, [['adopted', 'd1', EVERYBODY]]],
  ['a mended symbol tells nobody', 'adoption', { ...adoption, symbol: 'A/1' }, adoption, []],
  [
    'the closing of the record tells everybody',
    'adoption',
    { ...adoption, recordClosedAt: LATER },
    adoption,
    [['record-closed', 'd1', EVERYBODY]],
  ],
  [
    'a declaration tells the facilitators',
    'declaration',
    declaration,
    null,
    [['declaration-filed', 'r1', [FACILITATORS]]],
  ],
  [
    'other words of it tell whoever had joined',
    'declaration',
    { ...declaration, correctedAt: LATER, joined: [] },
    declaration,
    [['declaration-changed', 'r1', [{ kind: 'delegation', delegationId: 'b' }]]],
  ],
  [
    'so does its withdrawal',
    'declaration',
    { ...declaration, withdrawnAt: LATER },
    declaration,
    [['declaration-changed', 'r1', [{ kind: 'delegation', delegationId: 'b' }]]],
  ],
  ['whoever joins tells nobody', 'declaration', declaration, { ...declaration, joined: [] }, []],
  [
    'an alignment tells the spokesperson of the group',
    'alignment',
    alignment,
    null,
    [['alignment-changed', 'x.g', [{ kind: 'delegation', delegationId: 's' }]]],
  ],
  [
    'so does another exception',
    'alignment',
    { ...alignment, except: ['p'] },
    alignment,
    [['alignment-changed', 'x.g', [{ kind: 'delegation', delegationId: 's' }]]],
  ],
  ['the same said again tells nobody', 'alignment', { ...alignment, since: LATER }, alignment, []],
  ['a group without a spokesperson has nobody to tell', 'alignment', { ...alignment, group: 'h' }, null, []],
];

describe('who is told of what', () => {
  it.each(CASES)('E3: %s', (_what, noun, after, before, told) => {
    expect(toldOf(noun, after, before)).toEqual(told);
  });
});
