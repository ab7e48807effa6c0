import type { Page } from 'playwright-core';
import type { Present } from './browser.ts';

/** Lines of what stood on a page that are told, and how much of each: a text of a hundred paragraphs says little more. */
const LINES = 60;
const WIDTH = 110;
/** A page that hangs is told as that, in milliseconds. */
const ANSWERS_WITHIN = 5_000;

/** What somebody had before them when a story failed: enough to understand a failure on another machine. */
export async function whatStoodThere({ page, problems, waitsFor }: Present): Promise<string> {
  const part = (name: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`  ${name}:`, ...lines.map((line) => `    ${line}`)];
  return [
    `on ${page.url()}`,
    ...part('loud', await answered(loud(page))),
    ...part('focus', await answered(focus(page))),
    ...part('console', problems),
    ...part('no answer yet', waitsFor()),
    ...part('the page', cut(await answered(outline(page)))),
  ].join('\n');
}

/** Words of whatever speaks up by itself: dialogs, alerts, statuses. */
const loud = (page: Page): Promise<string[]> =>
  page
    .locator('[role="dialog"], [role="alertdialog"], [role="alert"], [role="status"], .save-words')
    .filter({ visible: true })
    .allInnerTexts();

const focus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === null ? [] : [(element.cloneNode(false) as Element).outerHTML];
  });

const outline = async (page: Page): Promise<string[]> =>
  (await page.locator('main').first().ariaSnapshot({ timeout: ANSWERS_WITHIN }))
    .split('\n')
    .filter((line) => !/^ *- \/url:/.test(line));

function cut(lines: readonly string[]): string[] {
  const half = LINES / 2;
  const kept =
    lines.length <= LINES
      ? lines
      : [...lines.slice(0, half), `… ${lines.length - LINES} lines …`, ...lines.slice(-half)];
  return kept.map((line) => (line.length <= WIDTH ? line : `${line.slice(0, WIDTH)}…`));
}

/** Words that come within reason, one line each; otherwise the reason why there are none. */
async function answered(words: Promise<string[]>): Promise<string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve(['(the page does not answer)']), ANSWERS_WITHIN);
  });
  const told = words.then(
    (all) => all.map((line) => line.replace(/\n+/g, ' / ').trimEnd()).filter((line) => line !== ''),
    (error: Error) => [`(${error.message.split('\n', 1)[0]})`],
  );
  const first = await Promise.race([told, late]);
  clearTimeout(timer);
  return first;
}
