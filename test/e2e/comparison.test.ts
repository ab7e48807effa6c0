import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, newPerson, sample } from './browser.ts';
import { openDraft, paragraphWith, typeAfter } from './draft.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await product?.stop();
});

describe('comparison', () => {
  it('U60: a visitor walks from change to change, in each manner of drawing', async () => {
    const { documentId } = await sample(product.origin);
    const visitor = await newPerson(browser, product.origin);
    const { page } = visitor;
    await page.goto(`${product.origin}/d/${documentId}/compare`);
    await page.locator('.compare-row ins').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('n');
    const current = page.locator('.compare-row[data-current]');
    await current.waitFor();
    expect(await current.innerText()).toContain('nearly a third');
    expect(await current.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('n');
    await expect.poll(() => current.innerText()).not.toContain('nearly a third');
    await page.keyboard.press('p');
    await expect.poll(() => current.innerText()).toContain('nearly a third');
    // What is struck out is said aloud as deleted, not as part of the text.
    expect(await current.locator('del').first().textContent()).toMatch(/^deleted: .* end\. $/);

    await page.getByLabel('Drawn as').selectOption('itu');
    await expect.poll(() => page.locator('.compare-itu').first().isVisible()).toBe(true);
    await page.getByLabel('View').selectOption('side');
    await page.locator('.compare-cell').first().waitFor();
    await expectAccessible(page);
    const seen = page.url();
    await page.goto(seen);
    await page.locator('.compare-cell').first().waitFor();
    expect(await page.getByLabel('Drawn as').inputValue()).toBe('itu');
    await visitor.leave();
  });

  it('U61: a moved paragraph and the place it left lead to one another', async () => {
    const reader = await enterAs(browser, product.origin, 'observer');
    const { page } = reader;
    await page.goto(`${product.origin}/d/${reader.documentId}/compare`);
    const left = page.getByRole('link', { name: /moved from here to/ });
    await left.waitFor();
    const target = (await left.getAttribute('href')) ?? '';
    const moved = page.locator(`[id="${target.slice(1)}"]`);
    expect(await moved.getByRole('link', { name: /^Moved from/ }).count()).toBe(1);
    await reader.leave();
  });

  it('C43: the summary tells sections, terms, brackets and numbers', async () => {
    const { documentId } = await sample(product.origin);
    const visitor = await newPerson(browser, product.origin);
    const { page } = visitor;
    await page.goto(`${product.origin}/d/${documentId}/compare?view=summary`);
    await page.getByRole('heading', { name: 'Terms that appeared or vanished' }).waitFor();
    await page.getByText('refurbishment').waitFor();
    await expectAccessible(page);
    await page.getByRole('heading', { name: 'Sections most changed' }).waitFor();
    await page.getByRole('link', { name: 'X. Implementation, follow-up and review' }).click();
    await page.locator('.compare-row[data-current]').waitFor();
    await visitor.leave();
  });

  it('C40: the history leads to a paragraph through all texts, and to the change behind a sign', async () => {
    const { documentId } = await sample(product.origin);
    const visitor = await newPerson(browser, product.origin);
    const { page } = visitor;
    await page.goto(`${product.origin}/d/${documentId}/history`);
    const row = page.getByRole('row', { name: /close the gender digital divide/ });
    await row.waitFor();
    await expectAccessible(page);
    await row.getByRole('rowheader').getByRole('link').click();
    const columns = page.locator('.lineage-column');
    await columns.first().waitFor();
    expect(await columns.count()).toBe(4);
    expect(await columns.nth(2).innerText()).toContain('Split: 13 into 2 paragraphs');
    await expectAccessible(page);
    await page.goBack();
    await row.getByRole('cell').nth(2).getByRole('link').click();
    await page.locator('.compare-row[data-current]').waitFor();
    expect(await page.locator('.compare-row[data-current]').innerText()).toContain('gender digital divide');
    await visitor.leave();
  });

  it('U66: changes since a version are drawn over the live text while somebody else types', async () => {
    const [one, two] = [
      await enterAs(browser, product.origin, 'drafter', 0),
      await enterAs(browser, product.origin, 'drafter', 1),
    ];
    await openDraft(one, one.documentId);
    await openDraft(two, one.documentId);
    await one.page.getByLabel('Changes since').selectOption({ label: 'Rev.1' });
    const third = one.page.locator('.ProseMirror ins', { hasText: 'nearly a third' });
    await third.waitFor();
    expect(await third.getAttribute('title')).toContain('Sample drafter Two (Civil society network B)');
    await typeAfter(two.page, 'Recalling the purposes', ' and aims');
    const typed = one.page.locator('.ProseMirror ins', { hasText: 'and aims' });
    await typed.waitFor();
    await expect.poll(() => typed.getAttribute('title')).toContain('Sample drafter Two');
    // What is drawn is not in the text: the removed paragraph shows, and is in nobody's copy.
    await one.page.locator('.change-removal', { hasText: 'cultural heritage' }).waitFor();
    const text = await (await one.api('GET', `/api/documents/${one.documentId}/text`)).json();
    expect(JSON.stringify(text)).not.toContain('preservation of cultural heritage');
    expect(await paragraphWith(two.page, 'and aims').count()).toBe(1);
    await expectAccessible(one.page);
    await one.leave();
    await two.leave();
  });
});
