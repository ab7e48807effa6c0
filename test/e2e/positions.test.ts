import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../shared/model/ids.ts';
import { expectAccessible } from './accessibility.ts';
import { restingBox } from './boxes.ts';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import { latestVersion, said } from './inputs.ts';
import { AFTER, BEFORE, cell, group, invite, matrix, panel, publish } from './positions-page.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
let facilitator: Person;
let north: Person & { readonly delegationId: string };
let south: Person & { readonly delegationId: string };
let id: DocumentId;
let alliance: string;

const DESKTOP = { viewport: { width: 1440, height: 900 } };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  facilitator = await enterAs(browser, product.origin, 'facilitator', 0, DESKTOP);
  ({ id } = await said<{ id: DocumentId }>(facilitator, 'POST', '/api/documents', {
    title: 'Story of positions',
    register: 'public',
  }));
  await publish(facilitator, id, BEFORE, 'revision', 'Rev.1');
  await said(facilitator, 'POST', `/api/documents/${id}/phase`, { phase: 'negotiation' });
  const invited = (name: string, delegation: string, region: string) =>
    invite(browser, facilitator, id, { name, delegation, region }, DESKTOP);
  north = await invited('Sample delegate North', 'Delegation N', 'weog');
  south = await invited('Sample delegate South', 'Delegation S', 'african');
  alliance = await group(facilitator, id, 'Sample alliance', [north.delegationId, south.delegationId]);
});
afterAll(async () => {
  await product.stop();
});

const at = (path: string): string => `${product.origin}/d/${id}/positions${path}`;

/** Puts a standing and a word of explanation into a form that stands open, and records it. */
async function take(form: Locator, standing: string, words: string, button = 'Record the position') {
  await form.getByRole('radio', { name: standing }).check();
  await form.getByRole('textbox', { name: 'A word of explanation' }).fill(words);
  await form.getByRole('button', { name: button }).click();
}

/** The first numbered paragraph of the latest version. */
async function firstParagraph() {
  const latest = await latestVersion(facilitator, id);
  const one = latest.paragraphs.find(({ label }) => label === '1');
  return { version: latest.id, paragraph: one?.id };
}

