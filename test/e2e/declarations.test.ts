import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { restingBox } from './boxes.ts';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import { latestVersion, said } from './inputs.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
let documentId: string;
let facilitator: Person;
/** Three delegations that are members of one group, the first as its spokesperson. */
let members: readonly { readonly person: Person; readonly delegation: string; readonly name: string }[];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  const entered = await enterAs(browser, product.origin, 'facilitator');
  facilitator = entered;
  documentId = entered.documentId;
  const at = `/api/documents/${documentId}`;
  await said(facilitator, 'POST', `${at}/phase`, { phase: 'negotiation' });
  const joined = [];
  for (const name of ['Delegation K', 'Delegation L', 'Delegation M']) {
    const invited = await said<{ token: string; participant: { delegationId: string } }>(
      facilitator,
      'POST',
      `${at}/invitations`,
      { name: `Delegate of ${name}`, role: 'delegate', delegation: { name, constituency: 'government' } },
    );
    const person = await newPerson(browser, product.origin);
    await said(person, 'POST', '/api/session', { token: invited.token });
    joined.push({ person, name, delegation: invited.participant.delegationId });
  }
  members = joined;
  await said(facilitator, 'POST', `${at}/groups`, {
    name: 'Group of the story',
    members: members.map(({ delegation }) => ({ delegationId: delegation })),
    spokesperson: members[0]?.delegation,
  });
}, 60_000);

afterAll(async () => {
  await product?.stop();
});

const open = (page: Page, path: string) => page.goto(`${product.origin}/d/${documentId}${path}`);
const member = (k: number) => members[k] as (typeof members)[number];
const mark = (page: Page, label: string) =>
  page.getByRole('button', { name: new RegExp(`^On record at paragraph ${label}:`) });

