import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, newPerson } from './browser.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await product?.stop();
});

/** A text of three paragraphs, as somebody would bring it. */
const FILE = {
  name: 'text.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Outcome\n\n1. We agree.\n\n2. We [shall] meet again.\n'),
};

/** Every part of a document but the live ones, and an address that leads nowhere. */
const PARTS = ['v/latest', 'versions', 'publish', 'authors', 'members', 'settings', 'audit', 'nothing'];

describe('facilitating', () => {
  it('U8: creates a document, imports a text, publishes it, and publishes only what was seen', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page } = facilitator;
    await page.goto(`${product.origin}/`);
    await page.getByRole('button', { name: 'New document' }).click();
    await page.getByLabel('Title').fill('A new outcome');
    await expectAccessible(page, '.dialog-popup');
    await page.getByRole('button', { name: 'Create the document' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    const documentId = page.url().split('/').at(-2) as string;

    await page.getByLabel('File', { exact: true }).setInputFiles(FILE);
    await page.getByRole('button', { name: 'Import the file' }).click();
    await page.getByText('Imported 3 paragraphs.').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Publish', exact: true }).click();
    await page.getByText('This is the first version').waitFor();
    await page.getByText('1 square bracket is open').waitFor();
    await expectAccessible(page);

    // The text moves on while the facilitator looks: what was not seen is not published.
    await facilitator.api('POST', `/api/documents/${documentId}/phase`, { phase: 'drafting' });
    const form = new FormData();
    form.append('file', new Blob(['Outcome\n\n1. We agree in part.\n']), 'text.txt');
    const cookie = (await facilitator.context.cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const replaced = await fetch(`${product.origin}/api/documents/${documentId}/import?as=working`, {
      method: 'POST',
      headers: { origin: product.origin, cookie },
      body: form,
    });
    expect(replaced.status).toBe(200);
    facilitator.expectProblems(/409/);
    const publish = page.getByRole('button', { name: 'Publish Elements paper to 1 participant' });
    await publish.click();
    await page.getByText('The working text changed while you looked').waitFor();
    await page.getByText('No square brackets are open in the text.').waitFor();
    await publish.click();
    await page.waitForURL('**/v/**');
    await page.getByText('We agree in part.').waitFor();
    await facilitator.leave();
  });

  it('U11, U12: invites somebody, who enters by the link; the token leaves the address', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page, documentId } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/members`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Name').fill('Guest Sample');
    await page.getByLabel('Role', { exact: true }).selectOption('observer');
    // G4: States are offered; a name that is recognised fills in the regional group, another takes it back.
    await page.locator('#delegations option[value="Kenya"]').waitFor({ state: 'attached' });
    await page.getByLabel('Speaks for').fill('Kenya');
    expect(await page.getByLabel('Regional group').inputValue()).toBe('african');
    await page.getByLabel('Speaks for').fill('Observatory S');
    expect(await page.getByLabel('Regional group').inputValue()).toBe('');
    await page.getByLabel('Constituency').selectOption('academia');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invitation link for Guest Sample' });
    const link = await dialog.getByLabel('Link').inputValue();
    expect(link).toMatch(/\/enter#token=/);
    await expectAccessible(page, '.dialog-popup');
    await dialog.getByRole('button', { name: 'I have copied it' }).click();

    const guest = await newPerson(browser, product.origin);
    const asked: string[] = [];
    guest.page.on('request', (request) => asked.push(request.url()));
    await guest.page.goto(link);
    await guest.page.waitForURL(`**/d/${documentId}/**`);
    await guest.page.getByRole('button', { name: 'You are Guest Sample' }).waitFor();
    const token = link.split('token=')[1] as string;
    expect(asked.some((url) => url.includes(token))).toBe(false);
    expect(guest.page.url()).not.toContain('token');

    // Access may end just when the guest's page reports what was seen.
    guest.expectProblems(/403 .*\/seen/);
    const row = page.getByRole('row', { name: /Guest Sample/ });
    await row.getByRole('button', { name: 'Actions for Guest Sample' }).click();
    await page.getByRole('menuitem', { name: 'End access' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End access' }).click();
    await row.getByText(/^Access ended/).waitFor();
    await guest.leave();
    await facilitator.leave();
  });

  it('U13: an invitation that does not work says so and what to do', async () => {
    const guest = await newPerson(browser, product.origin);
    guest.expectProblems(/401/);
    await guest.page.goto(`${product.origin}/enter#token=nothing`);
    await guest.page.getByText('This invitation link does not work').waitFor();
    await guest.page.getByText('Ask the facilitators for a new link.').waitFor();
    await expectAccessible(guest.page);
    await guest.leave();
  });

  it('U4: a consultation closes at a moment entered in a stated zone and said back', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator', 0, {
      timezoneId: 'America/New_York',
    });
    const { page, documentId } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/settings`);
    await page.getByRole('radio', { name: /^Consultation/ }).check();
    await page.getByLabel('Closes by itself', { exact: true }).fill('2040-10-03T14:00');
    await page.getByLabel('Time zone of this entry').selectOption('America/New_York');
    await page.getByText('That is 3 October 2040, 18:00 UTC (New York 14:00).').waitFor();
    await page.getByRole('button', { name: 'Change the phase to Consultation' }).click();
    await page.getByText('Consultation until 3 Oct 2040, 18:00 UTC').waitFor();
    await page.getByRole('radio', { name: /^Drafting/ }).check();
    await page.getByRole('button', { name: 'Change the phase to Drafting' }).click();
    await page.getByText('The phase is now Drafting.').waitFor();
    await facilitator.leave();
  });

  it('U10: who wrote this can be walked by keyboard and narrowed to one person', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page, documentId } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/authors`);
    const stretches = page.locator('.authored');
    await stretches.first().waitFor();
    await expectAccessible(page);
    await page.getByRole('region', { name: /by author/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^Inserted by Sample /).waitFor();
    const signs = await page.locator('.authored-sign').allTextContents();
    expect(signs).toEqual(expect.arrayContaining(['CA', 'CB', 'TC', 'CF']));
    const all = await stretches.count();
    await page.getByRole('button', { name: /Sample drafter One/ }).click();
    await expect.poll(() => stretches.count()).toBeLessThan(all);
    expect(await stretches.count()).toBeGreaterThan(0);
    await facilitator.leave();
  });

  it.each([
    ['light', {}],
    ['dark, on a narrow screen', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)('U5: no page has anything that axe objects to (%s)', async (_, options) => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator', 0, options);
    const { page, documentId } = facilitator;
    for (const path of ['/', ...PARTS.map((part) => `/d/${documentId}/${part}`)]) {
      await page.goto(product.origin + path);
      await page.locator('h1').first().waitFor();
      // The heading may stand before what it heads does.
      await facilitator.settled();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
    }
    await facilitator.leave();
  });
});
