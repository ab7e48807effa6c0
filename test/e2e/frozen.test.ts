import { describe, expect, it } from 'vitest';
import { CUT_LINE, enterAs } from './browser.ts';
import { openDraft, paragraphWith, SAMPLE, storedText, typeAfter, untilBack, untilSaid } from './draft.ts';
import { onWeakLine } from './weak-line.ts';

const at = onWeakLine();

describe('a text that is frozen while somebody is offline', () => {
  it('R48: the words are kept, offered back, and stand in the text again when it is open', async () => {
    const facilitator = await enterAs(at.browser, at.product.origin, 'facilitator');
    const drafter = await enterAs(at.browser, at.line.origin, 'drafter');
    const { documentId, page } = drafter;
    drafter.expectProblems(CUT_LINE);
    const setPhase = async (phase: string): Promise<void> => {
      const answer = await facilitator.api('POST', `/api/documents/${documentId}/phase`, { phase });
      expect(answer.ok(), await answer.text()).toBe(true);
    };
    await openDraft(drafter, documentId);
    at.line.cut();
    await untilSaid(page, /^Offline/);
    await typeAfter(page, SAMPLE.third, ' (written while frozen)');
    await untilSaid(page, /kept on this device$/);
    await setPhase('consultation');
    at.line.mend();
    await untilBack(page);

    const kept = page.getByRole('region', { name: 'Words kept for you' });
    await kept.getByText('(written while frozen)').waitFor();
    await untilSaid(page, /^Frozen since/);
    expect(await page.locator('.text').textContent()).not.toContain('(written while frozen)');
    expect(await page.locator('.text [contenteditable="true"]').count()).toBe(0);

    // They outlive the page.
    await page.reload();
    await kept.getByText('(written while frozen)').waitFor();

    await setPhase('negotiation');
    await untilSaid(page, /^Saved$/);
    await kept.getByRole('button', { name: 'Put back into the text' }).click();
    await paragraphWith(page, SAMPLE.third).filter({ hasText: '(written while frozen)' }).waitFor();
    await kept.waitFor({ state: 'detached' });
    await untilSaid(page, /^Saved$/);
    const stored = await storedText(facilitator, documentId);
    expect(stored.filter(({ text }) => text.includes('(written while frozen)'))).toHaveLength(1);
    await Promise.all([facilitator.leave(), drafter.leave()]);
  });
});
