import { describe, expect, it } from 'vitest';
import { directionOf, languageTag } from '../../../../client/features/declarations/languages.ts';

describe('languages of statements', () => {
  const typed: readonly (readonly [string, string | null])[] = [
    ['Arabic', 'ar'],
    [' french ', 'fr'],
    ['pt-br', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['mt', 'mt'],
    ['klingonian', null],
    ['français!', null],
    ['', null],
  ];
  it.each(typed)('U193: “%s” is %s', (text, tag) => {
    expect(languageTag(text, 'en')).toBe(tag);
  });

  it.each([
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['zh', 'ltr'],
    ['no tag', 'ltr'],
  ] as const)('U193: %s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});
