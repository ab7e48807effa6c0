import { describe, expect, it } from 'vitest';
import type { RunResult, Scenario } from '../../bench/rooms/core/scenario.ts';
import { summarise } from '../../bench/rooms/report.ts';

const SOUND = { lost: 0, doubled: 0, gaps: 0, converged: true };
const run = (cost: number, soundness: RunResult['soundness'] = SOUND, more = {}): RunResult => ({
  figures: { cost, ...more },
  soundness,
});
const scenario = (targets: Scenario['targets'], derive?: Scenario['derive']): Scenario => ({
  name: 'trial',
  title: 'A trial',
  servers: ['sounding-board', 'hocuspocus'],
  figures: { cost: 'cost µs' },
  targets,
  rounds: 3,
  ...(derive === undefined ? {} : { derive }),
  run: async () => run(1),
});

describe('the report of the bench', () => {
  const runs = { 'sounding-board': [run(2), run(9), run(3)], hocuspocus: [run(10), run(11), run(12)] };

  it.each([
    [{ figure: 'cost', against: 'hocuspocus', atMost: 0.3 } as const, 'asked ≤ 0.3, measured 0.27, holds'],
    [{ figure: 'cost', against: 'hocuspocus', atMost: 0.2 } as const, 'asked ≤ 0.2, measured 0.27, MISSED'],
    [{ figure: 'cost', against: 'hocuspocus', atLeast: 1 } as const, 'asked ≥ 1, measured 0.27, MISSED'],
    [{ figure: 'cost', atMost: 3 } as const, 'asked ≤ 3, measured 3.00, holds'],
  ])('compares medians with a bound: %j', (target, verdict) => {
    expect(summarise(scenario([target]), runs).lines.join('\n')).toContain(verdict);
  });

  it('says nothing of a server that did not run, and misses what has no figure', () => {
    const alone = { 'sounding-board': [run(Number.NaN)] };
    const targets = [
      { figure: 'cost', against: 'relay', atMost: 1 },
      { figure: 'cost', atMost: 1 },
    ] as const;
    const verdicts = summarise(scenario(targets), alone).lines.filter((line) => line.includes('asked'));
    expect(verdicts).toEqual(['cost µs: asked ≤ 1, measured –, MISSED']);
  });

  it('holds nothing against a server that did not come to its end', () => {
    const broken = { 'sounding-board': [run(2)], hocuspocus: [run(Number.NaN)] };
    const target = { figure: 'cost', against: 'hocuspocus', atMost: 0.3 } as const;
    expect(summarise(scenario([target]), broken).lines.join('\n')).toContain(
      'asked ≤ 0.3, NO RATIO: hocuspocus did not come to its end',
    );
  });

  it.each([
    ['lost', { ...SOUND, lost: 3 }, '3, yes'],
    ['doubled', { ...SOUND, doubled: 1 }, '0, doubled 1, yes'],
    ['not converged', { ...SOUND, converged: false }, '0, NO'],
  ])('fails a run of ours in which something was %s', (_, soundness, shown) => {
    const summary = summarise(scenario([]), { 'sounding-board': [run(1), run(1, soundness)] });
    expect(summary.sound).toBe(false);
    expect(summary.markdown).toContain(`| ${shown} |`);
  });

  it('does not fail for what a peer lost, but shows it', () => {
    const summary = summarise(scenario([]), {
      'sounding-board': [run(1)],
      hocuspocus: [run(1, { ...SOUND, lost: 7 })],
    });
    expect(summary.sound).toBe(true);
    expect(summary.markdown).toContain('| hocuspocus | 1.00 | 7, yes |');
  });

  it('marks runs beside which the clients or others were busy', () => {
    const busy = { 'sounding-board': [run(1, SOUND, { clientCore: 0.95, othersCore: 0.5 })] };
    const { lines } = summarise(scenario([]), busy);
    expect(lines.filter((line) => /clients were busy|Other programs/.test(line))).toHaveLength(2);
  });

  it('takes in figures that follow from those of all servers', () => {
    const derived = scenario([{ figure: 'cost', atMost: 1 }], () => ({ 'sounding-board': { cost: 0.5 } }));
    expect(summarise(derived, runs).lines.at(-1)).toContain('measured 0.50, holds');
  });
});
