import type { Page } from 'playwright-core';

/**
 * Stretches of Latin words that are drawn out of the order they are read in, with how they look. Letters and digits of
 * one block and one line are asked where they stand: each must stand behind the one before it.
 */
export const outOfOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const blocks = new Map<Element, Text[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '') continue;
      let block = node.parentElement as Element;
      // An inline box is drawn in the line of what holds it.
      while (/^(inline|contents)$/.test(getComputedStyle(block).display))
        block = block.parentElement as Element;
      const texts = blocks.get(block) ?? [];
      texts.push(node as Text);
      blocks.set(block, texts);
    }
    for (const [block, texts] of blocks) {
      // The text, and what people said, has a direction of its own.
      if (block.closest('.visually-hidden, body [dir]') !== null) continue;
      const drawn: { char: string; x: number; top: number; bottom: number }[] = [];
      for (const text of texts) {
        if (text.parentElement?.closest('.visually-hidden')) continue;
        const words = text.textContent ?? '';
        for (let at = 0; at < words.length; at += 1) {
          const char = words[at] as string;
          // Arabic names and words keep their own order.
          if (/\s|[\p{Script=Arabic}\p{M}]/u.test(char)) continue;
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const [box] = range.getClientRects();
          if (box !== undefined && box.width > 0)
            drawn.push({ char, x: box.left, top: box.top, bottom: box.bottom });
        }
      }
      const said = texts
        .map((text) => text.textContent)
        .join('')
        .replace(/\s+/gu, ' ')
        .trim();
      if (/\p{Script=Arabic}/u.test(said)) continue;
      for (let at = 1; at < drawn.length; at += 1) {
        const [before, here] = [drawn[at - 1], drawn[at]] as [(typeof drawn)[0], (typeof drawn)[0]];
        const sameLine =
          here.top < (before.top + before.bottom) / 2 && here.bottom > (before.top + before.bottom) / 2;
        if (sameLine && here.x < before.x - 0.5) {
          found.add(`${block.tagName.toLowerCase()}.${block.className}: ${said.slice(0, 160)}`);
          break;
        }
      }
    }
    return [...found];
  });
