import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../shared/api/register.ts';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, type Person } from './browser.ts';
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

const enter = (role: 'facilitator' | 'stakeholder' | 'delegate') =>
  enterAs(browser, product.origin, role, 0, DESKTOP);

async function rows(person: Person, documentId: string): Promise<RegisterAnswer['entries']> {
  const answer = await person.api('GET', `/api/documents/${documentId}/register`);
  return ((await answer.json()) as RegisterAnswer).entries;
}

/** How many statements are in the library. */
const stored = async (person: Person, documentId: string): Promise<number> =>
  (await rows(person, documentId)).filter(({ noun }) => noun === 'statement').length;

const RECORDING = 'https://video.example/meeting.mp4';
const SAID = 'Every school needs a connection that its teachers can rely on.';
const notesFor = (delegation: string): string => `Second Preparatory Meeting - 12 May 2026

*${delegation} (aligns with Group of the Coast)*: “${SAID}” (starts at 1:05:15 <${RECORDING}>)

*Republic of Elsewhere* said that “nothing new is needed” (starts at 1:12:00 <${RECORDING}>)

*Group of the Hills*: “We ask for a fund.” (starts at 1:20:30)

Coffee was served in the lobby afterwards, and nobody wrote down what was said there.
`;

const SUBMISSION = `Joint submission by: Network of Sample Libraries; Sample Teachers Union

1. What has worked in the past ten years?

C2 infrastructure: shared masts have brought lines to villages.

C4 capacity building: courses in libraries reach people of every age.

2. What has not worked?

3. What should the outcome say?

It should name schools and libraries as places of access.
`;

