import { describe, expect, it } from 'vitest';
import { afterWindow, decidePhase, windowIsOver } from '../../../shared/domain/phase.ts';
import { PHASES } from '../../../shared/model/document.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { AT, LATER, sampleDocument } from '../../contract/rows.ts';

const document = sampleDocument();

describe('phases', () => {
  it('H18: any phase may follow any other, and says since when', () => {
    for (const from of PHASES)
      for (const phase of PHASES) {
        const result = decidePhase({ ...document, phase: from }, { phase, closesAt: null }, LATER);
        if (from === phase) expect(!result.ok && result.error.code).toBe('phase-conflict');
        else expect(result).toMatchObject({ ok: true, value: { phase, phaseSince: LATER, closesAt: null } });
      }
  });

  it('H18: moving the end of a window keeps its beginning; its time is kept as the server prints it', () => {
    const open = {
      ...document,
      phase: 'consultation' as const,
      closesAt: '2026-10-05T00:00:00.000Z' as IsoTime,
    };
    const moved = decidePhase(
      open,
      { phase: 'consultation', closesAt: '2026-10-03T20:00:00+02:00' as IsoTime },
      LATER,
    );
    expect(moved).toMatchObject({
      ok: true,
      value: { phaseSince: AT, closesAt: '2026-10-03T18:00:00.000Z' },
    });
    const endless = decidePhase(open, { phase: 'consultation', closesAt: null }, LATER);
    expect(endless).toMatchObject({ ok: true, value: { closesAt: null } });
  });

  it('H18: a window is over at its time, and has been since then', () => {
    const open = { ...document, phase: 'consultation' as const, closesAt: LATER };
    expect([windowIsOver(open, AT), windowIsOver(open, LATER), windowIsOver(document, LATER)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(afterWindow(open)).toMatchObject({ phase: 'drafting', phaseSince: LATER, closesAt: null });
  });
});
