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

describe('delegations and groups', () => {
  it('U240–U245: a region is invited at once, becomes a group, and is changed with what it was kept', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const { page } = facilitator;
    const created = await facilitator.api('POST', '/api/documents', { title: 'A text of many' });
    const { id } = await created.json();
    await page.goto(`${product.origin}/d/${id}/members`);

    // U240: a region from the list, and names as they are pasted; what is not recognised stays.
    await page.getByRole('button', { name: 'Invite many States' }).click();
    await page.getByLabel('Add the States of a list').selectOption('region:grulac');
    await page.getByRole('heading', { name: '33 delegations to invite' }).waitFor();
    const names = page.getByLabel('Or write or paste names, a line each');
    await names.fill('Kenya\nRépublique de Corée\nAtlantis');
    await page.getByRole('button', { name: 'Add these names' }).click();
    await page.getByRole('heading', { name: '35 delegations to invite' }).waitFor();
    await page.getByText('1 name means no State that is known.').waitFor();
    expect(await names.inputValue()).toBe('Atlantis');
    await page.getByRole('button', { name: 'Do not invite Kenya' }).click();
    await page.getByLabel('Name of the person of Barbados').fill('Sample person');
    const rows = page.getByRole('row');
    expect(await rows.nth(1).textContent()).toContain('Antigua and Barbuda');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make 34 invitation links' }).click();

    // U241: the links, this once.
    await page.getByRole('heading', { name: '34 delegations are invited' }).waitFor();
    const link = await page.getByLabel('Invitation link for Sample person').inputValue();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
    const file = await (await saving).createReadStream();
    let csv = '';
    for await (const chunk of file) csv += String(chunk);
    expect(csv.split('\r\n')).toHaveLength(36);
    expect(csv).toContain(`"Barbados","Sample person","${link}"`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    const guest = await newPerson(browser, product.origin);
    await guest.page.goto(link);
    await guest.page.waitForURL(`**/d/${id}/**`);
    await guest.page.getByRole('button', { name: 'You are Sample person' }).waitFor();

    // U240: who is there already is told.
    await page.getByRole('button', { name: 'Invite many States' }).click();
    await page.getByLabel('Add the States of a list').selectOption('group:caricom');
    await page.getByText(/^14 take part already and are not invited again: Antigua and Barbuda/).waitFor();
    await page.getByText('Nobody is chosen yet.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    // U242: a usual group, changed before it is saved.
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByLabel('Start from a usual group').selectOption('caricom');
    expect(await page.getByLabel('Name of the group').inputValue()).toBe('Caribbean Community');
    await page.getByText('Source of the list: Revised Treaty of Chaguaramas').waitFor();
    await page.getByText('Members that are no States: Montserrat.').waitFor();
    expect(await page.getByLabel('Barbados: member from').inputValue()).toBe('1973-01-01');
    await page.getByLabel('Barbados: member from').fill('2026-01-01');
    await page.getByRole('button', { name: 'Take Haiti out of the group' }).click();
    await page.getByLabel('Speaks for it').selectOption({ label: 'Barbados' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save the group' }).click();
    const group = page.getByRole('row', { name: /^Caribbean Community/ });
    await group.getByText('13 members').click();
    await group.getByText('since 1 January 2026').waitFor();
    expect(await group.getByRole('cell').nth(1).textContent()).toBe('Barbados');

    // U242: a membership ends on a day, and another speaks.
    await group.getByRole('button', { name: 'Change Caribbean Community' }).click();
    await page.getByLabel('Suriname: member until').fill('2030-06-30');
    await page.getByLabel('Speaks for it').selectOption({ label: 'Jamaica' });
    await page.getByRole('button', { name: 'Save the group' }).click();
    await group.getByText(/until 30 June 2030/).waitFor();
    expect(await group.getByRole('cell').nth(1).textContent()).toBe('Jamaica');

    // U243: the regional groups of whoever is here.
    await page.getByRole('button', { name: 'Make the regional groups' }).click();
    await page.getByRole('row', { name: /^Latin American and Caribbean States/ }).waitFor();
    await page.getByRole('row', { name: /^Asia-Pacific States/ }).waitFor();

    // U245: what is kept of a delegation is changed, and what it was stands beside it.
    await page.getByLabel('Find a delegation').fill('guyana');
    await page.getByRole('button', { name: 'Change Guyana' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Co-operative Republic of Guyana');
    await page.getByLabel('Regional group').selectOption('weog');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save the delegation' }).click();
    const guyana = page.getByRole('row', { name: /^Co-operative Republic of Guyana \(Guyana\)/ }).last();
    await guyana.getByText(/^until .*: Guyana, Government, Latin American and Caribbean States$/).waitFor();
    await page.goto(`${product.origin}/d/${id}/audit`);
    await page.getByText('Changed what is kept of a delegation').first().waitFor();

    // U244: another reader's alphabet and names; what was entered stays.
    await page.evaluate(() => localStorage.setItem('sb.locale', 'es'));
    await page.goto(`${product.origin}/d/${id}/members`);
    await page
      .getByRole('row', { name: /^Brazil \(Brasil\)/ })
      .first()
      .waitFor();
    await page.evaluate(() => localStorage.removeItem('sb.locale'));
    await guest.leave();
    await facilitator.leave();
  });
});
