import { describe, expect, it } from 'vitest';
import { atOnce, mapInSteps } from '../../../shared/model/steps.ts';

describe('work in steps', () => {
  it('H24: comes to the same at once and in steps, one item a step', () => {
    const done: number[] = [];
    const steps = mapInSteps([3, 4], (item, index) => {
      done.push(item);
      return item * 10 + index;
    });
    expect(done).toEqual([]);
    expect(steps.next()).toEqual({ done: false, value: undefined });
    expect(done).toEqual([3]);
    steps.next();
    expect(steps.next()).toEqual({ done: true, value: [30, 41] });
    expect(atOnce(mapInSteps([3, 4], (item, index) => item * 10 + index))).toEqual([30, 41]);
  });
});
