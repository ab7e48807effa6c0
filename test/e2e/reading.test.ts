import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, newPerson, sample } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/** Words that stand in the built code of ProseMirror and of Yjs, and nowhere else. */
const NOT_FOR_READERS = ['ProseMirror', 'Yjs was already imported'];

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await product?.stop();
});

describe('reading', () => {
  it('U15: a visitor follows a permanent link to a paragraph of a version', async () => {
    const { documentId } = await sample(product.origin);
    const visitor = await newPerson(browser, product.origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = visitor;
    await page.goto(`${product.origin}/`);
    await page.getByRole('link', { name: 'Sample outcome document' }).click();
    const label = page.locator('.paragraph-label a', { hasText: /^12$/ });
    await label.click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${product.origin}/d/${documentId}/v/[\\w-]+#p-`));
    await expectAccessible(page);

    const other = await newPerson(browser, product.origin);
    await other.page.goto(link);
    const target = other.page.locator('[data-targeted]');
    await target.waitFor();
    await expect.poll(() => target.locator('.paragraph-label').innerText()).toBe('12');
    // The page goes there when its text stands, and once more when the letters have their own type.
    await expect
      .poll(async () => (await target.boundingBox())?.y)
      .toSatisfy((top) => top !== undefined && top > 0 && top < 400);
    await other.leave();
    await visitor.leave();
  });

  it('U7: the outline leads to a section and names where one is', async () => {
    const reader = await enterAs(browser, product.origin, 'observer');
    const { page } = reader;
    await page.goto(`${product.origin}/d/${reader.documentId}`);
    const outline = page.getByRole('navigation', { name: 'Outline' });
    const entry = outline.getByRole('link', { name: /Human rights/ });
    await entry.click();
    await page.getByRole('heading', { name: /Human rights/ }).waitFor();
    await expect.poll(() => entry.getAttribute('aria-current')).toBe('location');
    // A reader is offered what readers may do, and nothing else.
    const parts = page.getByRole('navigation', { name: 'Parts of this document' });
    expect(await parts.getByRole('link').allInnerTexts()).not.toContain('Publish');
    await reader.leave();
  });

  it('U16: nothing of the editor is sent to readers', async () => {
    const reader = await newPerson(browser, product.origin);
    const { documentId } = await sample(product.origin);
    const fetched: string[] = [];
    reader.page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await reader.page.goto(`${product.origin}/d/${documentId}/v/latest`);
    await reader.page.locator('.text [data-kind="operative"]').first().waitFor();
    await reader.settled();
    const scripts = fetched.filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts) {
      const code = await (await fetch(`${product.origin}${path}`)).text();
      for (const name of NOT_FOR_READERS) expect(code.includes(name), `${name} in ${path}`).toBe(false);
    }
    await reader.leave();
  });

  it('U3: Arabic sets the direction at once and says that words are still English; dark holds too', async () => {
    const reader = await newPerson(browser, product.origin);
    const { documentId } = await sample(product.origin);
    const { page } = reader;
    await page.goto(`${product.origin}/d/${documentId}/v/latest`);
    await page.getByRole('button', { name: 'Appearance and language' }).click();
    const arabic = page.getByRole('menuitemradio', { name: /العربية/ });
    expect(await arabic.innerText()).toContain('words still in English');
    await arabic.click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.text [data-kind="operative"]').first().waitFor();
    expect(
      await page.evaluate(() => [document.documentElement.dir, document.documentElement.dataset.theme]),
    ).toEqual(['rtl', 'dark']);
    await expectAccessible(page);
    await reader.leave();
  });

  it('U14: on a narrow screen the outline is a drawer, and leads to the text', async () => {
    const reader = await newPerson(browser, product.origin, { viewport: { width: 390, height: 844 } });
    const { documentId } = await sample(product.origin);
    const { page } = reader;
    await page.goto(`${product.origin}/d/${documentId}/v/latest`);
    await page.locator('.text [data-kind="operative"]').first().waitFor();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Outline' }).click();
    const drawer = page.getByRole('dialog', { name: 'Outline' });
    await drawer.getByRole('link', { name: /Internet governance/ }).click();
    await drawer.waitFor({ state: 'hidden' });
    const heading = page.getByRole('heading', { name: /Internet governance/ });
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await reader.leave();
  });

  it('U9: every page is in the palette; a key types a letter where text is typed', async () => {
    const reader = await enterAs(browser, product.origin, 'facilitator');
    const { page } = reader;
    await page.goto(`${product.origin}/d/${reader.documentId}/v/latest`);
    await page.locator('.text [data-kind="operative"]').first().waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Type a command or a page' });
    await field.fill('who wrote?');
    await page.getByText('No command of that name.').waitFor();
    await field.fill('who wrote');
    await expectAccessible(page, '.dialog-popup');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/authors');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await reader.leave();
  });
});
