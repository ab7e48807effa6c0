import { describe, expect, it } from 'vitest';
import { createStage } from './stage.ts';

describe('what a room counts', () => {
  it('W1: joins, updates, windows, acknowledgements, presence and seats', async () => {
    const stage = createStage();
    const { counters } = stage;
    const ada = await stage.enter('ada', 'drafter');
    const rui = await stage.enter('rui', 'observer');
    expect(counters.loads).toBe(1);
    expect(counters.joinsWithFullState).toBe(2);
    expect(counters.opened).toEqual({ writer: 1, reader: 1, listener: 0 });
    const before = { ...counters };
    ada.text.insert(0, 'words');
    await stage.quiet();
    expect(counters.updatesAdmitted).toBe(before.updatesAdmitted + 1);
    expect(counters.updatesCommitted).toBe(counters.updatesAdmitted);
    expect(counters.windowsCommitted).toBe(before.windowsCommitted + 1);
    expect(counters.appendSeconds.counts.reduce((sum, n) => sum + n, 0)).toBe(counters.windowsCommitted);
    expect(counters.framesIn).toBeGreaterThan(before.framesIn);
    rui.drop();
    expect(counters.closed).toEqual({ writer: 0, reader: 1, listener: 0 });
  });
});
