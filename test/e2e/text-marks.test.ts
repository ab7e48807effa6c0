import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { restingBox, toTheMiddle } from './boxes.ts';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import { caretIn, openDraft, textbox, untilSaid } from './draft.ts';
import { latestVersion, said } from './inputs.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
let documentId: string;
let facilitator: Person;
let drafter: Person;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  const entered = await enterAs(browser, product.origin, 'facilitator');
  facilitator = entered;
  documentId = entered.documentId;
  await said(facilitator, 'POST', `/api/documents/${documentId}/phase`, { phase: 'negotiation' });
  drafter = await enterAs(browser, product.origin, 'drafter');
}, 60_000);

afterAll(async () => {
  await product?.stop();
});

const mark = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^On record at paragraph ${label}:`) });

const heightOf = async (paragraph: Locator): Promise<number> => {
  const { top, bottom } = await restingBox(paragraph);
  return bottom - top;
};

const files = (person: Person, kind: string, objects: readonly object[]) =>
  said(person, 'POST', `/api/documents/${documentId}/declarations`, {
    kind,
    objects,
    statement: { language: 'en', text: 'We put this on record.' },
  });

describe('what is marked beside a text', () => {
  it('U250, U251: a mark comes while somebody writes, moves nothing, keeps to its paragraph and opens by keyboard', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate');
    const { page } = drafter;
    const { paragraphs } = await latestVersion(facilitator, documentId);
    const twelve = paragraphs.find(({ label }) => label === '12');
    const element = page.locator(`.text [data-id="${twelve?.id}"]`);
    await openDraft(drafter, documentId);
    await toTheMiddle(element);
    await drafter.settled();
    const before = await restingBox(textbox(page));
    const words = await element.textContent();
    await files(delegate, 'dissociation', [{ on: 'paragraph', paragraph: twelve?.id }]);
    await mark(page, '12')
      .filter({ hasText: /1 dissociation/ })
      .waitFor();
    expect(await restingBox(textbox(page))).toEqual(before);
    expect(await element.textContent()).toBe(words);
    await expectAccessible(page);

    /** Pixels between the foot of the paragraph and the middle of its mark. */
    const belowFoot = async (): Promise<number> => {
      const { top, bottom } = await restingBox(mark(page, '12'));
      return (top + bottom) / 2 - (await restingBox(element)).bottom;
    };
    const below = await belowFoot();
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(12);
    await mark(page, '12').press('Enter');
    const panel = page.getByRole('dialog', { name: 'On record at paragraph 12' });
    await panel.getByRole('link', { name: /^Dissociation · / }).waitFor();
    await panel.getByRole('link', { name: 'Who diverged from this paragraph' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect
      .poll(() => mark(page, '12').evaluate((button) => button === document.activeElement))
      .toBe(true);

    // Other words: what was filed on those before is told as that. The paragraph grows, and the mark goes with its foot.
    await caretIn(element);
    const height = await heightOf(element);
    await page.keyboard.type(`${' and we say more than we said'.repeat(6)}.`);
    await mark(page, '12').filter({ hasText: '1 filed on earlier words' }).waitFor();
    expect(await heightOf(element)).toBeGreaterThan(height);
    expect(await belowFoot()).toBeCloseTo(below);
    await untilSaid(page, 'Saved');

    // From the caret, by name.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Type a command or a page' }).fill('on record at this');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Filed on other words' }).waitFor();
    await page.keyboard.press('Escape');
    await delegate.leave();
  });

  it('U250: a term that is objected to is marked where it is written, as soon as it is, and by everybody’s hand', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate');
    const { page } = drafter;
    await files(delegate, 'reservation', [{ on: 'term', term: 'unheard expression' }]);
    await page.getByRole('button', { name: /1 on what is not in it/ }).waitFor();
    const other = await enterAs(browser, product.origin, 'drafter', 1);
    await openDraft(other, documentId);
    const { paragraphs } = await latestVersion(facilitator, documentId);
    const fourteen = paragraphs.find(({ label }) => label === '14');
    await caretIn(other.page.locator(`.text [data-id="${fourteen?.id}"]`));
    await other.page.keyboard.type(' An unheard expression');
    for (const { page: seen } of [drafter, other])
      await mark(seen, '14').filter({ hasText: '1 reservation' }).waitFor();
    expect(await page.getByRole('button', { name: /on what is not in it/ }).count()).toBe(0);
    // A letter more makes it another word.
    await other.page.keyboard.type('ist');
    await mark(page, '14').waitFor({ state: 'detached' });
    await Promise.all([delegate.leave(), other.leave()]);
  });

  it('U252: on a screen of 390 pixels the lines above a version are whole and beside or above one another, and so is a question with its button', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate', 0, {
      viewport: { width: 390, height: 844 },
    });
    const { page } = delegate;
    const { id: version, paragraphs } = await latestVersion(facilitator, documentId);
    const numbered = paragraphs.filter(({ kind }) => kind === 'operative').slice(0, 3);
    await said(delegate, 'POST', `/api/documents/${documentId}/positions`, {
      version,
      positions: numbered.map(({ id }) => ({ paragraph: id, standing: 'concern' })),
    });
    await page.goto(`${product.origin}/d/${documentId}/v/latest`);
    const [onRecord, own] = [
      page.getByRole('button', { name: /^\d+ declarations?$/ }),
      page.getByRole('link', { name: /^Your positions: \d+/ }),
    ];
    await Promise.all([onRecord.waitFor(), own.waitFor()]);
    for (const line of [onRecord, own])
      expect(await line.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const [above, below] = [await restingBox(onRecord), await restingBox(own)];
    expect(above.right <= below.left || above.bottom <= below.top).toBe(true);
    const caption = await restingBox(page.locator('.reading-caption'));
    expect(Math.min(above.top, below.top)).toBeGreaterThanOrEqual(caption.bottom);
    await expectAccessible(page);
    await page.goto(`${product.origin}/d/${documentId}/declarations`);
    const label = page.getByText('Where was this term objected to', { exact: true });
    expect(await heightOf(label)).toBeLessThan(30);
    const [field, button] = [page.getByRole('searchbox'), page.getByRole('button', { name: 'Look up' })];
    expect((await restingBox(field)).bottom).toBeCloseTo((await restingBox(button)).bottom, 0);
    await expectAccessible(page);
    await delegate.leave();
  });

  it('U250: whoever sees the working text and not the register sees no mark', async () => {
    await said(facilitator, 'PATCH', `/api/documents/${documentId}`, {
      workingText: 'public',
      register: 'participants',
    });
    const passer = await newPerson(browser, product.origin);
    const asked: string[] = [];
    passer.page.on('request', (request) => {
      if (/\/declarations|\/register/.test(new URL(request.url()).pathname)) asked.push(request.url());
    });
    await passer.page.goto(`${product.origin}/d/${documentId}/draft`);
    await passer.page.locator('.text [data-kind="operative"]').first().waitFor();
    await passer.settled();
    expect(await mark(passer.page, '12').count()).toBe(0);
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
    await mark(drafter.page, '12').waitFor();
    await Promise.all([passer.leave(), drafter.leave(), facilitator.leave()]);
  });
});
