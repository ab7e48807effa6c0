import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/files/decode.ts';
import { readImport } from '../../../server/files/read-import.ts';
import { sniff } from '../../../server/files/sniff.ts';
import { counting } from '../../shared/format/ids.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const said = (content: Uint8Array): string => {
  const result = decode(content);
  return result.ok ? result.value.text : result.error.code;
};

describe('encodings and types', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['UTF-8', utf8('é 灯 ن 😀'), 'é 灯 ن 😀'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0x34, 0x04), 'aд'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0x04, 0x34), 'aд'],
    ['Windows-1252', bytes(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80), '“café” €'],
    [
      'Cyrillic in Windows-1251',
      bytes(0xd0, 0xe5, 0xf8, 0xe0, 0xe5, 0xf2, 0x20, 0xf1, 0xee, 0xe2, 0xe5, 0xf2),
      'unknown-encoding',
    ],
    ['Chinese in GBK', bytes(0xbe, 0xf6, 0xb6, 0xa8, 0xbb, 0xd8, 0xb9, 0xcb), 'unknown-encoding'],
  ])('I7: %s', (_, content, text) => {
    expect(said(content)).toBe(text);
  });

  it('I7: an assumed encoding is told', async () => {
    const read = await readImport(bytes(0x63, 0x61, 0x66, 0xe9), 'a.txt', counting());
    expect(read.ok && read.value.warnings.map((each) => each.code)).toEqual(['windows-1252-assumed']);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['a.txt', utf8('text'), 'txt'],
    ['a.TXT', utf8('text'), 'txt'],
    ['A_80_L.41', utf8('text'), 'txt'],
    ['noname', utf8('text'), 'txt'],
    ['a.md', utf8('text'), 'md'],
    ['a.htm', utf8('text'), 'html'],
    ['a.txt', utf8('<!-- x --><!DOCTYPE html><p>'), 'html'],
    ['a.txt', bytes(0x50, 0x4b, 3, 4), 'docx'],
  ])('I8: %s is of its type by content, then by name', (name, content, type) => {
    const result = sniff(content, name);
    expect(result.ok && result.value).toBe(type);
  });
});
