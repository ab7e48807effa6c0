/**
 * `npm run measure:positions`: 193 delegations, six groups and 300 paragraphs on which everybody has said something,
 * made through the commands that serve everybody: time to open the matrix, how long a change takes to another
 * browser's matrix, frame times while scrolling, the server's memory. Browsers have no cache or storage.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { startProduct } = await import('../test/e2e/product.ts');
const { launchBrowser, newPerson } = await import('../test/e2e/browser.ts');
const { fillPositions } = await import('../test/bench/positions/fill.ts');

const OPENINGS = 5;
const CHANGES = 30;
const VIEWPORT = { width: 1440, height: 900 };
const CELL = '[role=grid] .matrix-cell';

const sorted = (times) => [...times].sort((a, b) => a - b);
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const spread = (times) => `median ${ms(at(times, 0.5))}, worst of ${times.length} ${ms(Math.max(...times))}`;
const tell = (line) => process.stdout.write(`${line}\n`);

/** Resident memory of a process in MB, where the system tells it. */
function memoryOf(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? '?' : `${Math.round(Number(kilobytes) / 1000)} MB`;
  } catch {
    return '?';
  }
}

/** One request as it goes over the line: bytes and time to the first and the last of them. */
const fetched = (address, encoding, token) =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { 'accept-encoding': encoding, authorization: `Bearer ${token}` };
    request(address, { headers }, (answer) => {
      const first = performance.now() - begun;
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve({ bytes, first, last: performance.now() - begun }));
    })
      .on('error', reject)
      .end();
  });

/** Scrolls the grid by itself and collects the time of every frame, in ms. */
const scrollGrid = (page, across, frames) =>
  page.evaluate(
    ([sideways, count]) =>
      new Promise((resolve) => {
        const grid = document.querySelector('[role=grid]');
        const times = [];
        let last = performance.now();
        const frame = (now) => {
          times.push(now - last);
          last = now;
          grid.scrollBy(sideways ? 60 : 0, sideways ? 0 : 120);
          if (times.length > count) resolve(times.slice(1));
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [across, frames],
  );

const folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
let product;
let browser;
try {
  const begun = performance.now();
  const filled = await fillPositions(folder);
  const { documentId: id, version, states, group, paragraphs, acts } = filled;
  tell(
    `Filled in ${((performance.now() - begun) / 1000).toFixed(0)} s: ${states.length} delegations, ${paragraphs.length} paragraphs, ` +
      `${filled.positions} positions held; an act on 100 or 200 paragraphs: ${spread(acts)}`,
  );
  // Builds what is stale, so that the server measured below has only served.
  await (await startProduct({ DEMO: 'off' })).stop();
  [product, browser] = await Promise.all([startProduct({ DATA_DIR: folder, DEMO: 'off' }), launchBrowser()]);
  const { origin, pid } = product;
  const api = `${origin}/api/documents/${id}`;
  const [reader, writer] = [states[0], states[120]];

  tell(`Server's memory before the first reading: ${memoryOf(pid)}`);
  const cold = await fetched(`${api}/positions`, 'br', reader.token);
  tell(`GET …/positions, the first after a start: ${ms(cold.last)}; memory then ${memoryOf(pid)}`);
  for (const encoding of ['identity', 'gzip', 'br']) {
    const answers = [];
    for (let k = 0; k < 7; k += 1) answers.push(await fetched(`${api}/positions`, encoding, reader.token));
    tell(
      `GET …/positions, ${encoding}: ${answers[0].bytes} bytes, ${spread(answers.map(({ last }) => last))}`,
    );
  }
  const reading = await fetched(`${api}/positions/reading`, 'br', reader.token);
  const again = await fetched(`${api}/positions/reading`, 'br', reader.token);
  tell(`GET …/positions/reading: ${reading.bytes} bytes, ${ms(reading.last)}, asked again ${ms(again.last)}`);

  const enter = async ({ token }) => {
    const person = await newPerson(browser, origin, { viewport: VIEWPORT });
    const entered = await person.api('POST', '/api/session', { token });
    if (!entered.ok()) throw new Error(await entered.text());
    return person;
  };

  for (const [name, query] of [
    ['by constituencies', ''],
    ['by delegations', '?by=delegation'],
  ]) {
    const [shown, after, parse] = [[], [], []];
    for (let k = 0; k < OPENINGS; k += 1) {
      const person = await enter(reader);
      await person.page.goto(`${origin}/d/${id}/positions${query}`, { waitUntil: 'commit' });
      await person.page.waitForSelector(CELL, { timeout: 60_000 });
      const times = await person.page.evaluate(async () => {
        const there = performance.now();
        const [asked] = performance
          .getEntriesByType('resource')
          .filter(({ name: of }) => of.includes('/positions?'));
        const text = await (await fetch(asked.name)).text();
        const start = performance.now();
        JSON.parse(text);
        return { there, answered: asked.responseEnd, parse: performance.now() - start };
      });
      shown.push(times.there);
      after.push(times.there - times.answered);
      parse.push(times.parse);
      if (k === OPENINGS - 1) {
        await person.page.waitForLoadState('networkidle');
        for (const [how, across] of [
          ['down', false],
          ['across', true],
        ]) {
          const frames = await scrollGrid(person.page, across, 200);
          tell(
            `Matrix ${name}, scrolling ${how}: ${frames.length} frames, p50 ${ms(at(frames, 0.5))}, ` +
              `p95 ${ms(at(frames, 0.95))}, max ${ms(Math.max(...frames))}`,
          );
        }
      }
      await person.context.close();
    }
    tell(`Matrix ${name}, first cells there: ${spread(shown)}; of that after the last byte ${spread(after)}`);
    tell(`  reading its JSON in the page: ${spread(parse)}`);
  }

  const watcher = await enter(reader);
  await watcher.page.goto(`${origin}/d/${id}/positions`);
  await watcher.page.waitForSelector(CELL);
  await watcher.page.waitForLoadState('networkidle');
  const take = async (token, paragraph, standing, onBehalfOf) => {
    const response = await fetch(`${api}/positions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version, positions: [{ paragraph, standing }], onBehalfOf }),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  for (const [who, token, row, onBehalfOf] of [
    ['one delegation', writer.token, 2, null],
    [`a group of ${group.members}`, group.speaker, 1, group.id],
  ]) {
    const place = `[role=grid] [data-place="${row}.0"]`;
    const [arrivals, answers] = [[], []];
    for (let k = 0; k < CHANGES; k += 1) {
      const before = await watcher.page.locator(place).getAttribute('aria-label');
      const shown = watcher.page.waitForFunction(
        ([cell, old]) => document.querySelector(cell)?.getAttribute('aria-label') !== old,
        [place, before],
        { polling: 'raf', timeout: 30_000 },
      );
      const sent = performance.now();
      await take(
        token,
        paragraphs[row],
        ['oppose', 'concern', 'can-live-with', 'support'][k % 4],
        onBehalfOf,
      );
      answers.push(performance.now() - sent);
      await shown;
      arrivals.push(performance.now() - sent);
    }
    tell(
      `A change by ${who} in another browser's matrix: ${spread(arrivals)}; answered to its author: ${spread(answers)}`,
    );
  }
  tell(`Server's memory at the end: ${memoryOf(pid)}`);
} finally {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}
