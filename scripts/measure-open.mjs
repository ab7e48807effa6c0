/**
 * `npm run measure`: how long it takes to open the working text of 300 paragraphs, and how much JavaScript is sent
 * for reading and for drafting: until the text can be read or written in, with all that is said about it beside it,
 * and with what is then fetched ahead of its first use. Each opening has a browser without cache or storage unless
 * it says otherwise; the server is warm. Times are medians, from the beginning of the navigation, by the page's own
 * clock. Sizes are those of gzip; workers count.
 */
import { get } from 'node:http';
import { register } from 'tsx/esm/api';

register();
const { startProduct } = await import('../test/e2e/product.ts');
const { enterAs, launchBrowser, newPerson } = await import('../test/e2e/browser.ts');

const PARAGRAPHS = 300;
const OPENINGS = 7;
/** Longer than the client waits before it fetches ahead (client/ui/fetch-ahead.ts), in ms. */
const FETCHED_AHEAD = 5000;

/** Sentences of a length as outcome documents have them: about 60 words a paragraph. */
const text = Array.from(
  { length: PARAGRAPHS },
  (_, k) =>
    `${k + 1}. We recognize that ${'cooperation among all parties, each in its own role, remains necessary and '.repeat(5)}that paragraph ${k + 1} of this text is needed to measure with.`,
).join('\n\n');

/** Notes in the page when what `selector` finds is `count` or more for the first time. */
const watch = (selector, count) => `
  globalThis.shownAt = null;
  const look = () => {
    if (globalThis.shownAt === null && document.querySelectorAll(${JSON.stringify(selector)}).length >= ${count})
      globalThis.shownAt = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });`;

/** Scripts that the page had asked for by a moment of its clock. */
const fetchedBefore = (moment) =>
  performance
    .getEntriesByType('resource')
    .filter(({ name, responseEnd }) => /\.js(\?|$)/.test(name) && responseEnd <= moment)
    .map(({ name }) => name);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const untilShown = (page) =>
  page.waitForFunction(() => globalThis.shownAt !== null).then(() => page.evaluate(() => globalThis.shownAt));

/** Bytes of a body as the server sends it to a browser that takes gzip alone; small files go as they are. */
const gzipSize = (url) =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

const [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
try {
  const facilitator = await enterAs(browser, product.origin, 'facilitator');
  const created = await facilitator.api('POST', '/api/documents', { title: 'Measured' });
  const { id } = await created.json();
  await facilitator.api('PATCH', `/api/documents/${id}`, { workingText: 'public', register: 'public' });
  const imported = await facilitator.context.request.post(
    `${product.origin}/api/documents/${id}/import?as=working`,
    {
      headers: { origin: product.origin },
      multipart: { file: { name: 'measured.txt', mimeType: 'text/plain', buffer: Buffer.from(text) } },
    },
  );
  if (!imported.ok()) throw new Error(await imported.text());
  const published = await facilitator.api('POST', `/api/documents/${id}/versions`, {
    stage: 'zero',
    name: 'Zero',
  });
  if (!published.ok()) throw new Error(await published.text());
  const cookies = await facilitator.context.cookies();

  const open = async (path, selector, count) => {
    const person = await newPerson(browser, product.origin, { viewport: { width: 1280, height: 800 } });
    await person.context.addCookies(cookies);
    await person.page.addInitScript(watch(selector, count));
    const scripts = new Set();
    person.page.on('request', (request) => {
      if (/\.js(\?|$)/.test(request.url())) scripts.add(request.url());
    });
    await person.page.goto(`${product.origin}/d/${id}/${path}`, { waitUntil: 'commit' });
    const first = await untilShown(person.page);
    const before = await person.page.evaluate(fetchedBefore, first);
    await person.page.waitForLoadState('networkidle');
    return { person, first, scripts: { before, beside: new Set(scripts), all: scripts } };
  };
  const editing = ['[contenteditable="true"] [data-id]', PARAGRAPHS];
  const reading = ['main [data-kind]', PARAGRAPHS];

  await (await open('draft', ...editing)).person.leave();
  const firstOpenings = [];
  const reloads = [];
  let drafting;
  for (let i = 0; i < OPENINGS; i += 1) {
    drafting = await open('draft', ...editing);
    if (i === OPENINGS - 1) await drafting.person.page.waitForTimeout(FETCHED_AHEAD);
    firstOpenings.push(drafting.first);
    await drafting.person.page
      .locator('.save-words')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await drafting.person.page.reload({ waitUntil: 'commit' });
    reloads.push(await untilShown(drafting.person.page));
    await drafting.person.leave();
  }
  const readings = [];
  let read;
  for (let i = 0; i < OPENINGS; i += 1) {
    read = await open('v/latest', ...reading);
    readings.push(read.first);
    await read.person.leave();
  }
  const kilobytes = async (scripts) => {
    const bytes = await Promise.all([...scripts].map(gzipSize));
    return `${(bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB gzip in ${bytes.length} files`;
  };
  const sizes = async (what, can, { before, beside, all }) => [
    `JavaScript for ${what}, until the text ${can}: ${await kilobytes(before)}`,
    `JavaScript for ${what}, with the conversation: ${await kilobytes(beside)}`,
    `JavaScript for ${what}, with what is fetched ahead: ${await kilobytes(all)}`,
  ];
  const seconds = (numbers) =>
    `${(median(numbers) / 1000).toFixed(2)} s (${numbers.map((n) => (n / 1000).toFixed(2)).join(', ')})`;
  process.stdout.write(
    [
      `Editable text of ${PARAGRAPHS} paragraphs, first visit: ${seconds(firstOpenings)}`,
      `The same after a reload (cache and device): ${seconds(reloads)}`,
      `Version of ${PARAGRAPHS} paragraphs to read, first visit: ${seconds(readings)}`,
      ...(await sizes('drafting', 'can be written in', drafting.scripts)),
      ...(await sizes('reading', 'can be read', read.scripts)),
      '',
    ].join('\n'),
  );
} finally {
  await browser.close();
  await product.stop();
}
