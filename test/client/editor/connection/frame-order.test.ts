import { describe, expect, it } from 'vitest';
import { frameOrder } from '../../../../client/editor/connection/frame-order.ts';

/** Something to wait for, ended by the test. */
function reading() {
  let end = (_act: () => void): void => undefined;
  const promise = new Promise<() => void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the order of frames', () => {
  it('R63: what is heard while one is read waits for it, and comes after it in its own order', async () => {
    const order = frameOrder();
    const heard: string[] = [];
    const say = (word: string) => (): void => {
      heard.push(word);
    };
    order.hear(say('before'));
    const one = reading();
    order.hear(() => order.hold(one.promise));
    order.hear(say('first'));
    const two = reading();
    order.hear(() => order.hold(two.promise));
    order.hear(say('second'));
    expect(heard).toEqual(['before']);
    one.end(say('one'));
    await turn();
    expect(heard).toEqual(['before', 'one', 'first']);
    order.hear(say('third'));
    two.end(say('two'));
    await turn();
    order.hear(say('last'));
    expect(heard).toEqual(['before', 'one', 'first', 'two', 'second', 'third', 'last']);
  });

  it('R63: of a line that ended nothing is done any more, and the next one waits for nothing', async () => {
    const order = frameOrder();
    const heard: string[] = [];
    const one = reading();
    order.hold(one.promise);
    order.hear(() => heard.push('of the old line'));
    order.forget();
    order.hear(() => heard.push('new'));
    one.end(() => heard.push('read too late'));
    await turn();
    expect(heard).toEqual(['new']);
  });
});