describe('who stands where', () => {
  it('U180–U183, U186: two delegations and a group fill the matrix, one of them except on a paragraph, and a reader sees it live and comes to the words and the people', async () => {
    const reader = await newPerson(browser, product.origin, DESKTOP);
    await reader.page.goto(at(''));
    await cell(reader.page, '1, Government: 2 not heard').waitFor();
    await north.page.goto(at(''));

    // From a cell: what will be recorded is said before.
    await cell(north.page, /^1, Government/).click();
    await panel(north.page).getByText('Your position', { exact: false }).first().click();
    const form = panel(north.page).getByRole('form', { name: 'Your position on 1' });
    await form.getByRole('radio', { name: 'Concern' }).check();
    await form
      .getByText(
        'What will be recorded: Delegation N, “Concern” on 1 of Rev.1, put down by Sample delegate North of Delegation N with date and time.',
      )
      .waitFor();
    await expectAccessible(north.page);
    await take(form, 'Concern', 'Uneven is too weak a word.');
    await cell(north.page, '1, Government: 1 has a concern, 1 not heard').waitFor();
    // Live at somebody else's, marked where it happened.
    const changed = cell(reader.page, '1, Government: 1 has a concern, 1 not heard');
    await changed.waitFor();
    expect(await changed.getAttribute('data-changed')).toBe('true');

    // For the group, on all paragraphs in one act.
    await north.page.goto(at(`/mine?for=group.${alliance}`));
    await north.page.getByRole('button', { name: 'Choose all 3 shown' }).click();
    await north.page.getByRole('button', { name: 'Say the same of all of them' }).click();
    await expectAccessible(north.page);
    await take(
      north.page.getByRole('form', { name: 'Your position on 1, 2, 3' }),
      'Support',
      'We stand together.',
    );
    await cell(reader.page, '1, Government: 1 supports, 1 has a concern').waitFor();
    await cell(reader.page, '2, Government: 2 support').waitFor();

    // A member aligns except on one paragraph, and is told what follows.
    await south.page.goto(at('/groups'));
    await south.page.getByRole('button', { name: /^Change: .*Sample alliance/ }).click();
    await south.page.getByRole('radio', { name: 'Aligns, except on paragraphs' }).check();
    await south.page.getByRole('combobox', { name: 'Except on' }).fill('2');
    await south.page.keyboard.press('Enter');
    await south.page.getByText('The group’s position counts for Delegation S on 2 paragraphs.').waitFor();
    await expectAccessible(south.page);
    await south.page.getByRole('button', { name: 'Record it' }).click();
    await south.page.getByText('Delegation S aligns with it, except on 2.').waitFor();
    await cell(reader.page, '2, Government: 1 supports, 1 not heard').waitFor();
    await south.page.goto(at('?by=delegation'));
    await cell(south.page, '2, Delegation S: Not heard').click();
    await panel(south.page).getByText('Your position', { exact: false }).first().click();
    await take(
      panel(south.page).getByRole('form', { name: 'Your position on 2' }),
      'Oppose',
      'Two years are too long.',
    );
    await cell(south.page, '2, Delegation S: Oppose').waitFor();

    // The reader comes to the words and the people by keyboard alone.
    await cell(reader.page, '2, Government: 1 supports, 1 opposes').waitFor();
    await matrix(reader.page).locator('[tabindex="0"]').focus();
    await reader.page.keyboard.press('Control+Home');
    for (let k = 0; k < 3; k++) await reader.page.keyboard.press('ArrowDown');
    await reader.page.keyboard.press('Enter');
    const heading = panel(reader.page).getByRole('heading', { name: '2: Government' });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const words of ['Two years are too long.', 'We stand together.', 'Sample delegate South'])
      await panel(reader.page).getByText(words).waitFor();
    await panel(reader.page).getByText('Speaks here for 1 delegation:').waitFor();
    expect(await panel(reader.page).getByText('Your position').count()).toBe(0);
    await expectAccessible(reader.page);
    // The address leads somebody else to the same cell.
    await north.page.goto(reader.page.url());
    await panel(north.page).getByText('Two years are too long.').waitFor();
    await reader.page.keyboard.press('Escape');
    await panel(reader.page).waitFor({ state: 'detached' });
    const focused = await reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(focused).toBe('2, Government: 1 supports, 1 opposes');
    await reader.page.goto(`${product.origin}/d/${id}/v/latest`);
    await reader.page.getByRole('article').getByText('We decide to meet again').waitFor();
    await reader.settled();
    expect(await reader.page.getByText(/^Your (delegation|positions)/).count()).toBe(0);
    await reader.leave();
  });

  it('U189: beside the text a delegation reads where it stands, through whom, and comes to where it is changed', async () => {
    const { page } = south;
    const mark = (name: string | RegExp) => page.getByRole('article').getByRole('link', { name });
    await page.goto(`${product.origin}/d/${id}/v/latest`);
    const article = page.locator('article.text');
    await mark(/^Your delegation on paragraph 1: Support, through Sample alliance$/).waitFor();
    await mark(/^Your delegation on paragraph 2: Oppose$/).waitFor();
    await page.getByRole('link', { name: 'Your positions: 3' }).waitFor();
    await south.settled();
    const before = await restingBox(article);
    await expectAccessible(page);
    // It follows what is said elsewhere, and the text stays where it is.
    const { version, paragraph } = await firstParagraph();
    const say = (standing: string | null) =>
      said(south, 'POST', `/api/documents/${id}/positions`, {
        version,
        positions: [{ paragraph, standing }],
      });
    await say('concern');
    await mark(/^Your delegation on paragraph 1: Concern$/).waitFor();
    expect(await restingBox(article)).toEqual(before);
    await say(null);
    await mark(/^Your delegation on paragraph 1: Support, through Sample alliance$/).waitFor();
    await mark(/^Your delegation on paragraph 2: /).press('Enter');
    const form = page.getByRole('form', { name: 'Your position on 2' });
    await form.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Close: 2');
    await expectAccessible(page);
  });

  it('U184, U187, U188: positions carry over as carried and to be reconfirmed, one is reconfirmed, and the readings name who objects and who was not heard', async () => {
    const { page } = south;
    const first = await latestVersion(facilitator, id);
    await page.goto(at('/mine'));
    await page.getByRole('option', { name: 'All paragraphs (3)' }).waitFor({ state: 'attached' });
    await publish(facilitator, id, AFTER, 'revision', 'Rev.2');

    // Beside the text it says what waits.
    const beside = await south.context.newPage();
    await beside.goto(`${product.origin}/d/${id}/v/latest`);
    await beside
      .getByRole('link', { name: /^Your delegation on paragraph 2: Oppose To be reconfirmed$/ })
      .waitFor();
    await beside.goto(`${product.origin}/d/${id}/v/${first.id}`);
    // On an earlier version it leads to the cell that says it, and to no form.
    await beside.getByRole('link', { name: /^Your delegation on paragraph 2: Oppose$/ }).click();
    await cell(beside, '2, Delegation S: Oppose').waitFor();
    await panel(beside).getByText('Two years are too long.').waitFor();
    await beside.close();

    // Open meanwhile, the page shows the new version.
    await page.getByRole('option', { name: 'To be reconfirmed (1)' }).waitFor({ state: 'attached' });
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'To be reconfirmed (1)' });
    await page.getByText('To be reconfirmed: taken on Rev.1, and the words have changed since').waitFor();
    await page.getByRole('button', { name: 'Change: 2' }).click();
    await page
      .getByRole('form', { name: 'Your position on 2' })
      .getByRole('button', { name: 'Confirm it' })
      .click();
    await page.getByText('No paragraph fits.').waitFor();
    await page.goto(at('?by=delegation'));
    await cell(page, '2, Delegation S: Oppose').click();
    await panel(page).getByText('Confirmed on Rev.2, taken first on Rev.1').last().waitFor();
    await cell(page, '1, Delegation N: Concern').click();
    await panel(page).getByText('Carried from Rev.1: the words are the same').waitFor();
    await panel(page).getByRole('link', { name: 'What changed' }).waitFor();

    // The group's support of other words waits; its spokesperson confirms all that was carried in one act.
    await cell(page, '2, Delegation N: Support, through a group, to be reconfirmed').waitFor();
    await north.page.goto(at(`/mine?for=group.${alliance}`));
    await north.page.getByRole('button', { name: 'Confirm all 2 carried positions' }).click();
    await north.page.getByText('Sample alliance: recorded on 2 paragraphs.').waitFor();

    await page.goto(at('/consensus'));
    const reading = page.locator('.reading', { hasText: 'every single year' });
    await reading.getByText('Objections remain').waitFor();
    await reading.getByText('Two years are too long.').waitFor();
    await reading.getByText('Who has to reconfirm: 1').click();
    await reading.getByRole('link', { name: 'Delegation N' }).waitFor();
    await page.getByText('How this is read').click();
    await page.getByText(/RFC 7282/).waitFor();
    await expectAccessible(page);
    for (const path of ['/contested', '/pairs', '/silent']) {
      await page.goto(at(path));
      await page.locator('.readings').waitFor();
      await expectAccessible(page);
    }

    // What was said of Rev.1 is read there, and not changed.
    await page.goto(at(`?version=${first.id}`));
    await cell(page, '2, Government: 1 supports, 1 opposes').click();
    await panel(page).getByText('Two years are too long.').waitFor();
    expect(await panel(page).getByText('Your position').count()).toBe(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await saved).suggestedFilename()).toBe('positions-Rev.1-constituency.csv');
    await Promise.all([north.leave(), south.leave(), facilitator.leave()]);
  });
});
