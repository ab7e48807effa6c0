import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoadmapAnswer } from '../../shared/api/milestone.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import { expectAccessible } from './accessibility.ts';
import { inWidth } from './boxes.ts';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import { comments, said } from './inputs.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
let facilitator: Person;
let id: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  facilitator = await enterAs(browser, product.origin, 'facilitator');
  const made = await said<{ id: string }>(facilitator, 'POST', '/api/documents', {
    title: 'Story of a roadmap',
    workingText: 'participants',
    register: 'public',
  });
  ({ id } = made);
  await bring('Outcome\n\n1. We agree.\n');
}, 60_000);
afterAll(async () => {
  await product?.stop();
});

/** Puts words into the working text, as a file that somebody brings. */
async function bring(words: string): Promise<void> {
  const cookie = (await facilitator.context.cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const form = new FormData();
  form.append('file', new Blob([words]), 'text.txt');
  const answer = await fetch(`${product.origin}/api/documents/${id}/import?as=working`, {
    method: 'POST',
    headers: { origin: product.origin, cookie },
    body: form,
  });
  expect(answer.status, await answer.text()).toBe(200);
}

/** A day so many days from today, as date fields take it. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const station = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const roadmap = () => said<RoadmapAnswer>(facilitator, 'GET', `/api/documents/${id}/roadmap`);
const phase = async () =>
  (await said<{ document: OutcomeDocument }>(facilitator, 'GET', `/api/documents/${id}`)).document.phase;

describe('the roadmap', () => {
  it('U220–U223, V132, V133: set up, a short window told, opened, closed by itself, a version at its milestone, read by everybody', async () => {
    const { page } = facilitator;
    await page.goto(`${product.origin}/d/${id}/roadmap`);
    await page.getByText('Nothing has been planned yet').waitFor();
    await expectAccessible(page);

    // The usual stations come with names; only those with a day are added.
    await page.getByRole('button', { name: 'Usual stations' }).click();
    await page.getByLabel('Planned day of Mandate').fill(day(-40));
    await page.getByLabel('Planned day of Zero draft').fill(day(0));
    await page.getByLabel('Planned day of Adoption').fill(day(60));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add 3 milestones' }).click();
    await station(page, 'Zero draft').getByText('Planned', { exact: true }).waitFor();
    await station(page, 'Mandate').getByText('Not marked as reached.').waitFor();
    await page.getByRole('button', { name: 'Mark Mandate as reached today' }).click();
    await station(page, 'Mandate').getByText('Reached', { exact: true }).waitFor();
    await station(page, 'Mandate')
      .getByText(/^planned for /)
      .waitFor();

    // A version is published at its milestone, which has its date with it.
    await page.goto(`${product.origin}/d/${id}/publish`);
    await page.getByRole('combobox', { name: 'Stage' }).selectOption('zero');
    expect(await page.getByLabel('Milestone that it reaches').inputValue()).not.toBe('');
    await page.getByRole('button', { name: /^Publish Zero draft to/ }).click();
    await page.waitForURL('**/v/**');
    await page.goto(`${product.origin}/d/${id}/roadmap`);
    await station(page, 'Zero draft').getByText('as planned').waitFor();
    await station(page, 'Zero draft').getByRole('link', { name: 'Zero draft' }).waitFor();

    // A window that is too short is said while it is entered, and again when it is saved.
    await page.getByRole('button', { name: 'Add a milestone' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('consultation');
    await page.getByRole('textbox', { name: 'Name' }).fill('Comments on the zero draft');
    await page.getByLabel('Opens').fill(`${day(1)}T09:00`);
    await page.getByLabel('Closes').fill(`${day(6)}T18:00`);
    await page.getByRole('combobox', { name: 'By the clocks of' }).selectOption('Africa/Nairobi');
    await page.getByText('Shorter than seven working days').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Its time for inputs is shorter than seven working days.').waitFor();
    const consultation = station(page, 'Comments on the zero draft');
    await consultation.getByText(/18:00, Nairobi/).waitFor();
    await consultation.getByText(/UTC 15:00/).waitFor();

    // Opened in one act.
    await page.getByRole('button', { name: 'Open Comments on the zero draft now' }).click();
    await page.getByLabel('Until').fill(`${day(14)}T18:00`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Open now', exact: true }).click();
    // The button of the same words may still wait for its answer.
    await consultation.locator('.badge').getByText('Open now', { exact: true }).waitFor();
    await consultation.getByText(/days left, \d+ working days/).waitFor();
    expect(await phase()).toBe('consultation');
    await comments(facilitator, id, 'One comment on the zero draft.');

    // It closes by itself, before the eyes of somebody who only reads.
    const reader = await newPerson(browser, product.origin, { timezoneId: 'Asia/Tokyo' });
    await reader.page.goto(`${product.origin}/d/${id}/roadmap`);
    const seen = station(reader.page, 'Comments on the zero draft');
    await seen.getByText(/Tokyo/).first().waitFor();
    expect(await reader.page.getByRole('button', { name: /^Change/ }).count()).toBe(0);
    await expectAccessible(reader.page);
    const { stations } = await roadmap();
    const open = stations.find(({ window }) => window?.running === true);
    const { id: milestone, kind, name, window } = open?.milestone ?? expect.fail('no window is open');
    const closesAt = new Date(Date.now() + 2000).toISOString();
    await said(facilitator, 'PUT', `/api/documents/${id}/milestones/${milestone}`, {
      kind,
      name,
      window: { ...window, closesAt },
    });
    await seen.getByText('Reached', { exact: true }).waitFor();
    await seen.getByText('Closed', { exact: true }).waitFor();
    expect(await phase()).toBe('drafting');
    expect(
      (await roadmap()).stations.find(({ milestone: one }) => one.id === milestone)?.milestone.actual,
    ).toBe(closesAt);

    // The count opens what it counts.
    await seen.getByRole('link', { name: '1 comment' }).click();
    await reader.page.getByRole('heading', { name: 'Received until Comments on the zero draft' }).waitFor();
    await reader.page.getByText('One comment on the zero draft.').waitFor();
    await expectAccessible(reader.page);
    await reader.page.getByRole('combobox', { name: 'From' }).selectOption('academia');
    await reader.page.getByText('Nothing of this was received.').waitFor();

    // Narrow, and from right to left.
    await reader.page.setViewportSize({ width: 390, height: 844 });
    await reader.page.evaluate(() => localStorage.setItem('sb.locale', 'ar'));
    await reader.page.goto(`${product.origin}/d/${id}/roadmap`);
    await seen.waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // U249: the tab one is at is in sight although the row is wider than the screen.
    await expect.poll(() => inWidth(reader.page.locator('.frame-nav [aria-current]'))).toBe(true);
    await expectAccessible(reader.page);
    await reader.leave();

    // Taken off, after saying what is recorded.
    await page.getByRole('button', { name: 'Change Adoption' }).click();
    await page.getByRole('button', { name: 'Take off the roadmap' }).click();
    await expectAccessible(page, '.dialog-popup');
    await page.locator('.dialog-popup').getByRole('button', { name: 'Take off the roadmap' }).click();
    await page.getByRole('heading', { name: 'Adoption' }).waitFor({ state: 'detached' });
    await facilitator.leave();
  });
});
