import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../../shared/api/register.ts';
import { createRegisterStage, type RegisterStage, WHOLE } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage();
});
afterAll(() => stage.close());

type Who = Parameters<RegisterStage['as']>[0];

const opened = async (who: Who, encoding: string): Promise<{ bytes: Buffer; answer: RegisterAnswer }> => {
  const sent = await stage.as(who, 'GET', '/register', undefined, { 'accept-encoding': encoding });
  expect(sent.headers['content-encoding'] ?? '').toBe(encoding);
  const bytes = sent.rawPayload;
  const plain =
    encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
  return { bytes, answer: JSON.parse(plain.toString('utf8')) };
};
const said = ({ answer }: { answer: RegisterAnswer }): string[] =>
  answer.entries.flatMap((entry) => (entry.noun === 'comment' ? [entry.row.text] : []));

describe('answers that many share', () => {
  it('H25: everybody is answered what they may see, in every encoding, whoever asked before', async () => {
    const write = (text: string, visibility: string) =>
      stage.as('delegate', 'POST', '/comments', { on: WHOLE, text, visibility });
    expect((await write('Why?', 'public')).statusCode).toBe(201);
    expect((await write('A note of our own.', 'delegation')).statusCode).toBe(201);
    for (const encoding of ['', 'br', 'gzip', 'br', 'gzip']) {
      expect(said(await opened('stakeholder', encoding))).toEqual(['Why?']);
      expect(said(await opened('delegate', encoding))).toEqual(['Why?', 'A note of our own.']);
      expect(said(await opened('facilitator', encoding))).toEqual(['Why?']);
    }
  });

  it('H25: what was kept for others does not outlive a change', async () => {
    const before = await opened('stakeholder', 'br');
    await stage.as('delegate', 'POST', '/comments', {
      on: WHOLE,
      text: 'And why now?',
      visibility: 'public',
    });
    const after = await opened('stakeholder', 'br');
    expect(after.answer.head).toBe(before.answer.head + 1);
    expect(said(after)).toEqual(['Why?', 'And why now?']);
  });
});
