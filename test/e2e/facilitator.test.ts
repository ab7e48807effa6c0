import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Version } from '../../shared/model/version.ts';
import { enterAs, launchBrowser, newPerson } from './browser.ts';
import { openDraft, paragraphWith, storedText } from './draft.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await product.stop();
});

/** A small text of our own, with everything that an import must keep. */
const TEXT = [
  'Declaration on harbours',
  'Recalling the importance of safe harbours,',
  '1. We commit to keep harbours open.',
  '(a) By day;',
  '(b) By night.',
  '2. We will meet again.',
].join('\n\n');

describe('a facilitator', () => {
  it('creates a document, imports a text, invites a drafter, and publishes a version with a permanent link', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page } = facilitator;
    await page.goto(facilitator.origin);
    await page.getByRole('button', { name: 'New document' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Declaration on harbours');
    await page.getByRole('button', { name: 'Create the document' }).click();
    await page.waitForURL(/\/d\/[^/]+\/settings$/);
    const documentId = /\/d\/([^/]+)\//.exec(page.url())?.[1] ?? '';

    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'harbours.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
    await page.getByRole('button', { name: 'Import the file' }).click();
    await page.getByText('Imported 6 paragraphs.').waitFor();
    const stored = await storedText(facilitator, documentId);
    expect(stored.map(({ label, text }) => `${label}|${text}`)).toEqual(
      expect.arrayContaining([
        '1|We commit to keep harbours open.',
        '(b)|By night.',
        '2|We will meet again.',
      ]),
    );

    await page.goto(`${facilitator.origin}/d/${documentId}/members`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('New drafter');
    await page.getByLabel('Role', { exact: true }).selectOption('drafter');
    await page.getByLabel('Speaks for', { exact: true }).fill('Harbour association');
    await page.getByLabel('Constituency', { exact: true }).selectOption('private-sector');
    await page.getByRole('button', { name: 'Make an invitation link' }).click();
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(link).toContain(`${facilitator.origin}/enter#token=`);

    const drafter = await newPerson(browser, product.origin);
    await drafter.page.goto(link);
    await drafter.page.waitForURL(new RegExp(`/d/${documentId}`));
    expect(drafter.page.url()).not.toContain('token');
    await openDraft(drafter, documentId);
    await paragraphWith(drafter.page, 'We commit to keep harbours open.').waitFor();

    await page.goto(`${facilitator.origin}/d/${documentId}/publish`);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Zero draft');
    await page.getByRole('button', { name: /^Publish Zero draft to/ }).click();
    await page.waitForURL(/\/v\/[^/]+$/);
    const versionId = /\/v\/([^/#]+)$/.exec(page.url())?.[1] ?? '';
    expect(versionId).not.toBe('latest');
    const version = (await (
      await facilitator.api('GET', `/api/documents/${documentId}/versions/${versionId}`)
    ).json()) as Version;
    expect(version).toMatchObject({ name: 'Zero draft', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    // The permanent link to a paragraph leads to its words, for the invited drafter as well.
    const commitment = version.paragraphs.find(({ text }) => text.startsWith('We commit'));
    await drafter.page.goto(`${drafter.origin}/d/${documentId}/v/${versionId}#p-${commitment?.id}`);
    await drafter.page.locator(`[id="p-${commitment?.id}"]`).filter({ hasText: 'We commit' }).waitFor();
    await Promise.all([facilitator.leave(), drafter.leave()]);
  });
});
