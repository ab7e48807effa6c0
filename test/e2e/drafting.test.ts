import { describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { CUT_LINE, enterAs } from './browser.ts';
import {
  EDITOR,
  enterDraft,
  firstNumbered,
  openDraft,
  paragraphs,
  paste,
  placeCaret,
  saveLineSays,
  texts,
} from './drafting-page.ts';
import { onProduct } from './on-product.ts';

const here = onProduct();

const drafter = (nth: number) => enterDraft(here, nth);

describe('drafting together', () => {
  it('U30: two drafters type into one paragraph and see the same text, each with the name of the other', async () => {
    const [one, two] = await Promise.all([drafter(0), drafter(1)]);
    const at = await firstNumbered(one.page);
    await placeCaret(one.page, at, 0);
    await placeCaret(two.page, at, -1);
    await Promise.all([
      one.page.keyboard.type('From the first hand ', { delay: 15 }),
      two.page.keyboard.type(' from the second hand', { delay: 15 }),
    ]);
    await saveLineSays(one.page, 'Saved');
    await saveLineSays(two.page, 'Saved');
    // Saved is what one wrote oneself; the other's last words may be on their way.
    for (const { page } of [one, two])
      await expect
        .poll(async () => (await texts(page))[at])
        .toMatch(/^From the first hand .* from the second hand$/s);
    expect(await texts(two.page)).toEqual(await texts(one.page));
    await expect.poll(() => one.page.textContent('.presence-flag')).toContain(two.who.name);
    expect(await one.page.textContent('.presence-flag')).toContain(two.who.delegation);

    // U32: undo takes back one's own words alone.
    await one.page.keyboard.press('Control+z');
    await expect.poll(async () => (await texts(one.page))[at]?.startsWith('From')).toBe(false);
    expect((await texts(one.page))[at]).toMatch(/ from the second hand$/);
    await one.page.keyboard.press('Control+y');
    await expect.poll(async () => (await texts(two.page))[at]?.startsWith('From the first hand ')).toBe(true);
    await Promise.all([one.leave(), two.leave()]);
  });

  it('U33: menus, people and links open at a press once they were fetched ahead, without a connection too', async () => {
    const { page, context, expectProblems, leave } = await drafter(0);
    const ahead = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
      );
    for (const part of ['kind-menu', 'more-menu', 'people-panel', 'link-panel'])
      await expect.poll(ahead, { timeout: 15_000 }).toContain(`/${part}-`);
    await saveLineSays(page, 'Saved');
    await page.waitForLoadState('networkidle');
    expectProblems(CUT_LINE);
    await context.setOffline(true);
    const at = await firstNumbered(page);
    await placeCaret(page, at, 3);
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitemradio', { name: 'Preambular paragraph' }).click();
    await expect.poll(async () => (await paragraphs(page))[at]?.kind).toBe('preambular');
    await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Who wrote this' }).waitFor();
    await page.keyboard.press('Escape');
    await placeCaret(page, at, 0, 5);
    await page.keyboard.press('Control+Shift+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await context.setOffline(false);
    await saveLineSays(page, 'Saved');
    await page.getByRole('button', { name: /drafting/ }).click();
    await page.getByText('Who is drafting').waitFor();
    await leave();
  });

  it('U37: keys of structure: Enter, Backspace, Tab, moving, kinds', async () => {
    const { page, leave } = await drafter(0);
    const at = await firstNumbered(page);
    const before = await paragraphs(page);
    const whole = before[at]?.text ?? '';
    await placeCaret(page, at, 10);
    await page.keyboard.press('Enter');
    const one = async (index: number) => (await paragraphs(page))[index];
    await expect
      .poll(() => one(at + 1))
      .toMatchObject({
        text: whole.slice(10),
        label: expect.stringMatching(/ bis$/),
      });
    const split = await paragraphs(page);
    expect(split[at]).toMatchObject({ text: whole.slice(0, 10), id: before[at]?.id });
    expect(new Set(split.map(({ id }) => id)).size).toBe(split.length);
    await page.keyboard.press('Tab');
    await expect.poll(() => one(at + 1)).toMatchObject({ kind: 'item 1', label: '(a)' });
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => one(at)).toMatchObject({ text: whole.slice(10) });
    await expect.poll(() => one(at + 1)).toMatchObject({ id: before[at]?.id });
    await expect.poll(() => page.textContent('.toasts')).toContain('Moved');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => one(at)).toMatchObject({ id: before[at]?.id });
    await page.keyboard.press('Control+Alt+2');
    await expect.poll(() => one(at + 1)).toMatchObject({ kind: 'heading 2' });
    await page.keyboard.press('Control+Alt+5');
    await expect.poll(async () => (await one(at + 1))?.kind).not.toBe('heading 2');
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await expect.poll(async () => (await paragraphs(page)).length).toBe(before.length);
    await expect
      .poll(() => one(at))
      .toMatchObject({
        text: whole,
        id: before[at]?.id,
        kind: 'operative',
      });
    await saveLineSays(page, 'Saved');
    await leave();
  });

  it('U38: Tab indents, and after Escape leaves the text', async () => {
    const { page, leave } = await drafter(0);
    await placeCaret(page, await firstNumbered(page), 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate((selector) => document.activeElement?.matches(selector), EDITOR)).toBe(false);
    await page.focus(EDITOR);
    await page.keyboard.press('Alt+F10');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold');
    await leave();
  });

  it('U40: pastes from a web page without its rubbish, and undoes that in one step', async () => {
    const { page, leave } = await drafter(0);
    const at = await firstNumbered(page);
    const before = await texts(page);
    await placeCaret(page, at, -1);
    await paste(
      page,
      `<style>p{color:red}</style><ol><li style="color:red"><b>First</b> point<script>alert(1)</script></li>
       <li>Second<img src="x.png"></li></ol>`,
    );
    const pasted = async () =>
      (await paragraphs(page)).slice(at + 1, at + 3).map(({ text, kind }) => `${kind} ${text}`);
    await expect.poll(pasted).toEqual(['operative First point', 'operative Second']);
    expect(await page.$$eval(`${EDITOR} img, ${EDITOR} [style]`, (found) => found.length)).toBe(0);
    await expect.poll(() => page.textContent('.toasts')).toContain('1 picture');
    await page.keyboard.press('Control+z');
    await expect.poll(() => texts(page)).toEqual(before);
    await leave();
  });

  it('U45: what is copied carries labels as text, and goes back without them', async () => {
    const { page, context, leave } = await drafter(0);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const at = await firstNumbered(page);
    const [seen] = (await paragraphs(page)).slice(at, at + 1);
    await placeCaret(page, at, 0, -1);
    const copied = await page.evaluate((selector) => {
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector(selector)?.dispatchEvent(event);
      return { html: data.getData('text/html'), text: data.getData('text/plain') };
    }, EDITOR);
    expect(copied.text).toBe(`${seen?.label}. ${seen?.text}`);
    await placeCaret(page, at, -1);
    await page.keyboard.press('Control+Enter');
    await paste(page, copied.html, copied.text);
    const after = await paragraphs(page);
    expect(after[at + 1]).toMatchObject({ text: seen?.text, kind: 'operative' });
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await leave();
  });

  it('U52: finds and replaces every place in one step', async () => {
    const { page, leave } = await drafter(0);
    await page.focus(EDITOR);
    await page.keyboard.press('Control+h');
    await page.fill('[placeholder="Find"]', 'digital');
    await expect.poll(() => page.textContent('.find-where')).toMatch(/^\d+ of \d+$/);
    const count = Number(/of (\d+)/.exec((await page.textContent('.find-where')) ?? '')?.[1]);
    await expect.poll(() => page.locator('.find-match').count()).toBe(count);
    await page.fill('[placeholder="Replace with"]', 'd1g1tal');
    await page.click('text=Replace all');
    const replaced = async () => (await texts(page)).join('\n').match(/d1g1tal/g)?.length;
    await expect.poll(replaced).toBe(count);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(replaced).toBeUndefined();
    await leave();
  });

  it('U39: a reader sees the text live and has no way to write in it', async () => {
    const writer = await drafter(0);
    const reader = await enterAs(here.browser, here.product.origin, 'observer', 0);
    const answer = await writer.api('GET', `/api/documents/${writer.documentId}`);
    const { document } = (await answer.json()) as { document: { workingText: string } };
    const facilitator = await enterAs(here.browser, here.product.origin, 'facilitator', 0);
    if (document.workingText === 'team')
      await facilitator.api('PATCH', `/api/documents/${writer.documentId}`, { workingText: 'participants' });
    await openDraft(reader, reader.documentId, false);
    expect(await reader.page.$('[role=toolbar]')).toBeNull();
    expect(await reader.page.textContent('.why-read-only')).toContain('You are reading along');
    const before = await texts(reader.page);
    await reader.page.click(`${EDITOR} .paragraph >> nth=2`);
    await reader.page.keyboard.type('not allowed');
    await paste(reader.page, '<p>not allowed</p>');
    expect(await texts(reader.page)).toEqual(before);
    const at = await firstNumbered(writer.page);
    await placeCaret(writer.page, at, 0);
    await writer.page.keyboard.type('Live ');
    await expect.poll(async () => (await texts(reader.page))[at]?.startsWith('Live ')).toBe(true);
    await writer.page.keyboard.press('Control+z');
    await Promise.all([writer.leave(), reader.leave(), facilitator.leave()]);
  });

  it('U38: the page has one heading, before its text is there and after', async () => {
    const { page, documentId, origin, leave } = await enterAs(
      here.browser,
      here.product.origin,
      'drafter',
      0,
    );
    const headings = page.getByRole('heading', { level: 1 });
    // A line on which the server never says anything.
    const silent = await page.context().newPage();
    await silent.routeWebSocket(/\/sync\//, () => undefined);
    await silent.goto(`${origin}/d/${documentId}/draft`);
    await silent.waitForSelector('.drafting .skeleton-line');
    expect(await silent.locator(EDITOR).count()).toBe(0);
    const heard = await silent.getByRole('heading', { level: 1 }).allTextContents();
    await silent.close();

    await page.goto(`${origin}/d/${documentId}/draft`);
    await page.waitForSelector(`${EDITOR} .paragraph`);
    await expect.poll(() => headings.count()).toBe(1);
    expect(heard).toHaveLength(1);
    expect(heard[0]).not.toBe('');

    // The title made an ordinary paragraph: the heading is heard again.
    await placeCaret(page, 0, 0);
    await page.keyboard.press('Control+Alt+0');
    await expect.poll(async () => (await paragraphs(page))[0]?.kind).toBe('plain');
    await expect.poll(() => headings.allTextContents()).toEqual(heard);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await paragraphs(page))[0]?.kind).toBe('title');
    await saveLineSays(page, 'Saved');
    await leave();
  });

  it('U38: the page has no barrier that axe finds', async () => {
    const { page, leave } = await drafter(0);
    await expectAccessible(page);
    await leave();
  });
});
