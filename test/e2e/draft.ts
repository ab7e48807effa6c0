import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TextAnswer } from '../../shared/api/text.ts';
import type { Person } from './browser.ts';

/** The draft page as people see it: by role, name and words, never by what it is built of where that can be helped. */
export const textbox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Working text', exact: true });
export const paragraphs = (page: Page): Locator => page.locator('.text [data-id]');
/** Looks, ten a second, for a caret that stays. */
const CARET_TRIES = 150;
/** Matches letter by letter; a string as `hasText` would pass over case. */
const exactly = (words: string): RegExp => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
export const paragraphWith = (page: Page, words: string): Locator =>
  paragraphs(page)
    .filter({ hasText: exactly(words) })
    .first();
export const saveLine = (page: Page): Locator => page.locator('.save-words');

/** Resolves with the number of changes that the line says are kept on the device. */
export async function keptOnDevice(page: Page): Promise<number> {
  const said = /^Offline: (\d+) changes? kept on this device$/;
  const line = saveLine(page).filter({ hasText: said });
  await line.waitFor();
  return Number(said.exec((await line.textContent()) ?? '')?.[1]);
}

/** Resolves when the save line says so. */
export const untilSaid = (page: Page, words: string | RegExp): Promise<void> =>
  saveLine(page).filter({ hasText: words }).waitFor();

/** After the line is mended: asks for the connection, unless it has come back by itself before. */
export async function untilBack(page: Page): Promise<void> {
  const asking = page.getByRole('button', { name: 'Try again now' }).click();
  await Promise.any([
    untilSaid(page, /^Saved|^Frozen/),
    asking.then(() => untilSaid(page, /^Saved|^Frozen/)),
  ]);
}

/** Opens the working text and waits until it may be written and everything is known to be stored. */
export async function openDraft(person: Person, documentId: string): Promise<void> {
  await person.page.goto(`${person.origin}/d/${documentId}/draft`);
  await textbox(person.page).waitFor();
  await untilSaid(person.page, /^Saved$/);
}

/**
 * Puts the caret behind the last character (or before the first) of a paragraph, or selects `all` of it. The editor
 * sets its own selection once more a moment after it got the focus, so the selection counts as placed when the next
 * look finds it there.
 */
export async function caretIn(paragraph: Locator, where: 'start' | 'end' | 'all' = 'end'): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded();
  const wasThere = (): Promise<boolean> =>
    paragraph.evaluate((element, place) => {
      const editor = element.closest('[contenteditable]') as HTMLElement;
      const selection = getSelection() as Selection;
      const whole = document.createRange();
      whole.selectNodeContents(element);
      const range = selection.rangeCount === 0 ? null : selection.getRangeAt(0);
      const inside =
        document.activeElement === editor &&
        element.contains(range?.startContainer ?? null) &&
        element.contains(range?.endContainer ?? null);
      if (range !== null && inside && (place === 'all') === !range.collapsed) {
        // What stands between the selection and the paragraph's edges, but for the cursors of others.
        // No function of its own: what runs in the page must not need a name that a compiler gives it.
        const [before, after] = (['before', 'after'] as const).map((edge) => {
          const rest = whole.cloneRange();
          if (edge === 'before') rest.setEnd(range.startContainer, range.startOffset);
          else rest.setStart(range.endContainer, range.endOffset);
          const words = rest.cloneContents();
          for (const cursor of words.querySelectorAll('.presence-caret')) cursor.remove();
          return words.textContent ?? '';
        });
        if ((place === 'end' || before === '') && (place === 'start' || after === '')) return true;
      }
      editor.focus();
      selection.selectAllChildren(element);
      if (place === 'end') selection.collapseToEnd();
      if (place === 'start') selection.collapseToStart();
      return false;
    }, where);
  // Not by `expect.poll`: scripts that take pictures use this outside of a test.
  for (let tries = 0; !(await wasThere()); tries += 1) {
    if (tries === CARET_TRIES) throw new Error('the editor does not keep the caret where it was put');
    await paragraph.evaluate(() => new Promise((look) => setTimeout(look, 100)));
  }
}

/** Puts the caret before words that stand in one run of a paragraph. */
export async function caretBefore(paragraph: Locator, words: string): Promise<void> {
  await paragraph.evaluate((element, sought) => {
    (element.closest('[contenteditable]') as HTMLElement).focus();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at >= 0) getSelection()?.collapse(node, at);
    }
  }, words);
}

/** Types at the end of the paragraph that holds `words`, key by key. */
export async function typeAfter(page: Page, words: string, typed: string): Promise<void> {
  await caretIn(paragraphWith(page, words));
  await page.keyboard.type(typed);
}

/** The working text as the API tells it, so as the server has stored it. */
export async function storedText(person: Person, documentId: string): Promise<TextAnswer['paragraphs']> {
  const answer = await person.api('GET', `/api/documents/${documentId}/text`);
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as TextAnswer).paragraphs;
}

/** A stretch of the sample's working text that stands there once. */
export const SAMPLE = {
  first: 'Recalling',
  second: 'Reaffirming',
  third: 'Recognizing',
  fourth: 'Deeply concerned',
} as const;
