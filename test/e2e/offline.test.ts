import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CUT_LINE, enterAs } from './browser.ts';
import {
  keptOnDevice,
  openDraft,
  paragraphWith,
  SAMPLE,
  storedText,
  textbox,
  typeAfter,
  untilBack,
  untilSaid,
} from './draft.ts';
import { onWeakLine } from './weak-line.ts';

const at = onWeakLine();

describe('a drafter on a weak network', () => {
  it('R61: a page that cannot be fetched says so inside its frame, and comes by itself when the line is back', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'facilitator');
    const { page, documentId } = away;
    away.expectProblems(CUT_LINE);
    await page.goto(`${at.line.origin}/d/${documentId}/v/latest`);
    await page.locator('main [data-kind]').first().waitFor();
    at.line.cut();
    await page.evaluate((path) => history.pushState(null, '', path), `/d/${documentId}/audit`);
    await page.getByText('No connection to the server').waitFor();
    await page.getByRole('banner').waitFor();
    at.line.mend();
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    await away.leave();
  });

  it('R69: a page whose server does not answer says so in the place of what should come, and goes on by itself', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'facilitator');
    const { page, documentId } = away;
    away.expectProblems(CUT_LINE);
    const asked: Route[] = [];
    let dead = false;
    const hold = (route: Route) => (dead ? route.abort('connectionrefused') : void asked.push(route));
    await page.route('**/api/**', hold);
    await page.goto(`${at.line.origin}/d/${documentId}/v/latest`);
    await page.getByRole('alert').filter({ hasText: 'The server has not answered yet' }).waitFor();
    dead = true;
    for (const route of asked) await route.abort('connectionrefused');
    const notice = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await notice.waitFor();
    expect(await notice.count()).toBe(1);
    expect(await notice.innerText()).toContain('What you typed before is kept');
    await page.unroute('**/api/**', hold);
    await page.locator('main [data-kind="operative"]').first().waitFor();
    await expect.poll(() => notice.count()).toBe(0);
    await away.leave();
  });

  it('R43, R45: an offline edit is kept, said to be kept, and merges when the line is back', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'drafter', 0);
    const there = await enterAs(at.browser, at.product.origin, 'drafter', 1);
    away.expectProblems(CUT_LINE);
    await Promise.all([openDraft(away, away.documentId), openDraft(there, there.documentId)]);

    at.line.cut();
    await untilSaid(away.page, /^Offline/);
    await typeAfter(away.page, SAMPLE.first, ' (written offline)');
    expect(await keptOnDevice(away.page)).toBeGreaterThan(0);
    await typeAfter(there.page, SAMPLE.first, ' (written meanwhile)');
    await untilSaid(there.page, /^Saved$/);

    at.line.mend();
    await untilBack(away.page);
    await untilSaid(away.page, /^Saved$/);
    for (const { page } of [away, there])
      for (const words of ['(written offline)', '(written meanwhile)'])
        await paragraphWith(page, SAMPLE.first).filter({ hasText: words }).waitFor();
    const stored = (await storedText(there, there.documentId)).filter(({ text }) =>
      text.startsWith(SAMPLE.first),
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.text).toMatch(/\(written offline\)/);
    expect(stored[0]?.text).toMatch(/\(written meanwhile\)/);
    await Promise.all([away.leave(), there.leave()]);
  });

  it('R46: closing and opening the page before the socket is back loses nothing and counts honestly', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'drafter', 0);
    away.expectProblems(CUT_LINE);
    await openDraft(away, away.documentId);
    at.line.cutSockets();
    await untilSaid(away.page, /^Offline/);
    await typeAfter(away.page, SAMPLE.second, ' (before the reload)');
    // A busy machine types with pauses, so the number itself is not known; that it stays the same is the point.
    const kept = await keptOnDevice(away.page);
    expect(kept).toBeGreaterThan(0);

    await away.page.reload();
    await paragraphWith(away.page, '(before the reload)').waitFor();
    expect(await keptOnDevice(away.page)).toBe(kept);
    // It may be written on, as the device remembers that this was permitted.
    await textbox(away.page).waitFor();
    await typeAfter(away.page, '(before the reload)', ' (after it)');

    at.line.mend();
    await untilBack(away.page);
    await untilSaid(away.page, /^Saved$/);
    const stored = await storedText(away, away.documentId);
    expect(stored.filter(({ text }) => text.endsWith('(before the reload) (after it)'))).toHaveLength(1);
    await away.leave();
  });
});
