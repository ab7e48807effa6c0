import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../shared/api/register.ts';
import type { Comment } from '../../shared/model/comment.ts';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, newPerson, type Person } from './browser.ts';
import {
  cardSaying,
  commentOnWords,
  openConversation,
  openMarked,
  openVersion,
  selectWords,
} from './conversation-page.ts';
import { openDraft, paragraphWith, SAMPLE, typeAfter, untilSaid } from './draft.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

const DESKTOP = { viewport: { width: 1440, height: 900 } };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await product.stop();
});

const enter = (role: 'stakeholder' | 'delegate' | 'drafter' | 'observer', nth = 0) =>
  enterAs(browser, product.origin, role, nth, DESKTOP);

/** Comments as the server keeps them. */
async function comments(person: Person, documentId: string): Promise<Comment[]> {
  const answer = await person.api('GET', `/api/documents/${documentId}/register`);
  const { entries } = (await answer.json()) as RegisterAnswer;
  return entries.flatMap((entry) => (entry.noun === 'comment' ? [entry.row] : []));
}

describe('the dialogue beside the text', () => {
  it('U75: a stakeholder asks on words, a government answers and agrees, and the asker settles it', async () => {
    const stakeholder = await enter('stakeholder');
    const delegate = await enter('delegate');
    const { documentId } = stakeholder;
    await openVersion(stakeholder, documentId);
    await openVersion(delegate, documentId);

    await commentOnWords(stakeholder.page, 'primary responsibility');
    const asking = 'Does this include regional bodies?';
    await stakeholder.page.getByRole('form', { name: 'Your comment' }).getByText('Question').click();
    await stakeholder.page.getByRole('textbox', { name: 'Your comment' }).fill(asking);
    await stakeholder.page.keyboard.press('Control+Enter');
    const asked = cardSaying(stakeholder.page, asking);
    await asked.getByText('Unanswered').waitFor();
    await expectAccessible(stakeholder.page);

    // Live in the other browser, as a card beside the words and as a mark on them.
    await openMarked(delegate.page, 'primary responsibility', asking);
    const seen = cardSaying(delegate.page, asking);
    await seen.getByRole('button', { name: 'Agree', exact: true }).click();
    await seen.getByRole('button', { name: '1 agrees' }).click();
    await seen.getByText(delegate.who.delegation).first().waitFor();
    await seen.getByRole('button', { name: 'Answer' }).click();
    const reply = 'It does, under the rules of those bodies.';
    await delegate.page.getByRole('textbox', { name: 'Your answer' }).fill(reply);
    await delegate.page.keyboard.press('Control+Enter');
    await seen.getByText(reply).waitFor();

    await asked.getByText(reply).waitFor();
    await asked.getByText('Answer given, not settled by the asker').waitFor();
    expect(await seen.getByRole('button', { name: 'My question is answered' }).count()).toBe(0);
    await asked.getByRole('button', { name: 'My question is answered' }).click();
    await seen.getByText('Settled by the asker').waitFor();
    await expectAccessible(delegate.page);
    await Promise.all([stakeholder.leave(), delegate.leave()]);
  });

  it('U75: something is missing after a paragraph, and a comment stands on the whole text', async () => {
    const stakeholder = await enter('stakeholder');
    const { documentId, page } = stakeholder;
    await openVersion(stakeholder, documentId);
    const paragraph = page.locator('.text [data-kind="operative"]').nth(4);
    await paragraph.hover();
    await page
      .getByRole('button', { name: /paragraph 5\b/i })
      .first()
      .click();
    await openConversation(page).getByRole('button', { name: 'Something is missing' }).click();
    const absent = 'Nothing is said of languages that few people speak.';
    await page.getByRole('textbox', { name: 'Your comment' }).fill(absent);
    await page.getByRole('button', { name: 'Send' }).click();
    await cardSaying(page, absent).getByText('Missing after 5').waitFor();

    await page.getByRole('button', { name: 'On the whole text' }).click();
    await openConversation(page).getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('A clear text on the whole.');
    await page.getByRole('button', { name: 'Send' }).click();
    await cardSaying(page, 'A clear text on the whole.').waitFor();
    const kept = await comments(stakeholder, documentId);
    const scopes = kept.map(({ on }) => (on.noun === 'text' ? on.anchor.scope : 'proposal'));
    expect(scopes).toContain('absent');
    expect(scopes).toContain('text');
    await stakeholder.leave();
  });

  it('U76: what was written is still there after a reload, and is sent once', async () => {
    const stakeholder = await enter('stakeholder');
    const { documentId, page } = stakeholder;
    await openVersion(stakeholder, documentId);
    const words = 'Words that a reload must not lose.';
    await commentOnWords(page, 'report on how they are met');
    await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await page.reload();
    const offered = page.getByRole('region', { name: 'Not sent yet' });
    await offered.getByText(words).waitFor();
    await offered.getByRole('button', { name: 'Go on writing' }).click();
    const field = page.getByRole('textbox', { name: 'Your comment' });
    expect(await field.inputValue()).toBe(words);
    await field.focus();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await cardSaying(page, words).waitFor();
    await page.reload();
    await openMarked(page, 'report on how they are met', words);
    expect(await offered.count()).toBe(0);
    const kept = await comments(stakeholder, documentId);
    expect(kept.filter(({ text }) => text === words)).toHaveLength(1);
    await stakeholder.leave();
  });

  it('U77: a reader follows the conversation and can say nothing', async () => {
    const stakeholder = await enter('stakeholder');
    const { documentId } = stakeholder;
    const reader = await newPerson(browser, product.origin, DESKTOP);
    await openVersion(reader, documentId);
    await openVersion(stakeholder, documentId);
    await commentOnWords(stakeholder.page, 'free, independent and plural');
    await stakeholder.page.getByRole('textbox', { name: 'Your comment' }).fill('Seen by everybody at once.');
    await stakeholder.page.getByRole('button', { name: 'Send' }).click();
    await openMarked(reader.page, 'free, independent and plural', 'Seen by everybody at once.');
    const card = cardSaying(reader.page, 'Seen by everybody at once.');
    await card.waitFor();
    expect(await openConversation(reader.page).getByRole('button', { name: 'Answer' }).count()).toBe(0);
    expect(await openConversation(reader.page).getByRole('textbox').count()).toBe(0);
    await selectWords(reader.page, 'free, independent and plural');
    await reader.page.getByRole('button', { name: 'Copy link' }).last().waitFor();
    expect(await reader.page.getByRole('button', { name: 'Comment', exact: true }).count()).toBe(0);
    await Promise.all([reader.leave(), stakeholder.leave()]);
  });

  it('U78: on the working text a comment follows its words, says when they changed, and is reconfirmed', async () => {
    const stakeholder = await enter('stakeholder');
    const drafter = await enter('drafter');
    const { documentId } = stakeholder;
    await openDraft(drafter, documentId);
    await stakeholder.page.goto(`${stakeholder.origin}/d/${documentId}/draft`);
    await untilSaid(stakeholder.page, /^Read only$/);
    await stakeholder.page.getByRole('button', { name: 'On the whole text' }).waitFor();
    await commentOnWords(stakeholder.page, 'in rural areas');
    await stakeholder.page.getByRole('textbox', { name: 'Your comment' }).fill('And in islands.');
    await stakeholder.page.getByRole('button', { name: 'Send' }).click();
    await cardSaying(stakeholder.page, 'And in islands.').waitFor();

    // Others' words before it move it; nothing is said of that.
    await typeAfter(drafter.page, SAMPLE.first, ' and more,');
    expect(await cardSaying(stakeholder.page, 'And in islands.').getByText('The text').count()).toBe(0);
    // The words themselves change.
    await selectWords(drafter.page, 'rural areas');
    await drafter.page.keyboard.type('remote rural areas');
    await untilSaid(drafter.page, /^Saved$/);
    const card = cardSaying(stakeholder.page, 'And in islands.');
    await card.getByText('The text has changed since this was written.').waitFor();
    await card.getByText('in rural areas').waitFor();
    await card.getByRole('button', { name: 'Still holds here' }).click();
    await card.getByText('The text has changed since this was written.').waitFor({ state: 'detached' });

    // The whole sentence goes: the comment stays, with its quote.
    await paragraphWith(drafter.page, SAMPLE.fourth).click({ clickCount: 3 });
    await drafter.page.keyboard.type('Concerned,');
    await untilSaid(drafter.page, /^Saved$/);
    await card.getByText('The words this was written on are gone.').waitFor();
    await expectAccessible(drafter.page);
    // From the palette, which has the keyboard, a comment still goes to where the caret was left.
    await drafter.page.keyboard.press('Control+k');
    await drafter.page
      .getByRole('combobox', { name: 'Type a command or a page' })
      .fill('something is missing');
    await drafter.page.keyboard.press('Enter');
    await drafter.page.getByRole('textbox', { name: 'Your comment' }).fill('Nothing is said of mountains.');
    await drafter.page.getByRole('button', { name: 'Send' }).click();
    await cardSaying(drafter.page, 'Nothing is said of mountains.').getByText('Missing after PP4').waitFor();
    await Promise.all([stakeholder.leave(), drafter.leave()]);
  });

  it('U79: the list is narrowed by its address, its counts open what they count, and a comment has its own', async () => {
    const stakeholder = await enter('stakeholder');
    const { documentId, page, origin } = stakeholder;
    await openVersion(stakeholder, documentId);
    await commentOnWords(page, 'few written resources');
    await page.getByRole('form', { name: 'Your comment' }).getByText('Question').click();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('By whom is it measured?');
    await page.getByRole('button', { name: 'Send' }).click();
    await cardSaying(page, 'By whom is it measured?').waitFor();

    await page.goto(`${origin}/d/${documentId}/dialogue`);
    await page.getByRole('button', { name: /^Unanswered questions: / }).click();
    expect(new URL(page.url()).searchParams.get('state')).toBe('unanswered');
    const row = page.getByRole('listitem').filter({ hasText: 'By whom is it measured?' });
    await row.waitFor();
    await page.getByText('More filters').click();
    await page.getByRole('combobox', { name: 'Constituency' }).selectOption('government');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear filters' }).click();
    // A long list draws only what is in sight: by its count the question is found again.
    await page.getByRole('button', { name: /^Unanswered questions: / }).click();
    await row.getByRole('link').click();
    expect(new URL(page.url()).pathname).toMatch(/\/dialogue\/[^/]+$/);
    await page.reload();
    await cardSaying(page, 'By whom is it measured?').getByText('few written resources').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show in the text' }).click();
    await page.locator('.said-on-active').filter({ hasText: 'few written resources' }).waitFor();
    await stakeholder.leave();
  });

  it('N14: what was said on a version stands at its words in the working text, and the other way round', async () => {
    const drafter = await enter('drafter');
    const { documentId, page, origin } = drafter;
    const marked = (words: string) => page.locator('.said-on').filter({ hasText: words }).first();
    await page.goto(`${origin}/d/${documentId}/draft`);
    // Said on the latest version: the words stand here unchanged. Said on the one before: they were rewritten.
    await marked('the reuse of what public money has paid for').waitFor();
    const rewritten = marked('shall be a permanent');
    await rewritten.waitFor();
    // Marks are drawn anew as places come in; a click goes to those that stay.
    await drafter.settled();
    await rewritten.click();
    const card = page
      .getByRole('article')
      .filter({ has: page.locator('blockquote', { hasText: 'shall become permanent' }) });
    await card.getByText('The text changed; the author has not confirmed that this still holds.').waitFor();

    // Said on the working text: the words stand in the latest version too.
    await openVersion(drafter, documentId);
    await marked('submarine cables and terrestrial routes').waitFor();

    // Where everything said is listed, what is to be reconfirmed is found, and says why.
    await page.goto(`${origin}/d/${documentId}/dialogue?state=reconfirm`);
    const row = page.getByRole('listitem').filter({ hasText: 'A permanent forum needs' });
    await row.waitFor();
    await drafter.settled();
    await row.getByRole('link').click();
    const listed = cardSaying(page, 'A permanent forum needs');
    await listed.getByText('The text changed; the author has not confirmed that this still holds.').waitFor();
    await listed.getByText('shall become permanent').waitFor();
    await drafter.leave();
  });
});
