import { describe, expect, it } from 'vitest';
import { CUT_LINE, enterAs } from './browser.ts';
import { openDraft, paragraphWith, SAMPLE, typeAfter, untilSaid } from './draft.ts';
import { onWeakLine } from './weak-line.ts';

const at = onWeakLine();

describe('code that cannot be fetched', () => {
  it('U247: a part says so in its place and offers to try again; the page around it stays', async () => {
    const reader = await enterAs(at.browser, at.line.origin, 'delegate');
    const { page, documentId } = reader;
    reader.expectProblems(CUT_LINE);
    await page.goto(`${at.line.origin}/d/${documentId}/positions`);
    await page.getByRole('grid').waitFor();
    at.line.cut();
    await page.getByRole('link', { name: 'Groups and alignment' }).click();
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    at.line.mend();
    const groups = page.locator('.align').first();
    // It also comes by itself, which may be sooner.
    await Promise.any([again.click(), groups.waitFor()]);
    await groups.waitFor();
    await reader.leave();
  });

  it('U248: where a newer release took the code away, the page offers it, and no word is lost', async () => {
    const drafter = await enterAs(at.browser, at.product.origin, 'drafter');
    const { page, documentId } = drafter;
    drafter.expectProblems(/404|Failed to fetch dynamically imported module/);
    // What a server of a newer release answers to a page of the older one.
    await page.route(/\/assets\/more-menu-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
    await openDraft(drafter, documentId);
    await typeAfter(page, SAMPLE.first, ' (typed in the older release)');
    await untilSaid(page, /^Saved$/);
    await page.route(`${at.product.origin}/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/assets/newer.js"></script>',
      }),
    );
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByText('This page has a newer version').waitFor();
    await paragraphWith(page, SAMPLE.first).filter({ hasText: '(typed in the older release)' }).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await paragraphWith(page, SAMPLE.first).filter({ hasText: '(typed in the older release)' }).waitFor();
    expect(await page.getByText('This page has a newer version').count()).toBe(0);
    await drafter.leave();
  });
});
