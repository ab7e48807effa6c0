import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import { caretIn, openDraft, paragraphWith, SAMPLE, untilSaid } from './draft.ts';
import { comments, latestVersion, said } from './inputs.ts';
import { type Product, startProduct } from './product.ts';
import { outOfOrder } from './reading-order.ts';

const DAY = 86_400_000;
const PAGES = [
  'v/latest',
  'draft',
  'dialogue',
  'versions',
  'compare',
  'history',
  'authors',
  'inputs',
  'notices',
  'outcomes',
  'statements',
  'synthesis',
  'positions',
  'positions/contested',
  'positions/groups',
  'proposals',
  'roadmap',
  'rolling',
  'publish',
  'members',
  'settings',
  'silence',
  'record',
  'audit',
  'declarations',
];

const ARABIC = 'نؤكد من جديد أن المعرفة حق للجميع.';

let product: Product;
let browser: Browser;
let facilitator: Person & { readonly documentId: string };

/** A government named in Arabic, with a number in its name, takes part; the latest version is put under silence. */
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  facilitator = await enterAs(browser, product.origin, 'facilitator', 0, { timezoneId: 'Africa/Nairobi' });
  const { documentId } = facilitator;
  const at = `/api/documents/${documentId}`;
  await openDraft(facilitator, documentId);
  await caretIn(paragraphWith(facilitator.page, SAMPLE.first));
  await facilitator.page.keyboard.press('Enter');
  await facilitator.page.keyboard.insertText(ARABIC);
  await untilSaid(facilitator.page, /^Saved$/);
  const invitation = await said<{ token: string }>(facilitator, 'POST', `${at}/invitations`, {
    name: 'مندوبة 7',
    role: 'delegate',
    delegation: { name: 'وفد البلد 3', constituency: 'government' },
  });
  const delegate = await newPerson(browser, product.origin);
  await said(delegate, 'POST', '/api/session', { token: invitation.token });
  const version = await latestVersion(facilitator, documentId);
  const [first, second] = version.paragraphs.filter(({ kind }) => kind === 'operative');
  if (first === undefined || second === undefined) throw new Error('the sample has two operative paragraphs');
  await comments(delegate, documentId, 'نقترح حذف هذه الفقرة.', first.id);
  await said(delegate, 'POST', `${at}/proposals`, {
    text: 'working',
    changes: [
      {
        act: 'replace',
        paragraph: first.id,
        wording: [{ kind: first.kind, level: first.level, runs: [{ text: `${first.text} Other words.` }] }],
      },
    ],
  });
  await said(delegate, 'POST', `${at}/positions`, {
    version: version.id,
    positions: [first, second].map(({ id }) => ({ paragraph: id, standing: 'oppose' })),
  });
  await said(facilitator, 'POST', `${at}/phase`, { phase: 'negotiation' });
  await said(delegate, 'POST', `${at}/declarations`, {
    kind: 'reservation',
    objects: [{ on: 'paragraph', paragraph: first.id }],
    statement: { language: 'en', text: 'We place our reservation on this paragraph.' },
  });
  const { entry } = await said<{ entry: { id: string } }>(facilitator, 'POST', `${at}/silences`, {
    version: version.id,
    deadline: new Date(Date.now() + 4 * DAY).toISOString(),
    letter: 'Please tell us before the deadline.',
  });
  await said(delegate, 'POST', `${at}/silences/${entry.id}/objections`, {
    places: [{ paragraph: first.id }],
    reason: 'It goes beyond agreed language.',
  });
  await delegate.leave();
});
afterAll(async () => {
  await facilitator.leave();
  await product.stop();
});

describe('words of two directions', () => {
  it('U3, U255: in an Arabic interface every English sentence is read in order, and no page is wider than the screen', {
    timeout: 120_000,
  }, async () => {
    const { page } = facilitator;
    await page.goto(product.origin);
    await page.evaluate(() => localStorage.setItem('sb.locale', 'ar'));
    const wrong: string[] = [];
    for (const path of PAGES) {
      await page.goto(`${product.origin}/d/${facilitator.documentId}/${path}`);
      await facilitator.settled();
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        wrong.push(...(await outOfOrder(page)).map((words) => `${path}: ${words}`));
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          wrong.push(`${path}: wider than ${width} px`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('U255: an Arabic paragraph runs from right to left in a comparison, whatever is said beside its words', async () => {
    const { page } = facilitator;
    await page.evaluate(() => localStorage.removeItem('sb.locale'));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${product.origin}/d/${facilitator.documentId}/compare`);
    for (const view of ['In line', 'Side by side']) {
      await page.getByLabel('View').selectOption({ label: view });
      const words = page.locator('ins', { hasText: ARABIC.slice(0, 12) }).first();
      await words.waitFor();
      expect(await words.evaluate((mark) => getComputedStyle(mark).direction), view).toBe('rtl');
    }
  });
});
