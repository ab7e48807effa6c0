import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallTime } from '../../shared/domain/time-zone.ts';
import { shortMomentInUtc } from '../../shared/messages/moments.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser } from './browser.ts';
import { openDraft, SAMPLE, typeAfter, untilSaid } from './draft.ts';
import { type Product, startProduct } from './product.ts';

const DAY = 86_400_000;
const CLOCK = new URL('other-clock.mjs', import.meta.url).href;

let folder: string;
let product: Product;
let browser: Browser;

/** Starts the product on the one folder, with its clock so many days ahead. */
const start = async (days: number): Promise<void> => {
  product = await startProduct({
    DATA_DIR: folder,
    NODE_OPTIONS: `--import=${CLOCK}`,
    CLOCK_AHEAD_MS: String(days * DAY),
  });
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  [browser] = await Promise.all([launchBrowser(), start(0)]);
});
afterAll(async () => {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Someone = Awaited<ReturnType<typeof enterAs>>;
const enter = (role: 'facilitator' | 'drafter' | 'delegate', nth = 0): Promise<Someone> =>
  enterAs(browser, product.origin, role, nth, { timezoneId: 'Africa/Nairobi' });
const openSilence = async ({ page, documentId }: Someone): Promise<void> => {
  await page.goto(`${product.origin}/d/${documentId}/silence`);
  await page.getByRole('heading', { name: 'Silence and adoption', level: 1 }).waitFor();
};
const publish = async (who: Someone, stage: string, name: string): Promise<string> => {
  const answer = await who.api('POST', `/api/documents/${who.documentId}/versions`, { stage, name });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
};
const object = async (page: Page, sought: string, box: string | RegExp, reason: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Find by number or words' }).fill(sought);
  await page.getByRole('checkbox', { name: box }).first().check();
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  // What is not sent yet is kept on the device.
  await page.reload();
  await expect.poll(() => page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(reason);
  await page.getByRole('button', { name: 'Object to Rev.2' }).click();
  await page.getByText('Your objection is recorded.').first().waitFor();
};

describe('silence and adoption', () => {
  it('V120–V129, U210–U217: broken while the server is stopped, then kept, adopted and closed', {
    timeout: 180_000,
  }, async () => {
    const [facilitator, drafter, delegate, other] = await Promise.all([
      enter('facilitator'),
      enter('drafter'),
      enter('delegate'),
      enter('delegate', 1),
    ]);
    await publish(facilitator, 'revision', 'Rev.2');
    await openDraft(drafter, drafter.documentId);

    // Rev.2 is put under silence by the clocks of New York; everybody is told at once.
    await openSilence(facilitator);
    const { page } = facilitator;
    const in4Days = new Date(Date.now() + 4 * DAY).toISOString() as IsoTime;
    const tomorrow = new Date(Date.now() + DAY).toISOString() as IsoTime;
    await page.getByLabel('Deadline', { exact: true }).fill(wallTime(tomorrow, 'America/New_York'));
    await page.getByText('That is less than 72 hours').waitFor();
    await page.getByLabel('Deadline', { exact: true }).fill(wallTime(in4Days, 'America/New_York'));
    await page.getByText('That is less than 72 hours').waitFor({ state: 'detached' });
    for (const zone of ['UTC', 'New York', 'Nairobi (your clock)'])
      await page.getByRole('term').filter({ hasText: zone }).waitFor();
    await page
      .getByRole('textbox', { name: 'Letter to delegations' })
      .fill('Excellencies, please object in time.');
    await page.reload();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Letter to delegations' }).inputValue())
      .toBe('Excellencies, please object in time.');
    await page.getByRole('term').filter({ hasText: 'New York' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Put Rev.2 under silence' }).click();
    await page.getByRole('heading', { name: 'Rev.2 is under silence' }).waitFor();
    await drafter.page.getByText('Rev.2 is under silence until').waitFor();
    await untilSaid(drafter.page, /^Frozen since/);
    expect(await drafter.page.locator('.text [contenteditable="true"]').count()).toBe(0);
    await page.goto(`${product.origin}/d/${facilitator.documentId}/settings`);
    await page.getByText('The phase then follows from the outcome').waitFor();

    // One delegation objects to a paragraph and a chapeau; another takes its objection back.
    await openSilence(delegate);
    await object(delegate.page, 'PP2', /^PP2/, 'It goes beyond agreed language.');
    await object(delegate.page, 'human rights', /Human rights$/, 'The whole part repeats others.');
    await expectAccessible(delegate.page);
    await openSilence(other);
    await other.page.getByText('2 objections so far').waitFor();
    await object(other.page, 'PP3', /^PP3/, 'We need more time.');
    await other.page.getByRole('button', { name: 'Take it back' }).click();
    await other.page.getByText(/^Taken back/).waitFor();

    // Capitals need half a day more: by keyboard, never earlier, and everybody's clock follows without a reload.
    await openSilence(facilitator);
    const giveTime = page.getByRole('button', { name: 'Give more time' });
    await giveTime.focus();
    await page.keyboard.press('Enter');
    const until = page.getByLabel('New deadline', { exact: true });
    await expect.poll(() => until.evaluate((input) => input === document.activeElement)).toBe(true);
    await until.fill(wallTime(tomorrow, 'America/New_York'));
    await page.getByText('This is not later than the deadline that stands.').waitFor();
    const moved = wallTime(new Date(Date.parse(in4Days) + DAY / 2).toISOString() as IsoTime, 'UTC');
    await page.getByLabel('By the clocks of').selectOption('UTC');
    await until.fill(moved);
    await page.getByText(/^12 hours more: the silence then lasts 4 days, 1[12] hours/).waitFor();
    const letter = page.getByRole('textbox', { name: 'Letter to delegations' });
    await letter.fill('Capitals asked for time.');
    await expectAccessible(page);
    // What is half written is there again after a reload, closed and opened or not; it is gone when it was cancelled.
    await page.reload();
    await expect.poll(() => letter.inputValue()).toBe('Capitals asked for time.');
    await giveTime.click();
    await letter.waitFor({ state: 'detached' });
    await giveTime.click();
    expect(await until.inputValue()).toBe(moved);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await giveTime.click();
    expect([await until.inputValue(), await letter.inputValue()]).toEqual(['', '']);
    await page.getByLabel('By the clocks of').selectOption('UTC');
    await until.fill(moved);
    await letter.fill('Capitals asked for time.');
    // P9: the deadline alone moves, so nobody's line is closed.
    const lines: string[] = [];
    for (const who of [drafter, delegate]) who.page.on('websocket', (socket) => lines.push(socket.url()));
    await page.getByRole('button', { name: 'Move the deadline' }).click();
    await page.getByText(/^Extended from/).waitFor();
    await expect.poll(() => giveTime.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectAccessible(page);
    const newDeadline = `time[datetime="${moved}:00.000Z"]`;
    for (const { page: seen } of [facilitator, drafter, delegate, other])
      await seen.locator(`.frame-standing ${newDeadline}`).waitFor();
    await delegate.page.locator(`.zoned-times ${newDeadline}`).first().waitFor();
    await delegate.page.getByText('Capitals asked for time.').waitFor();
    await delegate.page.getByText('2 objections so far').waitFor();
    const newEnd = shortMomentInUtc(`${moved}:00.000Z`, 'en-GB', new Date());
    await drafter.page.locator('.why-read-only', { hasText: `until ${newEnd}` }).waitFor();
    await untilSaid(drafter.page, /^Frozen since/);
    expect(lines).toEqual([]);
    await delegate.page.goto(`${product.origin}/d/${delegate.documentId}/notices`);
    await delegate.page.getByText('There is more time: the silence on Rev.2 was extended').waitFor();
    await delegate.page.locator(`.notice-facts ${newDeadline}`).waitFor();
    await Promise.all([delegate.leave(), other.leave(), drafter.leave(), facilitator.leave()]);

    // The deadline passes while nobody serves anybody.
    await product.stop();
    await start(5);
    const chair = await enter('facilitator');
    await openSilence(chair);
    const past = chair.page.getByRole('article').filter({ hasText: 'Rev.2: broken' });
    await past.getByText('2 places were objected to by 1 delegation or group').waitFor();
    await past.getByText('1 objection was taken back in time').waitFor();
    await past.getByText('It goes beyond agreed language.').waitFor();
    await past.getByText(/^Extended from/).waitFor();
    expect(await past.getByText('We need more time.').count()).toBe(0);
    await past.getByRole('button', { name: 'Copy the list for a letter' }).click();
    await chair.page.getByText('The list was copied.').first().waitFor();
    await expectAccessible(chair.page);

    // Consultations: the text is open again, and Rev.3 goes under a silence that the running server ends by itself.
    const writer = await enter('drafter');
    await openDraft(writer, writer.documentId);
    await typeAfter(writer.page, SAMPLE.third, ' (after consultations)');
    await untilSaid(writer.page, /^Saved$/);
    const rev3 = await publish(chair, 'revision', 'Rev.3');
    const at = `/api/documents/${chair.documentId}`;
    const deadline = new Date(Date.now() + 5 * DAY + 4_000).toISOString();
    const opened = await chair.api('POST', `${at}/silences`, { version: rev3, deadline });
    expect((await opened.json()).warnings).toEqual(['shorter-than-72-hours']);
    await untilSaid(writer.page, /^Frozen since/);
    await chair.page.getByText('Rev.3: nobody objected until').waitFor();

    // The final text is published from the frozen one, and adopted.
    await publish(chair, 'final', 'Final text');
    await chair.page.getByText('Only the latest version can be adopted: Final text.').waitFor();
    await chair.page.getByRole('textbox', { name: 'Symbol' }).fill('A/RES/80/173');
    await chair.page.getByLabel('Day of adoption').fill('2025-12-17');
    await expectAccessible(chair.page);
    await chair.page.getByRole('button', { name: 'Record the adoption of Final text' }).click();
    const sure = chair.page.getByRole('dialog');
    await sure.getByText('It is frozen for ever').waitFor();
    await sure.getByRole('button', { name: 'Record the adoption of Final text' }).click();
    const sentence = 'Adopted by consensus on 17 December 2025, A/RES/80/173';
    await chair.page.getByText(sentence).first().waitFor();
    await writer.page.getByText(sentence).waitFor();
    await writer.page.getByText('You are reading along. The text has been adopted and is final.').waitFor();
    expect(await writer.page.locator('.text [contenteditable="true"]').count()).toBe(0);
    for (const [path, body] of [
      ['/phase', { phase: 'drafting' }],
      ['/versions', { stage: 'revision', name: 'Rev.4' }],
      ['/silences', { version: rev3, deadline: new Date(Date.now() + 99 * DAY).toISOString() }],
    ] as const)
      expect([403, 409], path).toContain((await chair.api('POST', at + path, body)).status());

    // What is recorded of it may be corrected until the record is closed.
    await chair.page.getByRole('button', { name: 'Correct what is recorded' }).click();
    await chair.page.getByRole('textbox', { name: 'Symbol' }).fill('A/RES/80/174');
    await chair.page.getByRole('button', { name: 'Save the correction' }).click();
    await writer.page.getByText('A/RES/80/174').waitFor();
    await chair.page.getByRole('button', { name: 'Close the record' }).click();
    await chair.page.getByRole('dialog').getByRole('button', { name: 'Close the record' }).click();
    await chair.page.getByText('Nothing is filed or corrected any more.').waitFor();
    await chair.page.getByText('Rev.2: broken').waitFor();
    await expectAccessible(chair.page);
    await Promise.all([chair.leave(), writer.leave()]);
  });
});
