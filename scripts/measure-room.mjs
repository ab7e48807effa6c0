/**
 * `npm run measure:room`: what twenty people who write at once cost a browser that has the same text of 300 paragraphs
 * open: time a socket frame, time of drawing, delay of one's own keys, tasks over 50 ms, and the share of a processor
 * that the page takes, by the browser's own count. `--page read` and `--page draft-reader` measure those who read.
 * The server is the product; writers are sockets that type seven keys a second each, with carets.
 */
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

register();
const { startProduct } = await import('../test/e2e/product.ts');
const { enterAs, launchBrowser, newPerson } = await import('../test/e2e/browser.ts');
const { enterTypist } = await import('../test/bench/drafting/typists.ts');
const { WATCH_PAGE, spread } = await import('../test/bench/drafting/page-watch.ts');
const { createRandom } = await import('../test/sim/random.ts');

const PARAGRAPHS = 300;
const PACE = 7;
const { values } = parseArgs({
  options: {
    page: { type: 'string', default: 'draft' },
    writers: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    profile: { type: 'string' },
  },
});
const WRITERS = Number(values.writers);
const SECONDS = Number(values.seconds);
const WRITES = values.page === 'draft';

const text = Array.from(
  { length: PARAGRAPHS },
  (_, k) =>
    `${k + 1}. We recognize that ${'cooperation among all parties, each in its own role, remains necessary and '.repeat(5)}that paragraph ${k + 1} of this text is needed to measure with.`,
).join('\n\n');

const [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
const leaving = [];
try {
  const facilitator = await enterAs(browser, product.origin, 'facilitator');
  const act = async (method, path, data) => {
    const answer = await facilitator.api(method, path, data);
    if (!answer.ok()) throw new Error(await answer.text());
    return answer.json();
  };
  const { id } = await act('POST', '/api/documents', { title: 'Measured' });
  await act('PATCH', `/api/documents/${id}`, { workingText: 'public', register: 'public' });
  const imported = await facilitator.context.request.post(
    `${product.origin}/api/documents/${id}/import?as=working`,
    {
      headers: { origin: product.origin },
      multipart: { file: { name: 'measured.txt', mimeType: 'text/plain', buffer: Buffer.from(text) } },
    },
  );
  if (!imported.ok()) throw new Error(await imported.text());
  await act('POST', `/api/documents/${id}/versions`, { stage: 'zero', name: 'Zero' });

  const tokens = [];
  for (let k = 0; k < WRITERS + 1; k += 1) {
    const delegation = { name: `Delegation ${k + 1}`, constituency: 'academia' };
    const invitation = { name: `Drafter ${k + 1}`, role: 'drafter', delegation };
    tokens.push((await act('POST', `/api/documents/${id}/invitations`, invitation)).token);
  }
  const person = await newPerson(browser, product.origin, { viewport: { width: 1280, height: 800 } });
  if (WRITES) {
    const entered = await person.api('POST', '/api/session', { token: tokens[0] });
    if (!entered.ok()) throw new Error(await entered.text());
  }
  const { page } = person;
  await page.addInitScript(WATCH_PAGE);
  await page.goto(`${product.origin}/d/${id}/${values.page === 'read' ? 'v/latest' : 'draft'}`);
  await page
    .locator('main [data-kind], main [data-id]')
    .nth(PARAGRAPHS - 1)
    .waitFor();
  await page.waitForTimeout(6_000);
  if (WRITES) {
    await page.locator('[contenteditable="true"] [data-id]').nth(2).click();
    await page.keyboard.press('End');
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const costs = async () =>
    Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));

  const watch = async (what) => {
    await page.evaluate(() => {
      Object.assign(globalThis.watched, { on: true, frames: [], drawing: [], keys: [], longTasks: [] });
    });
    const before = await costs();
    const began = Date.now();
    for (let k = 0; Date.now() - began < SECONDS * 1_000; k += 1) {
      if (WRITES)
        await page.keyboard.press(
          'abcdefghij klmnop'[k % 17] === ' ' ? 'Space' : 'abcdefghij klmnop'[k % 17],
        );
      await page.waitForTimeout(140);
    }
    const seconds = (Date.now() - began) / 1_000;
    const after = await costs();
    const times = await page.evaluate(() => {
      globalThis.watched.on = false;
      return globalThis.watched;
    });
    const share = (name) => `${(((after[name] - before[name]) / seconds) * 100).toFixed(1)} %`;
    process.stdout.write(
      [
        `${what} (${seconds.toFixed(0)} s; p50 / p95 / max and how many)`,
        `  text frames:     ${spread(times.frames.filter(([type]) => type === 0).map(([, ms]) => ms))}`,
        `  presence frames: ${spread(times.frames.filter(([type]) => type === 1).map(([, ms]) => ms))}`,
        `  drawing:         ${spread(times.drawing)}`,
        `  key to paint:    ${spread(times.keys.map(([painted]) => painted))}`,
        `  key waits:       ${spread(times.keys.map(([, delay]) => delay))}`,
        `  tasks > 50 ms:   ${spread(times.longTasks)}`,
        `  page takes ${share('TaskDuration')} of a processor: scripts ${share('ScriptDuration')}, styles ${share('RecalcStyleDuration')}, layout ${share('LayoutDuration')}`,
        '',
      ].join('\n'),
    );
  };

  await watch('Nobody else writes');
  const typists = [];
  for (let k = 0; k < WRITERS; k += 1) {
    typists.push(await enterTypist(product.origin, id, tokens[k + 1], (k + 0.5) / WRITERS));
  }
  const random = createRandom(6).next;
  const stops = typists.map((typist) => typist.type(PACE, random));
  leaving.push(() => {
    for (const stop of stops) stop();
    for (const typist of typists) typist.leave();
  });
  await page.waitForTimeout(3_000);
  if (values.profile !== undefined) {
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.start');
  }
  await watch(`${WRITERS} others write ${PACE} keys a second each`);
  if (values.profile !== undefined) {
    const { profile } = await devtools.send('Profiler.stop');
    (await import('node:fs')).writeFileSync(values.profile, JSON.stringify(profile));
  }
} finally {
  for (const act of leaving) act();
  await browser.close();
  await product.stop();
}
