import { describe, expect, it } from 'vitest';
import {
  adopted,
  afterSilence,
  underSilence,
  withClosedRecord,
} from '../../../shared/domain/phase-procedures.ts';
import { phaseTold } from '../../../shared/domain/phase-told.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { DocumentId, IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';

const at = (day: number): IsoTime => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z` as IsoTime;

const drafting: OutcomeDocument = {
  id: 'document' as DocumentId,
  title: 'Sample',
  phase: 'drafting',
  phaseSince: at(1),
  closesAt: null,
  workingText: 'team',
  register: 'public',
  createdAt: at(1),
  sample: false,
};
const silence = (deadline: IsoTime, more: object = {}): SilenceProcedure =>
  ({ opensAt: at(2), deadline, outcome: 'running', decidedAt: null, ...more }) as SilenceProcedure;
const silent = underSilence(drafting, silence(at(6)));
const kept = afterSilence(silent, silence(at(6), { outcome: 'kept', decidedAt: at(6) }));
const final = adopted(kept, 'v' as VersionId, at(7));
const consultation = (closesAt: IsoTime | null): OutcomeDocument => ({
  ...drafting,
  phase: 'consultation',
  closesAt,
});

describe('what is told of a phase', () => {
  it.each([
    ['a silence that is extended', silent, underSilence(silent, silence(at(9))), true],
    ['a window whose end is moved', consultation(at(5)), consultation(at(8)), true],
    ['a window that gets an end', consultation(null), consultation(at(8)), true],
    ['a silence that begins', drafting, silent, false],
    ['a silence that ends', silent, kept, false],
    ['a window that closes', consultation(at(5)), { ...drafting, phaseSince: at(5) }, false],
    ['an adoption, in the phase of before', kept, final, false],
    ['a record that is closed', final, withClosedRecord(final, at(9)), false],
    ['another audience', silent, { ...silent, workingText: 'public' as const, closesAt: at(9) }, false],
    ['another register', silent, { ...silent, register: 'participants' as const, closesAt: at(9) }, false],
  ])('P9: %s: only its end moved: %s', (_what, before, after, only) => {
    const { phase, closesAt } = after;
    const told = { kind: 'phase-changed', phase, closesAt };
    // As it is after the store, which hands out what is equal and not the same.
    expect(phaseTold(before, structuredClone(after))).toEqual(only ? { ...told, only: 'closesAt' } : told);
  });
});