describe('declarations', () => {
  it('U190, U195: a group files a joint statement; what was typed outlives the page; two members align, one except on a paragraph', async () => {
    const { page } = member(0).person;
    await open(page, '/declarations');
    await page.getByRole('link', { name: 'Put a declaration on record' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Put a declaration on record' }).click();
    await page.getByRole('radio', { name: /^Dissociation/ }).check();
    await page
      .getByRole('combobox', { name: 'Who declares' })
      .selectOption('Group of the story (joint statement)');
    await page.getByText('It speaks for 3 delegations: Delegation K, Delegation L, Delegation M').waitFor();
    const paragraphs = page.getByRole('combobox', { name: 'Paragraphs' });
    for (const label of ['12', '13', '14']) {
      await paragraphs.fill(label);
      await paragraphs.press('Enter');
    }
    await page.getByRole('textbox', { name: 'Statement', exact: true }).fill('The Group dissociates itself.');
    await page.getByRole('textbox', { name: 'Recording' }).fill('https://webtv.example/asset');
    await page.getByRole('textbox', { name: 'Where in it' }).fill('1:65:15');
    await page.reload();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Statement', exact: true }).inputValue())
      .toBe('The Group dissociates itself.');
    await page.getByRole('button', { name: 'Look over what will be recorded' }).click();
    await page.getByText('Give the time as 1:05:15 or 5:15.').waitFor();
    await page.getByRole('textbox', { name: 'Where in it' }).fill('1:05:15');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Look over what will be recorded' }).click();
    const review = page.getByRole('region', { name: 'This will be recorded' });
    await review.getByText('on behalf of Group of the story, now.').waitFor();
    await review.getByText('nobody can delete it').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await page.getByRole('heading', { name: 'Dissociation of Group of the story' }).waitFor();
    const address = page.url();
    expect(await page.getByRole('link', { name: 'Recording, at 1:05:15' }).getAttribute('href')).toBe(
      'https://webtv.example/asset#t=3915',
    );

    for (const [k, except] of [
      [1, null],
      [2, '13'],
    ] as const) {
      const other = member(k).person.page;
      await other.goto(address);
      await other.getByRole('button', { name: 'Align with this statement' }).click();
      if (except !== null) {
        await other.getByRole('combobox', { name: 'Except on paragraphs' }).fill(except);
        await other.getByRole('combobox', { name: 'Except on paragraphs' }).press('Enter');
      }
      await other.getByText(`It is recorded that ${member(k).name} aligns with it`).waitFor();
      await other.getByRole('button', { name: 'Align', exact: true }).click();
      await other.getByText('Your alignment is on record.').waitFor();
    }
    await page.getByText('Delegation M, except on 13').first().waitFor();
    await expectAccessible(page);

    // Whoever excepted the paragraph has not diverged from it.
    const { paragraphs: text } = await latestVersion(facilitator, documentId);
    const thirteen = text.find(({ label }) => label === '13');
    await open(page, `/declarations/paragraph/${thirteen?.id}`);
    await page.getByRole('heading', { name: '2 governments diverged from it' }).waitFor();
    await page.getByRole('link', { name: 'Delegation L' }).waitFor();
    expect(await page.getByRole('link', { name: 'Delegation M' }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('U191, U192, U198: dissociations and a reservation on a term stand at their paragraphs, stakeholders’ apart, and move nothing', async () => {
    const [stakeholder, reader] = await Promise.all([
      enterAs(browser, product.origin, 'stakeholder'),
      newPerson(browser, product.origin),
    ]);
    const { page } = reader;
    await open(page, '/v/latest');
    await mark(page, '12').waitFor();
    await reader.settled();
    const before = await restingBox(page.locator('article.text'));
    const at = `/api/documents/${documentId}/declarations`;
    const { paragraphs } = await latestVersion(facilitator, documentId);
    const twelve = paragraphs.find(({ label }) => label === '12');
    await said(member(1).person, 'POST', at, {
      kind: 'reservation',
      objects: [
        { on: 'term', term: 'meaningful connectivity' },
        { on: 'absent', language: 'unilateral coercive measures' },
      ],
      statement: { language: 'fr', text: 'Ma délégation émet une réserve.' },
    });
    await said(stakeholder, 'POST', at, {
      kind: 'reservation',
      objects: [{ on: 'paragraph', paragraph: twelve?.id }],
      statement: { language: 'en', text: 'Our organisation reserves.' },
    });
    // It comes without being asked for, and the text stays where it is.
    await page
      .getByRole('button', {
        name: /^On record at paragraph 12: +1 dissociation ?; ?stakeholders: +1 reservation$/,
      })
      .waitFor();
    const says = paragraphs.filter(({ text }) => /meaningful connectivity/i.test(text));
    expect(says.length).toBeGreaterThan(0);
    for (const { label } of says.filter((one) => one.kind !== 'item' && one.label !== ''))
      await mark(page, label).filter({ hasText: '1 reservation' }).waitFor();
    expect(await restingBox(page.locator('article.text'))).toEqual(before);
    await expectAccessible(page);

    await mark(page, '12').click();
    const panel = page.getByRole('dialog', { name: 'On record at paragraph 12' });
    await panel.getByRole('heading', { name: 'Other stakeholders' }).waitFor();
    await panel.getByRole('checkbox', { name: 'Underline the terms objected to' }).check();
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('declared-terms')?.size))
      .toBeGreaterThanOrEqual(says.length);
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /1 on what is not in it/ }).click();
    await page
      .getByRole('dialog')
      .getByText('What is absent: unilateral coercive measures')
      .first()
      .waitFor();
    await page.getByRole('dialog').getByRole('link', { name: 'All declarations' }).click();

    // The other two questions, each at an address of its own.
    await page
      .getByRole('searchbox', { name: 'Where was this term objected to' })
      .fill('meaningful connectivity');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('heading', { name: '1 declaration objects to it' }).waitFor();
    await page.waitForURL(/\/declarations\/term\/meaningful%20connectivity$/);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'All declarations' }).click();
    await page.getByRole('combobox', { name: 'What was put on record by' }).selectOption('Delegation M');
    await page.getByRole('heading', { name: 'Delegation M: what is on record' }).waitFor();
    await page.getByText('Aligned, except on 13').waitFor();
    await expectAccessible(page);
    await Promise.all([stakeholder.leave(), reader.leave()]);
  });

  it('U196, U197: corrected with its history, withdrawn with the date; neither is deleted', async () => {
    const { person, delegation } = member(1);
    const { page } = person;
    await open(page, `/declarations/delegation/${delegation}`);
    await page.getByRole('link', { name: 'Reservation · Delegation L' }).click();
    await page.getByRole('link', { name: 'Correct', exact: true }).click();
    const statement = page.getByRole('textbox', { name: 'Statement', exact: true });
    expect(await statement.getAttribute('lang')).toBe('fr');
    await statement.fill('Ma délégation maintient sa réserve.');
    await page.getByRole('checkbox', { name: /^The statement is a translation/ }).check();
    await page.getByRole('combobox', { name: 'Original: Language' }).fill('Arabic');
    const original = page.getByRole('textbox', { name: 'Original', exact: true });
    await original.fill('يتمسك وفد بلادي بتحفظه.');
    expect(await original.getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'Look over what will be recorded' }).click();
    await page.getByText('The earlier words stay in its history.').waitFor();
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.getByText('Original, in Arabic').waitFor();
    expect(await page.locator('blockquote[lang="ar"]').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const asked = page.getByRole('dialog', { name: 'Withdraw this declaration?' });
    await asked.getByText('It is recorded as withdrawn by Delegation L').waitFor();
    await asked.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('It is recorded as withdrawn.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show all 3 revisions' }).click();
    await page.locator('[data-event="withdrawn"]').waitFor();
    const corrected = page.locator('[data-event="corrected"]');
    await corrected.locator('del', { hasText: 'émet' }).waitFor();
    await corrected.locator('ins', { hasText: 'maintient' }).waitFor();
    await expectAccessible(page);

    const { page: readers } = facilitator;
    await open(readers, '/v/latest');
    await mark(readers, '12').waitFor();
    // Withdrawn, it stands at no paragraph any longer, and in the list with its date.
    expect(await readers.getByRole('button', { name: /on what is not in it/ }).count()).toBe(0);
    await open(readers, '/declarations?kind=reservation');
    await readers.getByRole('article').filter({ hasText: 'Delegation L' }).getByText('Withdrawn').waitFor();
    await Promise.all([facilitator.leave(), ...members.map((one) => one.person.leave())]);
  });
});
