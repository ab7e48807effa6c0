import { describe, expect, it } from 'vitest';
import { createWatchers } from '../../../../client/api/events/watchers.ts';

describe('watchers of a store', () => {
  it('V106: what happens is followed from the first to the last of them, and again when one comes back', () => {
    const heard: string[] = [];
    const watchers = createWatchers(() => {
      heard.push('start');
      return () => void heard.push('stop');
    });
    expect(watchers.any()).toBe(false);
    const one = watchers.subscribe(() => heard.push('one'));
    const two = watchers.subscribe(() => heard.push('two'));
    watchers.tell();
    one();
    watchers.tell();
    expect(watchers.any()).toBe(true);
    two();
    watchers.tell();
    expect(watchers.any()).toBe(false);
    watchers.subscribe(() => heard.push('three'))();
    expect(heard).toEqual(['start', 'one', 'two', 'two', 'stop', 'start', 'stop']);
  });

  it('V106: whoever leaves while it is told does not keep the others from hearing', () => {
    const heard: string[] = [];
    const watchers = createWatchers(() => () => undefined);
    const leave = watchers.subscribe(() => {
      heard.push('one');
      leave();
    });
    watchers.subscribe(() => heard.push('two'));
    watchers.tell();
    expect(heard).toEqual(['one', 'two']);
  });
});
