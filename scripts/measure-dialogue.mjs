/**
 * `npm run measure:dialogue`: a document of 300 paragraphs with 2,000 comments and 300 proposals, made through the
 * commands that serve everybody: time to open it, frame times while scrolling, and how long a new comment takes to
 * another browser. Browsers have no cache or storage; the server is warm. Times by the page's own clock.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { startProduct } = await import('../test/e2e/product.ts');
const { launchBrowser, newPerson } = await import('../test/e2e/browser.ts');
const { fillDocument } = await import('../test/bench/dialogue/fill.ts');

const AMOUNT = { paragraphs: 300, comments: 2_000, answers: 500, proposals: 300, people: 24 };
const OPENINGS = 3;
const ARRIVALS = 7;
const VIEWPORT = { width: 1440, height: 900 };

const sorted = (times) => [...times].sort((a, b) => a - b);
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const seconds = (times) =>
  `${(at(times, 0.5) / 1000).toFixed(2)} s (${times.map((t) => (t / 1000).toFixed(2)).join(', ')})`;

/** Notes in the page when each selector finds enough for the first time. */
const watch = (wanted) => `
  globalThis.shownAt = {};
  const look = () => {
    for (const [name, selector, count] of ${JSON.stringify(wanted)})
      if (globalThis.shownAt[name] === undefined && document.querySelectorAll(selector).length >= count)
        globalThis.shownAt[name] = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });`;

/** Scrolls the page down by itself and collects the time of every frame, in ms. */
const scrollThrough = (page, pixelsAFrame, frames) =>
  page.evaluate(
    ([step, most]) =>
      new Promise((resolve) => {
        const times = [];
        let last = performance.now();
        const frame = (now) => {
          times.push(now - last);
          last = now;
          const before = window.scrollY;
          window.scrollBy(0, step);
          if (times.length >= most || (window.scrollY === before && times.length > 10))
            resolve(times.slice(1));
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [pixelsAFrame, frames],
  );

/** Time of the page's main thread itself, whatever else the machine does: seconds since the page began. */
async function threadTimes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
}

const frameLine = (name, times) =>
  `${name}: ${times.length} frames, p50 ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, max ${ms(Math.max(...times))}`;

const folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
let product;
let browser;
try {
  const { documentId: id, tokens, ms: filling } = await fillDocument(folder, AMOUNT);
  process.stdout.write(`Filled in ${(filling / 1000).toFixed(1)} s: ${JSON.stringify(AMOUNT)}\n`);
  [product, browser] = await Promise.all([startProduct({ DATA_DIR: folder, DEMO: 'off' }), launchBrowser()]);
  const { origin } = product;

  const enter = async (token) => {
    const person = await newPerson(browser, origin, { viewport: VIEWPORT });
    const entered = await person.api('POST', '/api/session', { token });
    if (!entered.ok()) throw new Error(await entered.text());
    return person;
  };
  const open = async (token, path, wanted) => {
    const person = await enter(token);
    await person.page.addInitScript(watch(wanted));
    await person.page.goto(`${origin}/d/${id}/${path}`, { waitUntil: 'commit' });
    await person.page.waitForFunction(
      (count) => Object.keys(globalThis.shownAt ?? {}).length === count,
      wanted.length,
      {
        timeout: 120_000,
      },
    );
    return { person, shown: await person.page.evaluate(() => globalThis.shownAt) };
  };

  const answer = await (await enter(tokens[2])).api('GET', `/api/documents/${id}/register`);
  process.stdout.write(
    `Register: ${((await answer.body()).length / 1e6).toFixed(2)} MB of JSON before compression\n`,
  );

  const DRAFT = [
    ['text', '[contenteditable="true"] [data-id]', AMOUNT.paragraphs],
    ['conversation', '.margin .small-card', 3],
  ];
  const READ = [
    ['text', 'main [data-kind]', AMOUNT.paragraphs],
    ['conversation', '.margin .small-card', 3],
  ];
  const LIST = [['conversation', '.windowed li', 10]];
  for (const [name, path, wanted, token] of [
    ['Draft', 'draft', DRAFT, tokens[1]],
    ['Read', 'v/latest', READ, tokens[2]],
    ['Dialogue list', 'dialogue', LIST, tokens[3]],
  ]) {
    const times = { text: [], conversation: [] };
    for (let k = 0; k < OPENINGS; k += 1) {
      const { person, shown } = await open(token, path, wanted);
      for (const [what] of wanted) times[what].push(shown[what]);
      if (k === OPENINGS - 1) {
        await person.page.waitForLoadState('networkidle');
        const threadNow = await threadTimes(person.page);
        const before = await threadNow();
        const frames = await scrollThrough(person.page, 120, 400);
        const after = await threadNow();
        const spent = (what) => ms(((after[what] - before[what]) * 1000) / frames.length);
        process.stdout.write(
          `${frameLine(`${name}, scrolling`, frames)}; main thread ${spent('TaskDuration')} a frame ` +
            `(script ${spent('ScriptDuration')}, layout ${spent('LayoutDuration')}, style ${spent('RecalcStyleDuration')})\n`,
        );
      }
      await person.context.close();
    }
    for (const [what] of wanted) process.stdout.write(`${name}, ${what} there: ${seconds(times[what])}\n`);
  }

  const writer = await enter(tokens[4]);
  for (const [name, path, ready, selector] of [
    ['the margin', 'draft', '.margin .small-card', '.margin'],
    ['the list', 'dialogue', '.windowed li', '.list-found'],
  ]) {
    const reader = await enter(tokens[1]);
    await reader.page.goto(`${origin}/d/${id}/${path}`);
    await reader.page.waitForSelector(ready, { timeout: 60_000 });
    await reader.page.waitForLoadState('networkidle');
    const arrivals = [];
    for (let k = 0; k < ARRIVALS; k += 1) {
      const text = `Arriving in ${name}, number ${k}`;
      // Many cards beside one paragraph become one line that counts them: what is shown changes either way.
      const before = await reader.page.locator(selector).textContent();
      const shown = reader.page.waitForFunction(
        ([within, old]) => document.querySelector(within)?.textContent !== old,
        [selector, before],
        { polling: 'raf', timeout: 30_000 },
      );
      const sent = performance.now();
      const posted = await writer.api('POST', `/api/documents/${id}/comments`, {
        on: { noun: 'text', anchor: { scope: 'paragraph', text: 'working', paragraph: 'p-1' } },
        text,
      });
      if (!posted.ok()) throw new Error(await posted.text());
      await shown;
      arrivals.push(performance.now() - sent);
    }
    process.stdout.write(
      `A new comment in another browser, in ${name}: median ${ms(at(arrivals, 0.5))} (${arrivals.map((t) => t.toFixed(0)).join(', ')})\n`,
    );
    await reader.context.close();
  }
} finally {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}
