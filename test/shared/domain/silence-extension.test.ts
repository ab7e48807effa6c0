import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../../shared/domain/silence.ts';
import { EXTENSIONS, extendSilence, milestonesExtended } from '../../../shared/domain/silence-extension.ts';
import { duePast, nextDeadline, silenceAt } from '../../../shared/domain/silence-outcome.ts';
import type { DocumentId, IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { Milestone } from '../../../shared/model/milestone.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../shared/model/silence.ts';
import { seeded } from '../../seeded.ts';
import { one } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

const documentId = 'd' as DocumentId;
const silence: SilenceProcedure = {
  id: 's',
  documentId,
  version: 'v1' as VersionId,
  opensAt: at(0),
  deadline: at(60),
  letter: 'Excellencies',
  outcome: 'running',
  decidedAt: null,
  by: signed('f', 0),
};
const extend = (to: string, minute = 5, of: SilenceProcedure = silence, letter = '') =>
  extendSilence(of, { deadline: to as IsoTime, letter }, signed('g', minute));
const extended = (...given: Parameters<typeof extend>): SilenceProcedure => {
  const result = extend(...given);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value.row;
};
const objection = (minute: number, withdrawn: number | null = null): SilenceObjection => ({
  id: 'o',
  documentId,
  silence: 's',
  holder: one('a'),
  places: [],
  reason: 'because',
  proposal: null,
  withdrawnAt: withdrawn === null ? null : at(withdrawn),
  by: signed('a', minute),
});

describe('more time', () => {
  const often = Array.from({ length: EXTENSIONS }, (_, k) => k).reduce(
    (of, k) => extended(at(61 + k), 5, of),
    silence,
  );
  const refused: readonly (readonly [string, Result<unknown, Problem>, string])[] = [
    ['the deadline that stands', extend(at(60)), 'invalid-fields'],
    ['a millisecond before it', extend('2026-01-01T00:59:59.999Z'), 'invalid-fields'],
    ['an earlier one, though it lies in the future', extend(at(30)), 'invalid-fields'],
    ['one before the opening', extend(at(-5)), 'invalid-fields'],
    ['no time', extend('soon'), 'invalid-fields'],
    ['at the deadline', extend(at(90), 60), 'too-late'],
    ['long after it', extend(at(9000), 600), 'too-late'],
    ['after the ending', extend(at(90), 5, { ...silence, outcome: 'ended', decidedAt: at(4) }), 'too-late'],
    ['a broken one', extend(at(90), 5, { ...silence, outcome: 'broken', decidedAt: at(60) }), 'too-late'],
    ['a kept one', extend(at(90), 5, { ...silence, outcome: 'kept', decidedAt: at(60) }), 'too-late'],
    ['below a deadline that was moved', extend(at(80), 5, extended(at(90))), 'invalid-fields'],
    ['without end', extend(at(999), 5, often), 'phase-conflict'],
  ];
  it.each(refused)('V68: %s is refused', (_, result, code) => {
    expect(result.ok ? 'ok' : result.error.code).toBe(code);
  });

  it('V68: only while it runs, to a later deadline, with the one before kept, and nothing else changed', () => {
    const row = extended('2026-01-01T03:00:00+01:00', 5, silence, 'As you asked.');
    const by = signed('g', 5);
    expect(row).toEqual({
      ...silence,
      deadline: at(120),
      extensions: [{ from: at(60), to: at(120), letter: 'As you asked.', by }],
    });
    // The last millisecond of the old deadline is in time, and so is a second extension after it.
    const inTime = { ...by, at: '2026-01-01T00:59:59.999Z' as IsoTime };
    expect(extendSilence(silence, { deadline: at(61), letter: '' }, inTime).ok).toBe(true);
    const twice = extended(at(180), 100, row);
    expect(twice.extensions?.map(({ from, to }) => [from, to])).toEqual([
      [at(60), at(120)],
      [at(120), at(180)],
    ]);
    expect(twice.extensions?.[0]).toEqual(row.extensions?.[0]);
  });

  it('V60, V68: less than 72 hours is told of the silence as a whole, not of what was added', () => {
    const warned = (result: ReturnType<typeof extend>) => result.ok && result.value.warnings;
    expect(warned(extend('2026-01-03T23:59:59.999Z'))).toEqual(['shorter-than-72-hours']);
    expect(warned(extend('2026-01-04T00:00:00.000Z'))).toEqual([]);
    const long = { ...silence, deadline: '2026-01-09T00:00:00.000Z' as IsoTime };
    expect(warned(extend('2026-01-09T01:00:00.000Z', 5, long))).toEqual([]);
  });

  it.each([
    ['an objection from before stands', objection(5), 'broken'],
    ['one after the old deadline counts', objection(90), 'broken'],
    ['one at the new deadline does not', objection(120), 'kept'],
    ['one taken back after the old deadline breaks nothing', objection(5, 90), 'kept'],
    ['one taken back at the new deadline does', objection(5, 120), 'broken'],
  ])('V68: %s', (_, made, outcome) => {
    const row = extended(at(120));
    expect(isRunning(row, at(60))).toBe(true);
    expect(silenceAt(row, [made], at(60))).toBe(row);
    expect(duePast([row], [made], at(119))).toEqual([]);
    expect(nextDeadline([row])).toBe(at(120));
    expect(silenceAt(row, [made], at(120))).toMatchObject({ outcome, decidedAt: at(120) });
  });
});

describe('more time, whatever is asked for when', () => {
  it('V68: the deadline only grows, nothing of what it was is lost, and one outcome follows from where it stands', () => {
    const minute = fc.integer({ min: -10, max: 400 });
    const act = fc.record({ after: fc.integer({ min: 0, max: 40 }), to: minute });
    const acts = fc.array(act, { maxLength: 30 });
    const made = fc.tuple(minute, fc.option(minute));
    fc.assert(
      fc.property(acts, made, ([...asked], [objected, withdrawn]) => {
        let [row, now] = [silence, 0];
        let stands = 60;
        for (const { after, to } of asked) {
          now += after;
          const result = extend(at(to), now, row);
          const may = now < stands && to > stands && (row.extensions?.length ?? 0) < EXTENSIONS;
          expect(result.ok).toBe(may);
          if (!result.ok) continue;
          row = result.value.row;
          stands = to;
        }
        const { extensions = [] } = row;
        expect([at(60), ...extensions.map(({ to }) => to)]).toEqual([
          ...extensions.map(({ from }) => from),
          row.deadline,
        ]);
        expect(row.deadline).toBe(at(stands));
        const counts = objected < stands && (withdrawn === null || withdrawn >= stands);
        const settled = silenceAt(row, [objection(objected, withdrawn)], at(500));
        expect(settled).toMatchObject({ outcome: counts ? 'broken' : 'kept', decidedAt: at(stands) });
      }),
      seeded(300),
    );
  });
});

describe('milestones', () => {
  const milestone: Milestone = {
    id: 'm',
    documentId,
    kind: 'silence',
    name: 'Silence procedure',
    planned: at(60),
    actual: null,
    window: { opensAt: at(0), closesAt: at(60), timeZone: 'America/New_York' },
    version: null,
    withdrawnAt: null,
    by: signed('f', 0),
  };
  const window = { opensAt: at(0), closesAt: at(120), timeZone: 'America/New_York' };
  it.each([
    ['the window moves, and the planned day that is its end', milestone, { planned: at(120), window }],
    ['a planned day of its own stays', { ...milestone, planned: at(7) }, { planned: at(7), window }],
    ['reached, its plan stays', { ...milestone, actual: at(1) }, { planned: at(60), actual: at(1), window }],
    ['one that ends at another time', { ...milestone, window: { ...window, closesAt: at(61) } }, null],
    ['one without a window', { ...milestone, window: null }, null],
    ['one that is off the roadmap', { ...milestone, withdrawnAt: at(3) }, null],
    ['a consultation', { ...milestone, kind: 'consultation' as const }, null],
  ])('V69: %s', (_, row: Milestone, changed) => {
    expect(milestonesExtended([row], at(60), at(120))).toEqual(
      changed === null ? [] : [{ ...row, ...changed }],
    );
  });
});
