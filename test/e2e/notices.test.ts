import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await product.stop();
});

describe('somebody who is asked a question', () => {
  it('is told at the bell at once, is led to the question, and finds it read', async () => {
    const asked = await enterAs(browser, product.origin, 'delegate');
    const asking = await enterAs(browser, product.origin, 'stakeholder');
    const { page, documentId } = asked;
    await asked.api('POST', '/api/notices/read', { all: true });
    await page.goto(`${asked.origin}/d/${documentId}/versions`);
    await page.getByRole('button', { name: 'Notices, none unread' }).waitFor();

    const { directory } = await (await asking.api('GET', `/api/documents/${documentId}/register`)).json();
    const { delegationId } = directory.participants.find(
      (one: { name: string }) => one.name === asked.who.name,
    );
    const said = await asking.api('POST', `/api/documents/${documentId}/comments`, {
      on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
      kind: 'question',
      text: 'Which date can you accept?',
      addressed: { delegations: [delegationId] },
    });
    expect(said.status(), await said.text()).toBe(201);

    const bell = page.getByRole('button', { name: 'Notices, 1 unread' });
    await bell.waitFor();
    await bell.click();
    const panel = page.getByRole('dialog', { name: 'Notices' });
    const line = panel.getByRole('link', { name: `${asking.who.delegation} asked you a question` }).first();
    await line.waitFor();
    await expectAccessible(page, '.notice-panel');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Notices, 1 unread',
    );
    await page.keyboard.press('Enter');
    await line.click();
    await page.waitForURL(`**/d/${documentId}/dialogue/*`);
    await page.getByText('Which date can you accept?').first().waitFor();
    await page.getByRole('button', { name: 'Notices, none unread' }).waitFor();
    await Promise.all([asked.leave(), asking.leave()]);
  });

  it('has a page of all notices, with the feed and mail', async () => {
    const person = await enterAs(browser, product.origin, 'stakeholder');
    const { page, documentId } = person;
    await page.goto(`${person.origin}/d/${documentId}/notices`);
    await page.getByRole('heading', { name: 'Notices', level: 1 }).waitFor();
    await page.getByText('decided on your input').first().waitFor();
    expect(await page.getByLabel('Address of the feed').inputValue()).toBe(
      `${person.origin}/api/documents/${documentId}/feed.atom`,
    );
    await page.getByText('This server sends no mail.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('button', { name: 'Notices, none unread' }).waitFor();
    await page.getByLabel('Show').selectOption('unread');
    await page.getByText('Nothing unread.').waitFor();
    await person.leave();
  });
});
