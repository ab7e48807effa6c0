import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endSilence,
  objectToSilence,
  openSilence,
  withdrawObjection,
} from '../../../shared/domain/silence.ts';
import { brokenPlaces, duePast, nextDeadline, silenceAt } from '../../../shared/domain/silence-outcome.ts';
import type { DocumentId, IsoTime, ParagraphId, ProposalId, VersionId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../shared/model/silence.ts';
import { seeded } from '../../seeded.ts';
import { one, paragraph } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

const documentId = 'd' as DocumentId;
const silence: SilenceProcedure = {
  id: 's',
  documentId,
  version: 'v1' as VersionId,
  opensAt: at(0),
  deadline: at(60),
  letter: '',
  outcome: 'running',
  decidedAt: null,
  by: signed('f', 0),
};
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'ok' : result.error.code);
const text = [
  paragraph('h', 'Principles', { kind: 'heading', level: 1 }),
  paragraph('p', 'We commit to:'),
  paragraph('i', 'bridge divides', { kind: 'item', level: 1 }),
  paragraph('q', 'We recall.'),
];
const open = (deadline: string, procedures: SilenceProcedure[] = [], latest = 'v1') =>
  openSilence(
    { version: 'v1' as VersionId, deadline: deadline as IsoTime, letter: '' },
    { id: 's', documentId, latest: latest as VersionId, procedures, adoption: null, by: signed('f', 0) },
  );
const object = (
  places: readonly (readonly [string, boolean])[],
  { minute = 5, reason = 'because', proposal = null as ProposalId | null, of = silence } = {},
) =>
  objectToSilence(
    {
      places: places.map(([id, chapeau]) => ({ paragraph: id as ParagraphId, chapeau })),
      reason,
      proposal,
    },
    {
      id: 'o',
      documentId,
      silence: of,
      holder: one('a'),
      paragraphs: text,
      knowsProposal: false,
      by: signed('a', minute),
    },
  );
const objection = (minute: number, withdrawn: number | null = null): SilenceObjection => {
  const made = object([['q', false]], { minute: 5 });
  if (!made.ok) throw new Error(made.error.detail);
  return { ...made.value, by: signed('a', minute), withdrawnAt: withdrawn === null ? null : at(withdrawn) };
};

describe('silence', () => {
  it('V60: runs until its deadline; shorter than 72 hours is told and not refused', () => {
    const [short, long] = [open('2026-01-03T23:59:59.999Z'), open('2026-01-04T01:00:00+01:00')];
    expect(short.ok && short.value.warnings).toEqual(['shorter-than-72-hours']);
    expect(long.ok && [long.value.row.deadline, long.value.warnings]).toEqual([
      '2026-01-04T00:00:00.000Z',
      [],
    ]);
  });

  const refused: readonly (readonly [string, Result<unknown, Problem>, string])[] = [
    ['V60: a deadline that has passed', open(at(0)), 'invalid-fields'],
    ['V60: no time', open('soon'), 'invalid-fields'],
    ['V61: an earlier version', open(at(60), [], 'v2'), 'invalid-fields'],
    ['V61: one at a time', open(at(60), [silence]), 'phase-conflict'],
    ['V62: objecting at the deadline is too late', object([['q', false]], { minute: 60 }), 'too-late'],
    ['V62: an ended silence', object([['q', false]], { of: { ...silence, outcome: 'ended' } }), 'too-late'],
    ['V63: without a place', object([]), 'invalid-fields'],
    ['V63: without a reason', object([['q', false]], { reason: ' ' }), 'invalid-fields'],
    ['V63: an unknown paragraph', object([['x', false]]), 'invalid-fields'],
    ['V63: a chapeau of nothing', object([['q', true]]), 'invalid-fields'],
    ['V63: an unknown amendment', object([['q', false]], { proposal: 'x' as ProposalId }), 'invalid-fields'],
    ['V64: withdrawing for others', withdrawObjection(objection(5), silence, false, at(6)), 'not-permitted'],
    ['V64: withdrawing twice', withdrawObjection(objection(5, 6), silence, true, at(7)), 'withdrawn'],
    ['V64: withdrawing at the deadline', withdrawObjection(objection(5), silence, true, at(60)), 'too-late'],
    ['V66: ending what is over', endSilence(silence, at(60)), 'too-late'],
  ];
  it.each(refused)('%s', (_, result, code) => {
    expect(codeOf(result)).toBe(code);
  });

  it('V62: a millisecond before the deadline is in time', () => {
    const late = objection(5);
    const by = { ...late.by, at: '2026-01-01T00:59:59.999Z' as IsoTime };
    expect(silenceAt(silence, [{ ...late, by }], at(60)).outcome).toBe('broken');
    expect(silenceAt(silence, [{ ...late, by: { ...by, at: at(60) } }], at(60)).outcome).toBe('kept');
  });

  it('V63: names paragraphs with their labels, chapeaux apart, each once', () => {
    const made = object([
      ['p', true],
      ['p', false],
      ['h', true],
      ['p', true],
    ]);
    expect(made.ok && made.value.places.map(({ label, chapeau }) => [label, chapeau])).toEqual([
      ['p', true],
      ['p', false],
      ['h', true],
    ]);
  });

  it('V65: the outcome is the same whenever it is asked, and recorded once', () => {
    const minute = fc.integer({ min: 0, max: 120 });
    const words = fc.array(fc.tuple(minute, fc.option(minute)), { maxLength: 4 });
    fc.assert(
      fc.property(words, minute, minute, (said, soon, long) => {
        const objections = said.map(([made, withdrawn]) => objection(made, withdrawn));
        const oracle = said.some(([made, w]) => made < 60 && (w === null || w >= 60)) ? 'broken' : 'kept';
        const first = silenceAt(silence, objections, at(60 + soon));
        expect(first).toMatchObject({ outcome: oracle, decidedAt: at(60) });
        expect(silenceAt(silence, objections, at(600 + long))).toEqual(first);
        expect(duePast([silence], objections, at(60 + soon))).toEqual([first]);
        expect(duePast([first], [...objections, objection(3)], at(600))).toEqual([]);
        expect(silenceAt(silence, objections, at(59))).toBe(silence);
      }),
      seeded(200),
    );
  });

  it('V124: an objection that a clock set back stamped earlier than the opening breaks it', () => {
    expect(silenceAt(silence, [objection(-60)], at(60)).outcome).toBe('broken');
  });

  it('V66: ended early it has no outcome, whoever objected', () => {
    const ended = endSilence(silence, at(9));
    if (!ended.ok) throw new Error('not ended');
    expect(silenceAt(ended.value, [objection(5)], at(600))).toBe(ended.value);
    expect(nextDeadline([ended.value])).toBe(null);
    expect(nextDeadline([ended.value, silence])).toBe(at(60));
  });

  it('V67: what broke it, in reading order, with who objected', () => {
    const objections = [
      { ...objection(5), id: 'o1' },
      {
        ...objection(6),
        id: 'o2',
        holder: one('b'),
        places: [{ paragraph: 'p' as ParagraphId, label: '1', chapeau: true }, ...objection(5).places],
      },
      { ...objection(7, 8), id: 'o3' },
    ];
    expect(
      brokenPlaces(silence, objections, text).map(({ paragraph: id, chapeau, by }) => [
        id,
        chapeau,
        by.map((x) => x.objection),
      ]),
    ).toEqual([
      ['p', true, ['o2']],
      ['q', false, ['o1', 'o2']],
    ]);
  });
});
