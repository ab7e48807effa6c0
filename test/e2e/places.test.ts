import { describe, expect, it } from 'vitest';
import { inSight, restingBox, toTheMiddle } from './boxes.ts';
import { enterAs } from './browser.ts';
import {
  EDITOR,
  enterDraft,
  firstNumbered,
  nthParagraph,
  paragraphs,
  placeCaret,
  saveLineSays,
  texts,
} from './drafting-page.ts';
import { dragTo, dragToHeight, takeHandle } from './drag.ts';
import { onProduct } from './on-product.ts';

const here = onProduct();

const drafter = (nth: number) => enterDraft(here, nth);

describe('where things stand on the page', () => {
  it('U64: what others write above never moves the line one writes in', async () => {
    const [one, two] = await Promise.all([drafter(0), drafter(1)]);
    const at = (await firstNumbered(one.page)) + 12;
    await placeCaret(one.page, at, 5);
    const top = (): Promise<number> =>
      one.page.evaluate(
        ([selector, index]) =>
          document.querySelector(selector)?.children[index]?.getBoundingClientRect().top ?? 0,
        [EDITOR, at] as const,
      );
    const before = await top();
    await placeCaret(two.page, at - 11, -1);
    await two.page.keyboard.type(` ${'many more words than fit on a line '.repeat(6)}`);
    await saveLineSays(two.page, 'Saved');
    await expect.poll(async () => (await texts(one.page))[at - 11]?.includes('many more words')).toBe(true);
    expect(Math.abs((await top()) - before)).toBeLessThan(1);
    await Promise.all([one.leave(), two.leave()]);
  });

  it('U63: a paragraph is dragged by its handle into the gap it is dropped in, and keeps its id', async () => {
    const { page, leave } = await drafter(0);
    const ids = (await paragraphs(page)).map(({ id }) => id);
    // Clear of the edges of the window, where the page would come along.
    await toTheMiddle(nthParagraph(page, 3));
    await takeHandle(page, 2);
    await dragTo(page, 4);
    await page.mouse.up();
    const wanted = [ids[0], ids[1], ids[3], ids[4], ids[2], ...ids.slice(5)];
    await expect.poll(async () => (await paragraphs(page)).map(({ id }) => id)).toEqual(wanted);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await paragraphs(page)).map(({ id }) => id)).toEqual(ids);
    await leave();
  });

  it('U63: a paragraph held at the foot of the window brings the page along, until it is led away', async () => {
    const { page, leave } = await drafter(0);
    const ids = (await paragraphs(page)).map(({ id }) => id);
    const far = 14;
    await takeHandle(page, 2);
    await dragToHeight(page, 1);
    await expect.poll(() => inSight(nthParagraph(page, far)), { interval: 20 }).toBe(true);
    await dragToHeight(page, 0.5);
    await toTheMiddle(nthParagraph(page, far));
    await dragTo(page, far);
    await page.mouse.up();
    const wanted = [...ids.slice(0, 2), ...ids.slice(3, far + 1), ids[2], ...ids.slice(far + 1)];
    await expect.poll(async () => (await paragraphs(page)).map(({ id }) => id)).toEqual(wanted);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await paragraphs(page)).map(({ id }) => id)).toEqual(ids);
    await leave();
  });

  it('U69: what comes after the text does not move it', async () => {
    const { page, documentId, origin, leave } = await enterAs(
      here.browser,
      here.product.origin,
      'drafter',
      0,
    );
    // Notes where the title is drawn, frame by frame, from the first in which there is one.
    await page.addInitScript(`
      window.tops = [];
      const note = () => {
        const top = document.querySelector('.ProseMirror > *')?.getBoundingClientRect().top;
        if (top !== undefined && window.tops.at(-1) !== top) window.tops.push(top);
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    `);
    await page.goto(`${origin}/d/${documentId}/draft`);
    await page.getByRole('toolbar').waitFor();
    await firstNumbered(page);
    await restingBox(nthParagraph(page, 0));
    expect(await page.evaluate('window.tops')).toHaveLength(1);
    await leave();
  });

  it('U61: opens at the paragraph that the address names, and the outline leads to sections', async () => {
    const { page, origin, documentId, leave } = await drafter(0);
    const { id } = (await paragraphs(page)).at(-3) ?? { id: '' };
    await page.goto('about:blank');
    await page.goto(`${origin}/d/${documentId}/draft#p-${id}`);
    await page.waitForSelector(`#p-${id}`);
    await expect
      .poll(() =>
        page.evaluate((anchor) => document.getElementById(anchor)?.getBoundingClientRect().top, `p-${id}`),
      )
      .toBeLessThan(900);
    await page.click('.outline a >> nth=1');
    await expect
      .poll(() => page.textContent('.outline a[aria-current]'))
      .toContain((await page.textContent('.outline a >> nth=1')) ?? '-');
    await leave();
  });
});
