import type { Page } from 'playwright-core';
import { restingBox } from './boxes.ts';
import { nthParagraph } from './drafting-page.ts';

/** Points at a paragraph (from 0), and takes hold of the handle that then stands beside it. */
export async function takeHandle(page: Page, index: number): Promise<void> {
  const paragraph = await restingBox(nthParagraph(page, index));
  await page.mouse.move(paragraph.left + 50, paragraph.top + 10);
  const handle = await restingBox(page.locator('.drag-handle'));
  await page.mouse.move(handle.left + 8, handle.top + 8);
  await page.mouse.down();
  await page.locator('.drop-line').waitFor();
}

/** Leads what is in the hand to the lower end of a paragraph. */
export async function dragTo(page: Page, index: number): Promise<void> {
  const { left, bottom } = await restingBox(nthParagraph(page, index));
  await page.mouse.move(left - 20, bottom - 5, { steps: 8 });
}

/** Leads what is in the hand to a share of the window's height, from 0 at its head to 1 at its foot. */
export async function dragToHeight(page: Page, share: number): Promise<void> {
  const height = await page.evaluate(() => innerHeight);
  await page.mouse.move(400, Math.round(share * (height - 1)));
}
