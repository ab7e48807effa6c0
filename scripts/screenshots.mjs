/**
 * `npm run screenshots`: takes the pictures in docs/screenshots from the product itself, with the sample document
 * in a temporary data folder. `npm run screenshots -- dark home` takes only these.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { ROOT } from './root.mjs';

register();
const { startProduct } = await import('../test/e2e/product.ts');
const { enterAs, launchBrowser, newPerson } = await import('../test/e2e/browser.ts');
const { caretBefore, caretIn, openDraft, paragraphWith, typeAfter, untilSaid } = await import(
  '../test/e2e/draft.ts'
);

const FOLDER = join(ROOT, 'docs', 'screenshots');
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };
/** Larger pictures would make a clone slow. */
const LARGEST = 300_000;

const ARABIC = 'نؤكد من جديد أن المعرفة حق للجميع، وأن فوائد التعاون الرقمي يجب أن تصل إلى كل إنسان.';

const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const [product, browser] = await Promise.all([startProduct(), launchBrowser()]);

async function take(page, name) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const path = join(FOLDER, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  const { size } = statSync(path);
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`);
  if (size > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST} bytes`);
}

try {
  const enter = (role, nth, options = DESKTOP) => enterAs(browser, product.origin, role, nth, options);
  const [one, two, three, facilitator] = [
    await enter('drafter', 0),
    await enter('drafter', 1),
    await enter('drafter', 2),
    await enter('facilitator', 0),
  ];
  const { documentId } = one;
  const at = (path) => `${product.origin}/d/${documentId}/${path}`;

  const visitor = await newPerson(browser, product.origin, DESKTOP);
  await visitor.page.goto(product.origin);
  await visitor.page
    .getByRole('button', { name: /^Enter as/ })
    .first()
    .waitFor();
  await take(visitor.page, 'home');
  await visitor.page.goto(at('v/latest'));
  await visitor.page.locator('[data-kind="operative"]').first().waitFor();
  await take(visitor.page, 'read');

  for (const person of [one, two, three, facilitator]) await openDraft(person, documentId);
  await typeAfter(two.page, 'Reaffirming', ' and affordable access,');
  await typeAfter(three.page, 'Recognizing', ' and that no region has been left untouched,');
  await untilSaid(two.page, /^Saved$/);
  await untilSaid(three.page, /^Saved$/);
  await caretIn(paragraphWith(facilitator.page, 'We, the representatives'));
  await caretBefore(paragraphWith(two.page, 'and affordable access'), 'affordable');
  await two.page.keyboard.press('Shift+End');
  await caretIn(paragraphWith(three.page, 'and that no region has been left untouched'));
  await caretIn(paragraphWith(one.page, 'Recalling'));
  await one.page.waitForFunction(() => document.querySelectorAll('.presence-caret').length >= 3);
  await take(one.page, 'drafting');

  // An Arabic paragraph behind the last preambular one: each paragraph finds its own direction.
  await caretIn(paragraphWith(facilitator.page, 'We, the representatives'));
  await facilitator.page.keyboard.press('Enter');
  await facilitator.page.keyboard.insertText(ARABIC);
  await untilSaid(facilitator.page, /^Saved$/);
  await paragraphWith(one.page, 'نؤكد').waitFor();
  await one.page.evaluate(() => scrollTo(0, 0));
  await take(one.page, 'arabic');

  await one.page.goto(at('authors'));
  await one.page.getByText('نؤكد').first().waitFor();
  await take(one.page, 'who-wrote-this');

  await facilitator.page.goto(at('publish'));
  await facilitator.page.getByRole('button', { name: /^Publish / }).waitFor();
  await take(facilitator.page, 'publish');

  await visitor.page.goto(at('compare'));
  await visitor.page.locator('.compare-row ins').first().waitFor();
  await take(visitor.page, 'compare');
  await visitor.page.goto(at('history'));
  await visitor.page.locator('.history-table').waitFor();
  await take(visitor.page, 'history');
  await openDraft(one, documentId);
  await one.page.locator('.changes-since select').selectOption({ label: 'Rev.1' });
  await one.page.locator('.ProseMirror ins').first().waitFor();
  await take(one.page, 'changes-since');

  // Wide enough for the conversation beside the text.
  const delegate = await enter('delegate', 0, { viewport: { width: 1500, height: 900 } });
  const { page } = delegate;
  await page.goto(at('draft'));
  const line = page.getByText('[two] [one]').first();
  await line.waitFor();
  await line.click();
  await page.getByText('per cent of average monthly income').first().waitFor();
  await page
    .locator('.margin')
    .getByText(/member/)
    .first()
    .waitFor();
  await take(page, 'conversation');
  await page.goto(at('proposals'));
  await page.getByRole('link', { name: 'Compare the proposals on this paragraph' }).first().click();
  await page.locator('ins').first().waitFor();
  await take(page, 'proposals');
  await facilitator.page.goto(at('rolling'));
  await facilitator.page.getByLabel('Only paragraphs with proposals').check();
  await facilitator.page.getByText('[two] [one]').first().waitFor();
  await take(facilitator.page, 'rolling');
  await facilitator.page.goto(at('inputs'));
  await facilitator.page.getByRole('row', { name: 'General comments' }).waitFor();
  await take(facilitator.page, 'inputs');

  await visitor.page.goto(at('positions'));
  await visitor.page.getByRole('gridcell', { name: /^PP4/ }).first().waitFor();
  await take(visitor.page, 'positions');
  await visitor.page.goto(at('roadmap'));
  await visitor.page.getByRole('heading', { name: 'Zero draft' }).waitFor();
  await take(visitor.page, 'roadmap');
  await visitor.page.goto(at('declarations'));
  await visitor.page.getByRole('link', { name: /^Reservation ·/ }).waitFor();
  await take(visitor.page, 'declarations');
  await visitor.page.goto(at('record'));
  await visitor.page.getByRole('heading', { name: 'Contents' }).waitFor();
  await take(visitor.page, 'record');

  const phone = await enter('drafter', 0, { ...PHONE, hasTouch: true, isMobile: true });
  await openDraft(phone, documentId);
  await take(phone.page, 'narrow');

  const night = await enter('drafter', 0, { ...DESKTOP, colorScheme: 'dark' });
  await openDraft(night, documentId);
  await caretIn(paragraphWith(night.page, 'Recalling'));
  await take(night.page, 'dark');

  // The interface from right to left: Arabic is not translated yet, so its words are English.
  const mirrored = await enter('drafter', 0);
  await mirrored.context.addInitScript("localStorage.setItem('sb.locale', 'ar')");
  await openDraft(mirrored, documentId);
  await caretIn(paragraphWith(mirrored.page, 'نؤكد'));
  await take(mirrored.page, 'right-to-left');
} finally {
  await browser.close();
  await product.stop();
}
