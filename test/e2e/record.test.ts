import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { adopt, TERM } from './adopted.ts';
import { enterAs, launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

const VERIFY = fileURLToPath(new URL('../../scripts/verify.mjs', import.meta.url));

let product: Product;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await product.stop();
});

/** Runs the command itself, as anybody would who holds the file. */
async function verify(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFY, ...args]);
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, out: stdout };
  }
}

describe('the record', () => {
  it('tells what is open, then what was adopted with what was put on record, and proves itself', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const delegate = await enterAs(browser, product.origin, 'delegate');
    const stakeholder = await enterAs(browser, product.origin, 'stakeholder');
    const { documentId } = facilitator;
    const { page } = stakeholder;

    // U230: complete at any time.
    await page.goto(`${product.origin}/d/${documentId}/record`);
    await page.getByText('No text has been adopted.').first().waitFor();
    await page.getByText(/comments and proposals have no decision\./).waitFor();

    const { version, dissociated, termed } = await adopt(documentId, { facilitator, delegate, stakeholder });

    // U231: what was agreed and how.
    await page.reload();
    await page.getByRole('heading', { name: `Adopted text: ${version.name}` }).waitFor();
    const section = (name: string) => page.locator(`#${name}`);
    expect(await section('adoption').innerText()).toMatch(
      new RegExp(`${version.name} was adopted by consensus on .*\\n*.*A/RES/80/173`, 's'),
    );
    expect(await section('versions').innerText()).toContain(version.hash);
    expect(await section('silence').innerText()).toMatch(
      /: broken[\s\S]+This goes beyond the mandate of the meeting\.[\s\S]+: kept[\s\S]+Nobody objected\./,
    );

    // U232: what was put on record stands at its paragraphs, and in full.
    for (const { id, label } of dissociated) {
      const mark = page.locator(`.record-paragraph:has(#p-${id}) .record-mark`);
      expect(await mark.innerText()).toContain(`${label}: 1 dissociation`);
    }
    expect(termed.length).toBeGreaterThan(0);
    for (const { id } of termed) {
      const mark = page.locator(`.record-paragraph:has(#p-${id}) .record-mark`);
      expect(await mark.innerText()).toMatch(/\b1 reservation.* from others than governments/);
    }
    const dissociation = section('declarations')
      .getByRole('article')
      .filter({ hasText: 'dissociates itself' });
    expect(await dissociation.innerText()).toContain(
      `paragraphs ${dissociated.map(({ label }) => label).join(', ')}`,
    );
    expect(await dissociation.locator('[lang=ar]').innerText()).toContain('وفد بلدي');
    expect(await dissociation.getByRole('link', { name: 'Recording at 1:05:15' }).getAttribute('href')).toBe(
      'https://recordings.example.org/meeting-12#t=3915',
    );
    const reservation = section('declarations')
      .getByRole('article')
      .filter({ hasText: 'We place our reservation' });
    expect(await reservation.innerText()).toMatch(new RegExp(`the term “${TERM}” \\(paragraphs? .+\\)`));
    await page.locator(`.record-paragraph:has(#p-${dissociated[0]?.id}) .record-mark a`).first().click();
    expect(page.url()).toMatch(/#declaration-/);
    await expectAccessible(page);

    // U233: on paper nothing of the interface, and every link with its address.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: 'Word (DOCX)' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation', { name: 'Contents' }).isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'screen' });

    // V142, V145: the archive proves itself, with the head that the page shows; one byte altered is named.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Archive (JSON)' }).click(),
    ]);
    const file = join(folder, 'archive.json');
    await download.saveAs(file);
    const command = await section('proof').locator('.record-command').innerText();
    const head = /--head (\S+)/.exec(command)?.[1] as string;
    const good = await verify(file, '--head', head);
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining(`holds: `) });
    expect(good.out).toContain(`head ${head}`);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('My delegation joined the consensus and dissociates itself');
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(file, bytes);
    const altered = await verify(file);
    expect(altered.code).toBe(1);
    expect(altered.out).toMatch(/^declaration \S+@1 of document \S+ was altered/);

    for (const person of [facilitator, delegate, stakeholder]) await person.leave();
  });
});
