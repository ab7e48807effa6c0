/**
 * `npm run measure:inputs`: the table of inputs with 2,000 comments and 300 proposals: time until it stands there,
 * frame times while scrolling and while the arrow key is held, lines drawn, and one decision on 500 inputs.
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
const AT_ONCE = 500;

const at = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const frameLine = (name, times) =>
  `${name}: ${times.length} frames, p50 ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, max ${ms(Math.max(...times))}`;

/** Does `act` once a frame, so many times, and collects the time of every frame, in ms. */
const eachFrame = (page, act, frames) =>
  page.evaluate(
    ([code, count]) =>
      new Promise((resolve) => {
        const step = new Function('grid', code);
        const grid = document.querySelector('[role=grid]');
        const times = [];
        let last = performance.now();
        const frame = (now) => {
          times.push(now - last);
          last = now;
          step(grid);
          if (times.length > count) resolve(times.slice(1));
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [act, frames],
  );

const folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
let product;
let browser;
try {
  const { documentId: id, tokens } = await fillDocument(folder, AMOUNT);
  [product, browser] = await Promise.all([startProduct({ DATA_DIR: folder, DEMO: 'off' }), launchBrowser()]);
  const address = `${product.origin}/d/${id}/inputs`;
  const person = await newPerson(browser, product.origin, { viewport: { width: 1440, height: 900 } });
  const entered = await person.api('POST', '/api/session', { token: tokens[0] });
  if (!entered.ok()) throw new Error(await entered.text());
  const { page } = person;
  const opened = [];
  for (let k = 0; k < OPENINGS; k += 1) {
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector('[role=grid] [data-input]');
    opened.push(await page.evaluate(() => performance.now()));
  }
  process.stdout.write(`Table there: ${opened.map((time) => ms(time)).join(', ')}\n`);
  await page.waitForLoadState('networkidle');
  process.stdout.write(`${await page.locator('[role=status]').first().textContent()}\n`);
  process.stdout.write(
    `Lines drawn: ${await page.locator('[role=grid] [data-input]').count()} of ${await page.locator('[role=grid]').getAttribute('aria-rowcount')}\n`,
  );
  process.stdout.write(
    `${frameLine('Scrolling 120 px a frame', await eachFrame(page, 'grid.scrollTop += 120', 400))}\n`,
  );
  await page.locator('[role=grid]').focus();
  const press = "grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))";
  process.stdout.write(`${frameLine('Arrow key, one line a frame', await eachFrame(page, press, 200))}\n`);
  const rows = (await (await person.api('GET', `/api/documents/${id}/register`)).json()).entries;
  const on = rows
    .filter(({ noun, row }) => noun === 'comment' && row.visibility === 'public' && row.withdrawnAt === null)
    .slice(0, AT_ONCE)
    .map(({ id: comment }) => ({ noun: 'comment', id: comment }));
  const sent = performance.now();
  const decided = await person.api('POST', `/api/documents/${id}/dispositions`, {
    on,
    decision: 'noted',
    reason: 'Will go with the letter.',
  });
  if (!decided.ok()) throw new Error(await decided.text());
  process.stdout.write(`One decision on ${on.length} inputs, answered: ${ms(performance.now() - sent)}\n`);
} finally {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}
