import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, MESSAGE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { expectAccessible } from './accessibility.ts';
import { enterAs, launchBrowser, newPerson } from './browser.ts';
import { openDraft, paragraphWith, SAMPLE, storedText, typeAfter, untilSaid } from './draft.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await product.stop();
});

/** A frame that writes a word, as a program could send it: sync, update. */
function forgedWord(word: string): number[] {
  const doc = new Y.Doc();
  doc.getText(TEXT_NAME).insert(0, word);
  const update = Y.encodeStateAsUpdate(doc);
  if (update.length > 127) throw new Error('the length would need a second byte');
  return [MESSAGE.sync, SYNC.update, update.length, ...update];
}

describe('somebody who may only read', () => {
  it('cannot write in the interface, and sees live what others write', async () => {
    const reader = await enterAs(browser, product.origin, 'observer');
    const drafter = await enterAs(browser, product.origin, 'drafter');
    await reader.page.goto(`${reader.origin}/d/${reader.documentId}/draft`);
    await untilSaid(reader.page, /^Read only$/);
    await openDraft(drafter, drafter.documentId);
    await expectAccessible(reader.page);

    const paragraph = paragraphWith(reader.page, SAMPLE.fourth);
    await paragraph.click();
    await reader.page.keyboard.type('reader was here');
    expect(await reader.page.locator('[contenteditable="true"]').count()).toBe(0);
    await typeAfter(drafter.page, SAMPLE.fourth, ' (live)');
    await paragraph.filter({ hasText: '(live)' }).waitFor();
    expect(await reader.page.locator('.text').textContent()).not.toContain('reader was here');
    const stored = await storedText(drafter, drafter.documentId);
    expect(stored.filter(({ text }) => text.includes('reader was here'))).toEqual([]);
    await Promise.all([reader.leave(), drafter.leave()]);
  });

  it('cannot write on the wire: refused with 4403, and nothing changes', async () => {
    const reader = await enterAs(browser, product.origin, 'observer');
    await reader.page.goto(reader.origin);
    const before = await storedText(reader, reader.documentId);
    const code = await reader.page.evaluate(
      ([documentId, frame]) =>
        new Promise<number>((resolve) => {
          const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${documentId}`);
          socket.onopen = () => socket.send(Uint8Array.from(frame));
          socket.onclose = (event) => resolve(event.code);
        }),
      [reader.documentId, forgedWord('smuggled')] as const,
    );
    expect(code).toBe(CLOSE.notPermitted);
    expect(await storedText(reader, reader.documentId)).toEqual(before);
    await reader.leave();
  });

  it('R62, R63: opens a long text that somebody has open in its packed form', async () => {
    const facilitator = await enterAs(browser, product.origin, 'facilitator');
    const made = await facilitator.api('POST', '/api/documents', { title: 'Long', workingText: 'public' });
    const { id } = (await made.json()) as { id: string };
    const sentence = 'We recognize that cooperation among all parties remains necessary. ';
    const words = Array.from({ length: 60 }, (_, k) => `${k + 1}. ${sentence.repeat(5)}Paragraph ${k + 1}.`);
    const brought = await facilitator.context.request.post(
      `${product.origin}/api/documents/${id}/import?as=working`,
      {
        headers: { origin: product.origin },
        multipart: {
          file: { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(words.join('\n\n')) },
        },
      },
    );
    expect(brought.status()).toBe(200);
    /** Opens the draft with an empty device. Answers what kinds of messages brought it. */
    const comes = async (): Promise<Set<number>> => {
      const guest = await newPerson(browser, product.origin);
      await guest.context.addCookies(await facilitator.context.cookies());
      const types = new Set<number>();
      guest.page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => {
          if (typeof payload !== 'string') types.add(payload[0] as number);
        }),
      );
      await guest.page.goto(`${product.origin}/d/${id}/draft`);
      await paragraphWith(guest.page, 'Paragraph 60.').waitFor();
      await untilSaid(guest.page, /^Saved/);
      await guest.leave();
      return types;
    };
    expect(await comes()).not.toContain(MESSAGE.packedState);
    expect(await comes()).toContain(MESSAGE.packedState);
    await facilitator.leave();
  });
});
