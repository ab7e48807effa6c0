import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser } from './browser.ts';
import { comments, latestVersion, said } from './inputs.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  const facilitator = await enterAs(browser, product.origin, 'facilitator');
  await said(facilitator, 'POST', `/api/documents/${facilitator.documentId}/phase`, { phase: 'negotiation' });
  await facilitator.leave();
});
afterAll(async () => {
  await product.stop();
});

const table = (page: Page) => page.getByRole('grid', { name: 'Inputs by paragraph' });
const row = (page: Page, words: string) => table(page).getByRole('row').filter({ hasText: words });

describe('inputs', () => {
  it('U113, U114: a facilitator disposes of several at once with the keyboard alone, and publishes with every open item listed', async () => {
    const [facilitator, stakeholder, delegate] = await Promise.all([
      enterAs(browser, product.origin, 'facilitator'),
      enterAs(browser, product.origin, 'stakeholder'),
      enterAs(browser, product.origin, 'delegate'),
    ]);
    const { documentId } = facilitator;
    const { paragraphs } = await latestVersion(facilitator, documentId);
    const one = paragraphs.find(({ kind }) => kind === 'operative');
    for (const words of ['Alpha: shorter please.', 'Beta: shorter please.', 'Gamma: shorter please.'])
      await comments(stakeholder, documentId, words, one?.id);
    await comments(delegate, documentId, 'Delta: who reports on this?', one?.id, { kind: 'question' });

    const { page } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/inputs?state=undecided`);
    await row(page, 'Alpha').waitFor();
    await expectAccessible(page);
    await row(page, 'Alpha').getByText('Alpha').click();
    await table(page).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('heading', { name: '3 inputs selected' }).waitFor();
    await page.keyboard.press('d');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe('accepted');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('textbox', { name: 'Reason' }).focus();
    await page.keyboard.type('The length follows from the mandate.');
    // What was typed outlives the page.
    await page.reload();
    await row(page, 'Alpha').waitFor();
    await table(page).focus();
    await row(page, 'Alpha').getByText('Alpha').click();
    await table(page).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => page.getByRole('textbox', { name: 'Reason' }).inputValue()).toMatch(/mandate/);
    await page.getByRole('button', { name: 'Decide on 3 inputs' }).click();
    await page.getByText('3 inputs: Not accepted.').waitFor();
    await expect.poll(() => row(page, 'Alpha').count()).toBe(0);
    expect(await row(page, 'Delta').count()).toBe(1);

    await page.goto(`${product.origin}/d/${documentId}/publish`);
    const open = page
      .getByRole('region', { name: 'Inputs without decision, and where they would stand' })
      .first();
    await open.getByText('Delta: who reports on this?').waitFor();
    expect(await open.getByText('Alpha').count()).toBe(0);
    await page.getByText(/questions? (is|are) not settled\.$/).waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Rev.9');
    await page.getByRole('button', { name: /^Publish Rev\.9 to/ }).click();
    await page.waitForURL(/\/v\/[^/]+$/);
    await Promise.all([facilitator.leave(), stakeholder.leave(), delegate.leave()]);
  });

  it('U151: the author reads what became of the input, is not satisfied and contests; the facilitator answers', async () => {
    const [facilitator, stakeholder] = await Promise.all([
      enterAs(browser, product.origin, 'facilitator'),
      enterAs(browser, product.origin, 'stakeholder'),
    ]);
    const { documentId } = facilitator;
    const comment = await comments(stakeholder, documentId, 'Epsilon: name the mechanism.');
    await said(facilitator, 'POST', `/api/documents/${documentId}/dispositions`, {
      on: [{ noun: 'comment', id: comment }],
      decision: 'noted',
      reason: 'A later chapter does.',
      summary: 'Asks for a longer text.',
    });

    const { page } = stakeholder;
    await page.goto(`${product.origin}/d/${documentId}/v/latest`);
    await page.getByRole('button', { name: /^Waiting for you/ }).click();
    await page.getByRole('menuitem', { name: /on your inputs to answer$/ }).click();
    const card = page.getByRole('article').filter({ hasText: 'Epsilon' });
    await card.getByText('A later chapter does.').waitFor();
    await card.getByText('30 days left').waitFor();
    await expectAccessible(page);
    await card.getByLabel('Not satisfied').check();
    await card.getByRole('textbox', { name: 'What is not satisfied' }).fill('No chapter does.');
    await card.getByRole('button', { name: 'Put on record' }).click();
    await page.goto(`${product.origin}/d/${documentId}/outcomes/paragraph/general#i-comment.${comment}`);
    await card.getByText('The author’s delegation is not satisfied').waitFor();
    await card.getByRole('button', { name: 'Contest how it was summarised' }).click();
    await card.getByRole('textbox', { name: 'What the summary' }).fill('We ask for a name, not for length.');
    await card.getByRole('button', { name: 'Contest', exact: true }).click();
    await card.getByText('The facilitators have not answered yet.').waitFor();

    await facilitator.page.goto(`${product.origin}/d/${documentId}/inputs?state=contest`);
    await row(facilitator.page, 'Epsilon').getByText('Epsilon').click();
    await facilitator.page.getByRole('textbox', { name: 'Answer of the facilitators' }).fill('Put right.');
    await facilitator.page.getByRole('button', { name: 'Send the answer' }).click();
    // The author's page hears of it by itself.
    await card.getByText('Put right.').waitFor();
    await Promise.all([facilitator.leave(), stakeholder.leave()]);
  });

  it('U114: of two facilitators who decide at once the second is shown the first decision, and loses nothing', async () => {
    const [facilitator, stakeholder] = await Promise.all([
      enterAs(browser, product.origin, 'facilitator'),
      enterAs(browser, product.origin, 'stakeholder'),
    ]);
    const { documentId } = facilitator;
    const { token } = await said<{ token: string }>(
      facilitator,
      'POST',
      `/api/documents/${documentId}/invitations`,
      {
        name: 'Second facilitator',
        role: 'facilitator',
        delegation: { name: facilitator.who.delegation, constituency: null },
      },
    );
    const comment = await comments(stakeholder, documentId, 'Zeta: one more remark.');
    const { page } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/inputs?state=undecided&paragraph=general`);
    await row(page, 'Zeta').getByText('Zeta').click();
    await page.getByRole('radio', { name: 'Deferred' }).check();
    await page.getByRole('textbox', { name: 'Reason' }).fill('To be looked at in the next round.');
    const other = await fetch(`${product.origin}/api/documents/${documentId}/dispositions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        on: [{ noun: 'comment', id: comment }],
        decision: 'out-of-scope',
        reason: 'Belongs elsewhere.',
      }),
    });
    expect(other.status).toBe(201);
    await page.getByText('1 input was decided by somebody else while you worked').waitFor();
    const notice = page.getByRole('alert');
    await notice.getByText('Belongs elsewhere.').waitFor();
    await notice.getByText('Second facilitator').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(
      'To be looked at in the next round.',
    );
    await notice.getByRole('button', { name: 'Decide anew with mine' }).click();
    await page.getByRole('button', { name: 'Decide on 1 input' }).click();
    await page.getByText('1 input: Deferred.').waitFor();
    await Promise.all([facilitator.leave(), stakeholder.leave()]);
  });
});
