import { describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '../../../shared/model/document.ts';
import type { IsoTime, VersionId } from '../../../shared/model/ids.ts';
import { ROLES } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import { ACTIONS, type Action, ENDED_BY_ADOPTION, ENDED_BY_CLOSING } from '../../../shared/policy/table.ts';

const at = '2025-12-17T15:00:00.000Z' as IsoTime;
const adoption = { version: 'v9' as VersionId, at, recordClosedAt: null };
const document = (phase: Phase, recordClosedAt: IsoTime | null = null) => ({
  phase,
  workingText: 'participants' as const,
  register: 'participants' as const,
  adoption: { ...adoption, recordClosedAt },
});
const constituency = 'government' as const;

/** Whether anybody may, in any phase. */
const anybodyMay = (action: Action, recordClosedAt: IsoTime | null): boolean =>
  PHASES.some((phase) =>
    ROLES.some((role) => can({ role, constituency }, action, document(phase, recordClosedAt)).allowed),
  );

describe('an adopted document', () => {
  it('V75: the text and everything that worked on it have ended, whatever the phase and the role', () => {
    expect(ACTIONS.filter((action) => !anybodyMay(action, null))).toEqual(
      [...ENDED_BY_ADOPTION].sort(byTable),
    );
    expect(can({ role: 'facilitator', constituency: null }, 'text.write', document('drafting'))).toEqual({
      allowed: false,
      reason: 'adopted',
    });
  });

  it('V76: declarations go on until the record is closed', () => {
    const delegate = { role: 'delegate' as const, constituency };
    expect(can(delegate, 'declaration.file', document('adoption')).allowed).toBe(true);
    expect(can(delegate, 'declaration.file', document('adoption', at))).toEqual({
      allowed: false,
      reason: 'record-closed',
    });
    const ended = ACTIONS.filter((action) => !anybodyMay(action, at));
    expect(ended).toEqual([...ENDED_BY_ADOPTION, ...ENDED_BY_CLOSING].sort(byTable));
  });

  it('V75: reading goes on', () => {
    for (const action of ['text.view', 'version.view', 'register.view', 'audit.view'] as const)
      expect(can({ role: 'observer', constituency: null }, action, document('closed', at)).allowed).toBe(
        true,
      );
  });
});

const byTable = (a: Action, b: Action): number => ACTIONS.indexOf(a) - ACTIONS.indexOf(b);
