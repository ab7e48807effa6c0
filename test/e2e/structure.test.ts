import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser } from './browser.ts';
import {
  caretBefore,
  caretIn,
  openDraft,
  paragraphs,
  paragraphWith,
  SAMPLE,
  storedText,
  typeAfter,
  untilSaid,
} from './draft.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await product.stop();
});

/** Where the second sample paragraph is divided. */
const DIVIDE = ' and convinced';

describe('two people at one paragraph', () => {
  it('split and join while the other types: ids stay unique, lineage is recorded, no word is lost', async () => {
    const [left, right] = [
      await enterAs(browser, product.origin, 'drafter', 0),
      await enterAs(browser, product.origin, 'drafter', 1),
    ];
    const { documentId } = left;
    await Promise.all([openDraft(left, documentId), openDraft(right, documentId)]);
    const before = await storedText(left, documentId);
    const target = before.find(({ text }) => text.startsWith(SAMPLE.second));
    const above = target === undefined ? undefined : before[before.indexOf(target) - 1];
    if (target === undefined || above === undefined) throw new Error('the sample has changed');

    // Split: one presses Enter within the paragraph and goes on, the other types at its start.
    const [head, tail] = target.text.split(DIVIDE) as [string, string];
    await caretBefore(paragraphWith(left.page, SAMPLE.second), DIVIDE);
    await caretIn(paragraphWith(right.page, SAMPLE.second), 'start');
    await Promise.all([
      left.page.keyboard.press('Enter').then(() => left.page.keyboard.type('Split off: ')),
      right.page.keyboard.type('Typed meanwhile. '),
    ]);
    await Promise.all([untilSaid(left.page, /^Saved$/), untilSaid(right.page, /^Saved$/)]);
    const split = await storedText(left, documentId);
    const half = split.find(({ text }) => text === `Split off: ${DIVIDE}${tail}`);
    expect(new Set(split.map(({ id }) => id)).size).toBe(split.length);
    expect(split).toHaveLength(before.length + 1);
    expect(split.find(({ id }) => id === target.id)?.text).toBe(`Typed meanwhile. ${head}`);
    expect(half?.from).toEqual([target.id]);

    // Join: one joins the paragraph to the one above, the other types at its end.
    await caretIn(paragraphWith(left.page, 'Typed meanwhile.'), 'start');
    await caretIn(paragraphWith(right.page, 'Typed meanwhile.'));
    await Promise.all([left.page.keyboard.press('Backspace'), right.page.keyboard.type(' Still typing.')]);
    await Promise.all([untilSaid(left.page, /^Saved$/), untilSaid(right.page, /^Saved$/)]);
    const joined = await storedText(left, documentId);
    expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
    expect(joined).toHaveLength(before.length);
    const survivor = joined.find(({ text }) => text.includes('Typed meanwhile.'));
    expect(survivor?.text).toBe(`${above.text}Typed meanwhile. ${head} Still typing.`);
    expect([survivor?.id, ...(survivor?.from ?? [])]).toEqual(expect.arrayContaining([above.id, target.id]));

    await paragraphs(right.page)
      .filter({ hasText: above.text })
      .filter({ hasText: 'Still typing.' })
      .waitFor();
    await Promise.all([left.leave(), right.leave()]);
  });

  it('who wrote this shows both, each with their own words', async () => {
    const [left, right] = [
      await enterAs(browser, product.origin, 'drafter', 0),
      await enterAs(browser, product.origin, 'drafter', 1),
    ];
    const { documentId } = left;
    await Promise.all([openDraft(left, documentId), openDraft(right, documentId)]);
    await typeAfter(left.page, SAMPLE.fourth, ' left-hand words');
    await untilSaid(left.page, /^Saved$/);
    await paragraphWith(right.page, 'left-hand words').waitFor();
    await typeAfter(right.page, SAMPLE.fourth, ' right-hand words');
    await untilSaid(right.page, /^Saved$/);

    await left.page.goto(`${left.origin}/d/${documentId}/authors`);
    for (const { who } of [left, right])
      await left.page.getByRole('button', { name: who.name }).first().waitFor();
    const answer = await left.api('GET', `/api/documents/${documentId}/text/authorship`);
    const { people, paragraphs: written } = (await answer.json()) as {
      people: Record<string, { name: string }>;
      paragraphs: { runs: { text: string; by: string }[] }[];
    };
    const authorOf = (words: string) =>
      written.flatMap(({ runs }) => runs).find(({ text }) => text.includes(words))?.by ?? '';
    expect(people[authorOf('left-hand words')]?.name).toBe(left.who.name);
    expect(people[authorOf('right-hand words')]?.name).toBe(right.who.name);
    await Promise.all([left.leave(), right.leave()]);
  });
});
