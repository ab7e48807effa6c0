import type { Locator, Page } from 'playwright-core';
import type { Person } from './browser.ts';

/** The conversation beside a text, by role, name and words. */
export const openConversation = (page: Page): Locator =>
  page.getByRole('region', { name: 'Conversation', exact: true });

export const cardSaying = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words }).last();

/** Opens the latest version and waits until the conversation stands beside it. */
export async function openVersion(person: Person, documentId: string): Promise<void> {
  await person.page.goto(`${person.origin}/d/${documentId}/v/latest`);
  await person.page.locator('[data-kind="operative"]').first().waitFor();
  await person.page.getByRole('button', { name: 'On the whole text' }).waitFor();
}

/** Selects words of a paragraph that holds them, as a pointer would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const paragraph = page.locator('.text [data-kind]').filter({ hasText: words }).first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
    throw new Error(`"${sought}" does not stand in one piece`);
  }, words);
}

/** What is offered for selected words. */
export const selectionBar = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'What to do with the selected words' });

export async function commentOnWords(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await selectionBar(page).getByRole('button', { name: 'Comment' }).click();
  await page.getByRole('textbox', { name: 'Your comment' }).waitFor();
}

/** Opens the conversation of marked words by its card beside them. */
export async function openMarked(page: Page, words: string, said: string): Promise<void> {
  const mark = page.locator('.said-on').filter({ hasText: words });
  await mark.scrollIntoViewIfNeeded();
  await page.getByRole('button').filter({ hasText: said }).click();
}