describe('statements', () => {
  it('U200: notes are checked before anything is stored; others check, ask and agree; the government answers', async () => {
    const facilitator = await enter('facilitator');
    const delegate = await enter('delegate');
    const stakeholder = await enter('stakeholder');
    const { documentId, page } = facilitator;
    const government = delegate.who.delegation;

    await page.goto(`${product.origin}/d/${documentId}/statements`);
    const before = await stored(facilitator, documentId);
    await page.getByRole('link', { name: 'Import notes' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill(notesFor(government));
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: '3 statements recognised' }).waitFor();
    const card = (speaker: string) => page.getByRole('article', { name: new RegExp(`^${speaker},`) });
    await card(government).getByText('Suggested because the name fits').waitFor();
    await card(government).getByText('Group of the Coast').waitFor();
    await card('Group of the Hills').getByText('The time code has no link').waitFor();
    await page.getByText('1 stretch was not understood').waitFor();
    await page.getByText('Coffee was served in the lobby afterwards').last().waitFor();
    await expectAccessible(page);

    // By keyboard: the first is confirmed, the second left out; nothing is stored by that.
    await card(government).focus();
    await page.keyboard.press('c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await card('Republic of Elsewhere').getByText('Left out').first().waitFor();
    expect(await stored(facilitator, documentId)).toBe(before);

    // A reload loses nothing of it.
    await page.reload();
    await card(government).getByText('Confirmed').waitFor();
    await card('Group of the Hills').getByRole('button', { name: 'Correct' }).click();
    const speaker = page.getByRole('textbox', { name: 'Speaker, as printed' });
    await speaker.fill('Group of the Upper Hills');
    await page.getByRole('button', { name: 'Done' }).click();
    await card('Group of the Upper Hills').getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByRole('button', { name: 'Put 2 confirmed statements into the library' }).click();
    await page.getByText('2 statements are in the library.').first().waitFor();
    await page.getByRole('link', { name: 'To the library' }).click();
    await page.getByText(`${before + 2} statements`).waitFor();
    await expectAccessible(page);

    // A stakeholder finds it, checks it against the recording, asks, and agrees.
    const other = stakeholder.page;
    await other.goto(`${product.origin}/d/${documentId}/statements`);
    await other.getByRole('combobox', { name: 'Speaker' }).selectOption(government);
    await other.getByText(`1 statement of ${before + 2}`).waitFor();
    await other.getByRole('article').getByRole('link', { name: government }).click();
    await other.getByText(SAID).waitFor();
    const listen = other.getByRole('link', { name: 'Recording at 1:05:15' });
    expect(await listen.getAttribute('href')).toBe(`${RECORDING}#t=3915`);
    await other.getByRole('button', { name: 'I have checked it' }).click();
    await other.getByRole('button', { name: 'I have checked it' }).last().click();
    await other.getByText(`Checked by ${stakeholder.who.name}`).waitFor();
    await other.getByRole('button', { name: 'Agree', exact: true }).click();
    await other.getByRole('button', { name: '1 agrees' }).waitFor();
    await other.getByRole('button', { name: 'Comment', exact: true }).click();
    await other.getByRole('form', { name: 'Your comment' }).getByText('Question').click();
    const asked = 'Does that hold for schools without electricity?';
    await other.getByRole('textbox', { name: 'Your comment' }).fill(asked);
    await other.keyboard.press('Control+Enter');
    await other.getByText('Unanswered').waitFor();
    await expectAccessible(other);

    // The government it is taken for is told, agrees with itself without saying so, and answers.
    const own = delegate.page;
    await own.goto(other.url());
    await own.getByText(asked).waitFor();
    expect(
      await own
        .getByRole('region', { name: 'What others say about it' })
        .getByRole('button', { name: 'Agree', exact: true })
        .count(),
    ).toBe(1);
    const { notices } = await (await delegate.api('GET', `/api/notices?document=${documentId}`)).json();
    expect(notices.map(({ notice }: { notice: { reason: string } }) => notice.reason)).toContain(
      'comment-on-statement',
    );
    await own.getByRole('button', { name: 'Answer', exact: true }).click();
    await own.getByRole('textbox', { name: 'Your answer' }).fill('It does: that is the first step.');
    await own.keyboard.press('Control+Enter');
    await other.getByText('It does: that is the first step.').waitFor();
    await other.getByText('Answer of the speaker’s delegation').waitFor();
    await other.goto(`${product.origin}/d/${documentId}/dialogue?sort=time`);
    await other.getByRole('link', { name: `On what ${government} said` }).waitFor();
    await Promise.all([facilitator.leave(), delegate.leave(), stakeholder.leave()]);
  });

  it('U205: answers to a questionnaire become inputs of those who sent them, split and linked', async () => {
    const facilitator = await enter('facilitator');
    const { documentId, page } = facilitator;
    await page.goto(`${product.origin}/d/${documentId}/statements/import`);
    await page.getByRole('textbox', { name: 'Text' }).fill(SUBMISSION);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: /2 questions answered · 1 not answered/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Who sent it' }).inputValue()).toBe(
      'Network of Sample Libraries\nSample Teachers Union',
    );
    await page.getByRole('article', { name: 'Question 2' }).getByText('Not answered').waitFor();
    const first = page.getByRole('article', { name: 'Question 1' });
    await first.getByRole('checkbox', { name: 'Decide on its 2 parts singly' }).check();
    await first.getByRole('combobox').first().selectOption({ index: 2 });
    await page.getByText('one comment on the whole text with 3 items').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enter it as an input' }).click();
    await page.getByRole('link', { name: 'Open the input' }).click();
    await page.getByText('Network of Sample Libraries; Sample Teachers Union').first().waitFor();
    await page.getByText('(entered by').first().waitFor();

    const entries = await rows(facilitator, documentId);
    const comment = entries.find((entry) => entry.noun === 'comment' && entry.row.from !== undefined);
    const items = entries.flatMap((entry) =>
      entry.noun === 'item' && entry.row.commentId === comment?.id ? [entry.row] : [],
    );
    expect(items.map(({ text }) => text)).toEqual([
      'C2 infrastructure: shared masts have brought lines to villages.',
      'C4 capacity building: courses in libraries reach people of every age.',
      'It should name schools and libraries as places of access.',
    ]);
    expect(items.map(({ paragraph }) => paragraph !== null)).toEqual([true, false, false]);
    await page.goto(`${product.origin}/d/${documentId}/inputs`);
    await page.getByText('Network of Sample Libraries; Sample Teachers Union (entered by').first().waitFor();
    await facilitator.leave();
  });
});
