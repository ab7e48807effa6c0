import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { inWidth } from './boxes.ts';
import { enterAs, launchBrowser } from './browser.ts';
import { latestVersion } from './inputs.ts';
import { matrix, panel } from './positions-page.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await product?.stop();
});

describe('the matrix of a section', () => {
  it('U254: a facilitator looks at one section, by keyboard, and takes it along as it is shown', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page, documentId } = facilitator;
    const { paragraphs } = await latestVersion(facilitator, documentId);
    const headings = paragraphs.flatMap(({ kind }, k) => (kind === 'heading' ? [k] : []));
    const [from = 0, to = 0] = headings.slice(
      headings.findIndex((k) => /Internet governance/.test(paragraphs[k]?.text ?? '')),
    );
    const section = paragraphs.slice(from, to);
    await page.goto(`${product.origin}/d/${documentId}/positions`);
    const grid = matrix(page);
    await grid.waitFor();
    const choice = page.getByRole('combobox', { name: 'Section' });
    await choice.focus();
    await page.keyboard.type('IX. Internet');
    await page.waitForURL(/[?&]section=/);
    await page
      .getByRole('status')
      .filter({ hasText: `${section.length} of ${paragraphs.length} paragraphs` })
      .waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(section.length + 1));
    expect(await grid.getByRole('rowheader').count()).toBe(section.length);
    await expectAccessible(page);

    // The first numbered paragraph of the section, from the keyboard; the end of the grid is the end of the section.
    const first = section.findIndex(({ label }) => label !== '');
    await grid.locator('[tabindex="0"]').focus();
    for (let k = 0; k < first; k++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('heading', { name: new RegExp(`^${section[first]?.label}\\b`) })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await panel(page)
      .getByText(section.at(-1)?.text ?? '', { exact: true })
      .waitFor();
    await page.reload();
    await panel(page)
      .getByText(section.at(-1)?.text ?? '', { exact: true })
      .waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(section.length + 1));

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/Internet governance.*\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(section.length + 1);
    for (const [k, { text }] of section.entries()) expect(lines[k + 1]).toContain(text.slice(0, 30));

    await page.getByRole('link', { name: 'Not heard' }).click();
    await expect.poll(() => choice.inputValue()).toBe(section[0]?.id);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goBack();
    await grid.waitFor();
    expect(await inWidth(choice)).toBe(true);
    await choice.selectOption('');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(paragraphs.length + 1));
    expect(new URL(page.url()).searchParams.has('section')).toBe(false);
    await facilitator.leave();
  });
});
