import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { enterAs, type Person } from './browser.ts';
import type { OnProduct } from './on-product.ts';

/** The draft page as a person sees and uses it. */
export const EDITOR = '.ProseMirror';

export interface SeenParagraph {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly text: string;
}

/** Opens the working text and waits until it stands there; `writing` also until it may be edited. */
export async function openDraft(person: Person, documentId: string, writing = true): Promise<void> {
  await person.page.goto(`${person.origin}/d/${documentId}/draft`);
  await person.page.waitForSelector(`${EDITOR}[contenteditable="${writing}"] .paragraph`);
}

/** A paragraph of the text, from 0. */
export const nthParagraph = (page: Page, index: number): Locator =>
  page.locator(`${EDITOR} > :nth-child(${index + 1})`);

/** The paragraphs on the page with the labels printed beside them. */
export const paragraphs = (page: Page): Promise<SeenParagraph[]> =>
  page.$$eval(`${EDITOR} > *`, (elements) =>
    elements.map((element) => {
      const seen = element as HTMLElement;
      // What others' cursors say is not text.
      const copy = seen.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll('.presence-caret')) cursor.remove();
      return {
        id: seen.dataset.id ?? '',
        label: seen.dataset.label ?? '',
        kind: [seen.dataset.kind, seen.dataset.level].filter((part) => part !== '0').join(' '),
        text: copy.textContent ?? '',
      };
    }),
  );

export const texts = async (page: Page): Promise<string[]> =>
  (await paragraphs(page)).map(({ text }) => text);

/**
 * Puts the caret into a paragraph (from 0) before a character; negative offsets count from its end. The editor sets
 * its own selection once more a moment after it got the focus, so the caret counts as placed only when it is found
 * in its place by the next look, an interval of the poll later.
 */
export async function placeCaret(page: Page, paragraph: number, offset: number, to?: number): Promise<void> {
  await page.focus(EDITOR);
  const wasThere = (): Promise<boolean> =>
    page.evaluate(
      ([selector, index, start, end]) => {
        const element = document.querySelector(selector)?.children[index];
        if (element === undefined) throw new Error(`no paragraph ${index}`);
        const length = element.textContent?.length ?? 0;
        const place = (wanted: number): [Node, number] => {
          let left = wanted < 0 ? length + 1 + wanted : wanted;
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const size = node.nodeValue?.length ?? 0;
            if (left <= size) return [node, left];
            left -= size;
          }
          return [element, 0];
        };
        const selection = getSelection();
        const [anchor, head] = [place(start), place(end)];
        const there =
          selection?.anchorNode === anchor[0] &&
          selection.anchorOffset === anchor[1] &&
          selection.focusNode === head[0] &&
          selection.focusOffset === head[1];
        if (there) return true;
        selection?.setBaseAndExtent(...anchor, ...head);
        element.scrollIntoView({ block: 'center' });
        return false;
      },
      [EDITOR, paragraph, offset, to ?? offset] as const,
    );
  await expect.poll(wasThere, { interval: 100 }).toBe(true);
}

/** Waits until the save line says these words. */
export async function saveLineSays(page: Page, words: string | RegExp): Promise<void> {
  await expect
    .poll(() => page.textContent('.save-words'), { timeout: 15_000 })
    .toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
}

/** Puts markup (and text) on the clipboard of the page and pastes it as Ctrl-V does. */
export const paste = (page: Page, html: string, text = ''): Promise<void> =>
  page.evaluate(
    ([selector, markup, plain]) => {
      const data = new DataTransfer();
      if (markup !== '') data.setData('text/html', markup);
      data.setData('text/plain', plain);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector(selector)?.dispatchEvent(event);
    },
    [EDITOR, html, text] as const,
  );

/** The nth drafter, with the text open to write in. */
export async function enterDraft({ browser, product }: OnProduct, nth: number) {
  const person = await enterAs(browser, product.origin, 'drafter', nth);
  await openDraft(person, person.documentId);
  return person;
}

/** The first numbered paragraph, from 0, once its number is drawn: that waits for the version's labels, the text not. */
export const firstNumbered = async (page: Page): Promise<number> => {
  const find = async () => (await paragraphs(page)).findIndex((one) => one.kind === 'operative' && one.label);
  await expect.poll(find).toBeGreaterThanOrEqual(0);
  return find();
};
