import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../client/api/request.ts';
import { askNow, PATIENCE, type Why, watchAnswers } from '../../../client/api/watch-answers.ts';

interface Asked {
  answer(value: string): Promise<void>;
  fail(code: 'offline' | 'unavailable' | 'not-found'): Promise<void>;
}

/** A page that shows one thing after another, on a clock that is turned by hand. */
function openPage(watched = true) {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: true, retryDelay: 2 ** 30, networkMode: 'always' } },
  });
  let time = 0;
  let online = true;
  let timers: { at: number; act: () => void }[] = [];
  const said: (Why | null)[] = [];
  const watch = () =>
    watchAnswers(queries, {
      tell: (why) => void said.push(why),
      now: () => time,
      isOnline: () => online,
      after(delay, act) {
        const timer = { at: time + delay, act };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    });
  const ends = watched ? [watch()] : [];
  /** Everything that is under way comes to its end. */
  const rest = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  return {
    queries,
    watch: () => void ends.push(watch()),
    said: () => said.at(-1) ?? null,
    setOnline(is: boolean) {
      online = is;
    },
    turn(to: number) {
      time = to;
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { act } of due) act();
    },
    show(name: string): Asked[] {
      const asked: Asked[] = [];
      const observer = new QueryObserver(queries, {
        queryKey: [name],
        queryFn: () =>
          new Promise<string>((resolve, reject) => {
            asked.push({
              answer: (value) => {
                resolve(value);
                return rest();
              },
              fail: (code) => {
                reject(new RequestFailed({ code, detail: '', fields: [] }));
                return rest();
              },
            });
          }),
      });
      ends.push(observer.subscribe(() => undefined));
      return asked;
    },
    close() {
      for (const one of ends) one();
      queries.clear();
    },
  };
}

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});
afterEach(() => page.close());

describe('a page that waits for its first answer', () => {
  it('R69: says nothing as long as answers come in time', async () => {
    const asked = page.show('text');
    page.turn(PATIENCE - 1);
    await asked[0]?.answer('words');
    page.turn(PATIENCE * 3);
    expect(page.said()).toBeNull();
  });

  it('R69: says after two seconds that nothing has come, and no more when it has', async () => {
    const asked = page.show('text');
    page.turn(PATIENCE);
    expect(page.said()).toBe('slow');
    await asked[0]?.answer('words');
    expect(page.said()).toBeNull();
  });

  it('R69: counts what was asked for before it was watched', () => {
    const early = openPage(false);
    early.show('text');
    early.watch();
    early.turn(PATIENCE);
    expect(early.said()).toBe('slow');
    early.close();
  });

  it('R69: says that there is no answer, or that the server is busy, as the failures are', async () => {
    const text = page.show('text');
    await text[0]?.fail('unavailable');
    expect(page.said()).toBeNull();
    page.turn(PATIENCE);
    expect(page.said()).toBe('busy');
    const members = page.show('members');
    await members[0]?.fail('offline');
    page.turn(2 * PATIENCE);
    expect(page.said()).toBe('no-answer');
  });

  it('R69: says that the device has no network where that is known', () => {
    page.show('text');
    page.setOnline(false);
    page.turn(PATIENCE);
    expect(page.said()).toBe('no-network');
  });

  it('R69: is silent about what was there before and is only asked for again', async () => {
    const asked = page.show('text');
    await asked[0]?.answer('words');
    void page.queries.refetchQueries({ queryKey: ['text'] });
    page.turn(10 * PATIENCE);
    expect(page.said()).toBeNull();
  });

  it('R69: asks at once when somebody says so', async () => {
    const asked = page.show('text');
    await asked[0]?.fail('offline');
    page.turn(PATIENCE);
    expect(asked).toHaveLength(1);
    void askNow(page.queries);
    await expect.poll(() => asked.length).toBe(2);
    await asked[1]?.answer('words');
    expect(page.said()).toBeNull();
  });
});
