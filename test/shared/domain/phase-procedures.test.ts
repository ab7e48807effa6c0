import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../../shared/domain/asked-deadline.ts';
import { decidePhase, windowIsOver } from '../../../shared/domain/phase.ts';
import {
  adopted,
  afterSilence,
  isUnderSilence,
  underSilence,
  withClosedRecord,
} from '../../../shared/domain/phase-procedures.ts';
import type { IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { AT, LATER, sampleDocument } from '../../contract/rows.ts';

const document = { ...sampleDocument(), phase: 'consultation' as const, closesAt: LATER };
const silence = (outcome: SilenceProcedure['outcome'], decidedAt: IsoTime | null) =>
  ({ outcome, decidedAt, opensAt: AT, deadline: LATER }) as SilenceProcedure;

describe('phases of silence and adoption', () => {
  it('V120, V122: a silence closes itself at its deadline, since when the next phase stands', () => {
    const frozen = underSilence(document, silence('running', null));
    expect(frozen).toMatchObject({ phase: 'silence', phaseSince: AT, closesAt: LATER });
    expect([isUnderSilence(frozen), windowIsOver(frozen, AT), windowIsOver(frozen, LATER)]).toEqual([
      true,
      false,
      true,
    ]);
    const next = (outcome: SilenceProcedure['outcome']) => afterSilence(frozen, silence(outcome, LATER));
    expect(next('kept')).toMatchObject({ phase: 'adoption', phaseSince: LATER, closesAt: null });
    expect([next('broken').phase, next('ended').phase]).toEqual(['negotiation', 'negotiation']);
    expect(() => afterSilence(frozen, silence('running', null))).toThrow('running');
  });

  it('V121: the phase is not set by hand while it runs; a phase without a procedure is', () => {
    const change = { phase: 'drafting' as const, closesAt: null };
    const frozen = underSilence(document, silence('running', null));
    expect(decidePhase(frozen, change, AT)).toMatchObject({ ok: false, error: { code: 'phase-conflict' } });
    expect(decidePhase({ ...frozen, closesAt: null }, change, AT).ok).toBe(true);
  });

  it('V126, V127: nor after adoption, with the record open or closed', () => {
    const final = adopted(document, 'v1' as VersionId, AT);
    expect(final).toMatchObject({
      phase: 'adoption',
      closesAt: null,
      adoption: { at: AT, recordClosedAt: null },
    });
    const done = withClosedRecord(final, LATER);
    expect(done).toMatchObject({ phase: 'closed', adoption: { at: AT, recordClosedAt: LATER } });
    for (const one of [final, done])
      expect(decidePhase(one, { phase: 'negotiation', closesAt: null }, LATER)).toMatchObject({
        error: { code: 'phase-conflict', detail: expect.stringContaining('adopted') },
      });
    expect(() => withClosedRecord(document, AT)).toThrow('adopted');
  });

  it('V128: a deadline is an instant, or the later reading of a wall time with a word on it', () => {
    const zone = 'America/New_York';
    const read = (wall: string, timeZone = zone) => readDeadline({ wall, timeZone });
    expect(readDeadline(AT)).toEqual({ ok: true, value: { deadline: AT, warnings: [] } });
    expect(read('2027-03-14T02:30')).toEqual({
      ok: true,
      value: { deadline: '2027-03-14T07:30:00.000Z', warnings: ['wall-time-skipped'] },
    });
    expect(read('2027-11-07T01:30')).toMatchObject({ value: { warnings: ['wall-time-repeated'] } });
    expect(read('2027-11-31T01:30')).toMatchObject({ error: { fields: [{ field: 'deadline.wall' }] } });
    expect(read('2027-11-07T01:30', '+02:00')).toMatchObject({
      error: { fields: [{ field: 'deadline.timeZone' }] },
    });
  });
});
