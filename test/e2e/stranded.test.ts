import { describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { CUT_LINE, enterAs, type Person } from './browser.ts';
import {
  caretIn,
  keptOnDevice,
  openDraft,
  paragraphWith,
  SAMPLE,
  storedText,
  typeAfter,
  untilBack,
  untilSaid,
} from './draft.ts';
import { onWeakLine } from './weak-line.ts';

const at = onWeakLine();

/** Where the stored text has a paragraph, from 0; -1 where it has none. */
const placeOf = async (
  person: Person & { readonly documentId: string },
  paragraph: string | null,
): Promise<number> => (await storedText(person, person.documentId)).findIndex(({ id }) => id === paragraph);

const TITLE = 'Your words stand in another paragraph now';

describe('words that others left behind', () => {
  it('U68: typed offline in a paragraph that somebody moves, they are told of and go back', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'drafter', 0);
    const there = await enterAs(at.browser, at.product.origin, 'drafter', 1);
    away.expectProblems(CUT_LINE);
    await Promise.all([openDraft(away, away.documentId), openDraft(there, there.documentId)]);

    at.line.cut();
    await untilSaid(away.page, /^Offline/);
    await typeAfter(away.page, SAMPLE.second, ' (mine)');
    expect(await keptOnDevice(away.page)).toBeGreaterThan(0);
    await caretIn(paragraphWith(there.page, SAMPLE.second));
    const moved = await paragraphWith(there.page, SAMPLE.second).getAttribute('data-id');
    const before = await placeOf(there, moved);
    await there.page.keyboard.press('Alt+ArrowDown');
    await there.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => placeOf(there, moved)).toBe(before + 2);

    at.line.mend();
    await untilBack(away.page);
    const notice = away.page.getByRole('region', { name: TITLE });
    await notice.getByText('(mine)').waitFor();
    await away.page.getByText('The notice above the text offers').first().waitFor();
    await expectAccessible(away.page);
    await notice.getByRole('button', { name: 'Move the words into the paragraph' }).press('Enter');
    await notice.waitFor({ state: 'detached' });
    await paragraphWith(away.page, SAMPLE.second).filter({ hasText: '(mine)' }).waitFor();
    await paragraphWith(there.page, SAMPLE.second).filter({ hasText: '(mine)' }).waitFor();
    await untilSaid(away.page, /^Saved$/);
    const stored = (await storedText(there, there.documentId)).filter(({ text }) => text.includes('(mine)'));
    expect(stored.map(({ text }) => text.startsWith(SAMPLE.second))).toEqual([true]);
    await Promise.all([away.leave(), there.leave()]);
  });

  it('U68: typed offline in a paragraph that somebody deletes, they may become one of their own', async () => {
    const away = await enterAs(at.browser, at.line.origin, 'drafter', 0);
    const there = await enterAs(at.browser, at.product.origin, 'drafter', 1);
    away.expectProblems(CUT_LINE);
    await Promise.all([openDraft(away, away.documentId), openDraft(there, there.documentId)]);

    at.line.cut();
    await untilSaid(away.page, /^Offline/);
    await typeAfter(away.page, SAMPLE.third, ' (alone)');
    expect(await keptOnDevice(away.page)).toBeGreaterThan(0);
    const doomed = paragraphWith(there.page, SAMPLE.third);
    const kind = await doomed.getAttribute('data-kind');
    const id = await doomed.getAttribute('data-id');
    expect(await placeOf(there, id)).toBeGreaterThan(0);
    await caretIn(doomed, 'all');
    await there.page.keyboard.press('Backspace');
    await there.page.keyboard.press('Backspace');
    await expect.poll(() => placeOf(there, id)).toBe(-1);

    at.line.mend();
    await untilBack(away.page);
    const notice = away.page.getByRole('region', { name: TITLE });
    await notice.getByText('(alone)').waitFor();
    await notice.getByRole('button', { name: 'Keep as a paragraph of its own' }).click();
    await notice.waitFor({ state: 'detached' });
    await paragraphWith(there.page, '(alone)').waitFor();
    await untilSaid(away.page, /^Saved$/);
    const stored = (await storedText(there, there.documentId)).filter(({ text }) => text.includes('(alone)'));
    expect(stored).toMatchObject([{ text: ' (alone)', kind }]);
    await Promise.all([away.leave(), there.leave()]);
  });
});
