import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, type Person } from './browser.ts';
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

/** The header stays over the page while one scrolls: what it covers at that moment is no barrier. */
async function expectAccessibleFromTop(page: Person['page']): Promise<void> {
  await page.evaluate('window.scrollTo(0, 0)');
  await expectAccessible(page);
}

const proposalsPage = (person: Person, documentId: string): string =>
  `${person.origin}/d/${documentId}/proposals`;

/** Finds a paragraph by its number in the list of the composer. */
async function pick({ page }: Person, label: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find by number or words' }).fill(label);
  await page.getByRole('button', { name: 'Use this paragraph' }).click();
}

const wordingOf = ({ page }: Person, nth = 0) => page.getByRole('textbox', { name: /: Wording$/ }).nth(nth);

/** Sends what is in the composer; resolves with the address of the proposal. */
async function propose({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.waitForURL((url) => /\/proposals\/(?!new)[^/]+$/.test(url.pathname));
  return page.url();
}

async function proposeByApi(person: Person, documentId: string, paragraph: LabelledParagraph, words: string) {
  const answer = await person.api('POST', `/api/documents/${documentId}/proposals`, {
    text: 'working',
    changes: [
      {
        act: 'replace',
        paragraph: paragraph.id,
        wording: [{ kind: paragraph.kind, level: paragraph.level, runs: [{ text: words }] }],
      },
    ],
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { entry } = (await answer.json()) as { entry: { id: string } };
  return `${proposalsPage(person, documentId)}/${entry.id}`;
}

const operative = async (person: Person, documentId: string): Promise<readonly LabelledParagraph[]> =>
  (await storedText(person, documentId)).filter(({ kind }) => kind === 'operative');

describe('proposals', () => {
  it('a delegate proposes, another co-sponsors, a compromise is offered, accepted and taken up into the text', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate', 0);
    const { documentId } = delegate;
    const sponsor = await enterAs(browser, product.origin, 'delegate', 1);
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const drafter = await enterAs(browser, product.origin, 'drafter');
    const paragraph = (await operative(facilitator, documentId)).find(({ label }) => label === '1');
    if (paragraph === undefined) throw new Error('the sample has no paragraph 1');
    const words = paragraph.text.replace(/\.$/, '');

    // U90: the delegate edits a copy, and sees the amendment.
    await delegate.page.goto(proposalsPage(delegate, documentId));
    await delegate.page.getByRole('link', { name: 'Propose wording' }).click();
    await pick(delegate, '1');
    await wordingOf(delegate).fill(`${words}, in particular in developing countries.`);
    await delegate.page
      .locator('.derived ins', { hasText: ', in particular in developing countries' })
      .waitFor();
    await delegate.page.getByRole('textbox', { name: 'Rationale' }).fill('Those who need it most are named.');
    await expectAccessibleFromTop(delegate.page);
    // U93: what is written is there again after a reload.
    await delegate.page.reload();
    await delegate.page.goto(proposalsPage(delegate, documentId));
    await delegate.page.getByRole('link', { name: 'Continue' }).click();
    const address = await propose(delegate);
    await delegate.page.getByRole('heading', { name: `Proposal of ${delegate.who.delegation}` }).waitFor();

    await sponsor.page.goto(address);
    await sponsor.page.getByRole('button', { name: 'Comment', exact: true }).click();
    await sponsor.page
      .getByRole('textbox', { name: /comment|words|text/i })
      .first()
      .fill('We could join this.');
    await sponsor.page.keyboard.press('Control+Enter');
    await delegate.page.getByText('We could join this.').waitFor();
    await sponsor.page.getByRole('button', { name: 'Ask to co-sponsor' }).click();
    await delegate.page
      .getByRole('button', { name: `Accept ${sponsor.who.delegation} as co-sponsor` })
      .click();
    await sponsor.page.getByText('✓ co-sponsor').waitFor();

    // Two others on the same paragraph: one that combines, one that collides with what will be taken up.
    const urgent = await proposeByApi(
      sponsor,
      documentId,
      paragraph,
      paragraph.text.replace('We renew', 'We urgently renew'),
    );
    const rival = await proposeByApi(sponsor, documentId, paragraph, `${words} by 2030 at the latest.`);
    await facilitator.page.goto(`${proposalsPage(facilitator, documentId)}/on/${paragraph.id}`);
    await facilitator.page.getByText(/^✓ 1 .* and 2 .* combine/).waitFor();
    await facilitator.page
      .locator('[data-meeting="combine"] + .redline')
      .first()
      .filter({ hasText: 'urgently' })
      .filter({ hasText: 'developing countries' })
      .waitFor();
    await facilitator.page.getByText(/^⚠ 1 .* and 3 .* collide/).waitFor();
    await expectAccessibleFromTop(facilitator.page);

    // The facilitator offers other wording; the proposer says yes.
    await facilitator.page.goto(address);
    await facilitator.page.getByRole('button', { name: 'Offer compromise wording' }).click();
    await wordingOf(facilitator).fill(`${words}, above all in developing countries.`);
    await facilitator.page.getByRole('textbox', { name: 'Why this wording' }).fill('Agreed language.');
    await facilitator.page.getByRole('button', { name: 'Offer this wording' }).click();
    await delegate.page.getByText('The facilitators offer other wording').waitFor();
    await delegate.page.getByRole('textbox', { name: 'Reason of your answer' }).fill('We can live with it.');
    await delegate.page.getByRole('button', { name: 'Accept this wording' }).click();
    await facilitator.page.getByText('The proposer accepts this wording').waitFor();

    // U97: the preview says what happens, and then it happens, in the drafter's browser as well.
    await openDraft(drafter, documentId);
    await facilitator.page.getByRole('button', { name: 'Take it up into the text' }).click();
    await facilitator.page
      .locator('.preview ins', { hasText: 'above all in developing countries' })
      .waitFor();
    await facilitator.page.locator('.preview-effects', { hasText: 'will need a look' }).waitFor();
    await expectAccessibleFromTop(facilitator.page);
    await facilitator.page
      .getByRole('textbox', { name: 'Reason', exact: true })
      .fill('As agreed with the proposer.');
    await facilitator.page.getByRole('button', { name: 'Take up into the text' }).click();
    await paragraphWith(drafter.page, 'above all in developing countries.').waitFor();
    await delegate.page.getByText('As agreed with the proposer.').waitFor();
    const now = (await operative(facilitator, documentId)).find(({ id }) => id === paragraph.id);
    expect(now?.text).toBe(`${words}, above all in developing countries.`);

    // U96: the others are carried over, or marked.
    await sponsor.page.goto(urgent);
    await sponsor.page.getByText('Carried over a changed text').waitFor();
    await sponsor.page.locator('.redline ins', { hasText: 'urgently' }).waitFor();
    await sponsor.page.goto(rival);
    await sponsor.page.getByText('Needs a look').waitFor();
    await expectAccessibleFromTop(sponsor.page);
    await Promise.all([delegate, sponsor, facilitator, drafter].map((person) => person.leave()));
  });

  it('a package inserts a paragraph and deletes another; both are taken up together', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate', 0);
    const { documentId } = delegate;
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const before = await operative(facilitator, documentId);
    const [, kept, gone] = before;
    if (kept === undefined || gone === undefined) throw new Error('the sample has three numbered paragraphs');

    const { page } = delegate;
    await page.goto(`${proposalsPage(delegate, documentId)}/new?paragraph=${kept.id}&act=insert-after`);
    await wordingOf(delegate).fill('We will report on progress every two years.');
    await page.getByRole('button', { name: 'Add another paragraph' }).click();
    await pick(delegate, gone.label);
    await page.getByRole('combobox', { name: 'What to do with it' }).last().selectOption('delete');
    await page.getByText('The whole paragraph goes away.').waitFor();
    const address = await propose(delegate);

    await facilitator.page.goto(address);
    await facilitator.page.getByRole('button', { name: 'Take it up into the text' }).click();
    await facilitator.page.locator('.preview ins', { hasText: 'report on progress' }).waitFor();
    await facilitator.page.getByRole('button', { name: 'Take up into the text' }).click();
    await facilitator.page.locator('.badge', { hasText: 'Accepted' }).first().waitFor();
    const texts = (await operative(facilitator, documentId)).map(({ text }) => text);
    expect(texts).toContain('We will report on progress every two years.');
    expect(texts).not.toContain(gone.text);
    expect(texts[texts.indexOf(kept.text) + 1]).toBe('We will report on progress every two years.');
    await Promise.all([delegate, facilitator].map((person) => person.leave()));
  });

  it('U94: a paragraph that changes while one writes is told, and the amendment is carried over', async () => {
    const delegate = await enterAs(browser, product.origin, 'delegate', 1);
    const { documentId } = delegate;
    const drafter = await enterAs(browser, product.origin, 'drafter');
    const paragraph = (await operative(drafter, documentId)).at(-1);
    if (paragraph === undefined) throw new Error('the sample has numbered paragraphs');
    await delegate.page.goto(`${proposalsPage(delegate, documentId)}/new?paragraph=${paragraph.id}`);
    await wordingOf(delegate).fill(`Accordingly, ${paragraph.text}`);
    await openDraft(drafter, documentId);
    const line = drafter.page.locator(`[data-id="${paragraph.id}"]`);
    await line.scrollIntoViewIfNeeded();
    await line.click();
    await drafter.page.keyboard.press('Control+End');
    await drafter.page.keyboard.type(' Nobody is left behind.');
    await delegate.page.getByText('This paragraph has changed while you were writing').waitFor();
    // Each press carries it over what has arrived by then; the drafter's last letters may come after the first.
    const carry = delegate.page.getByRole('button', { name: 'Carry my amendment over' });
    await carry.click();
    await expect
      .poll(async () => {
        if (await carry.isVisible()) await carry.click();
        return wordingOf(delegate).inputValue();
      })
      .toBe(`Accordingly, ${paragraph.text} Nobody is left behind.`);
    await Promise.all([delegate, drafter].map((person) => person.leave()));
  });
});

describe('the rolling text', () => {
  it('U98, U99: compiles open proposals, follows them, and holds statuses with what changed since', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { documentId, page } = facilitator;
    const delegate = await enterAs(browser, product.origin, 'delegate', 0);
    const paragraph = (await operative(facilitator, documentId)).find(({ label }) => label === '4');
    if (paragraph === undefined) throw new Error('the sample has a paragraph 4');
    await page.goto(`${facilitator.origin}/d/${documentId}/rolling`);
    await page.getByRole('checkbox', { name: 'Choose 4', exact: true }).waitFor();
    await proposeByApi(
      delegate,
      documentId,
      paragraph,
      paragraph.text.replace('We underline', 'We strongly underline'),
    );
    await page.locator('.rolling-inserted', { hasText: 'strongly' }).waitFor();
    await page.locator('.rolling-by', { hasText: delegate.who.delegation }).first().waitFor();

    // The sample has statuses of its own.
    const referred = page.locator('.rolling-block[data-status="agreed-ad-referendum"]');
    const before = await referred.count();
    await page.getByRole('checkbox', { name: 'Choose 6', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Choose 5', exact: true }).check();
    await page.getByRole('button', { name: 'Set the status' }).click();
    await expect.poll(() => referred.count()).toBe(before + 2);
    await expectAccessibleFromTop(page);
    await page
      .getByRole('combobox', { name: 'Status', exact: true })
      .first()
      .selectOption('agreed-ad-referendum');
    await expect.poll(() => page.locator('.rolling-block').count()).toBe(before + 2);
    await Promise.all([facilitator, delegate].map((person) => person.leave()));
  });
});
