import { describe, expect, it } from 'vitest';
import {
  type DeclarationDraft,
  draftOf,
  freshDraft,
  isWorthKeeping,
  mistakesIn,
  wordsOf,
} from '../../../../client/features/declarations/form/draft.ts';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import type { ParagraphId, VersionId } from '../../../../shared/model/ids.ts';

const p12 = '12' as ParagraphId;
const v9 = 'v9' as VersionId;
const written = (more: Partial<DeclarationDraft> = {}): DeclarationDraft => ({
  ...freshDraft(p12, 'English'),
  text: 'We reserve.',
  ...more,
});

describe('a declaration being written', () => {
  const wrong: readonly (readonly [string, Partial<DeclarationDraft>, string[]])[] = [
    ['nothing', {}, []],
    ['a reservation on nothing', { paragraphs: [] }, ['objects']],
    ['a general statement on nothing', { kind: 'general-statement', paragraphs: [] }, []],
    ['no words in no language', { language: '', text: ' ' }, ['language', 'statement']],
    ['a translation without its original', { translated: true }, ['original-language', 'original']],
    ['a time without a recording', { time: '1:05' }, ['recording']],
    ['a time that is none', { recording: 'https://webtv.example', time: '1:99' }, ['time']],
    ['addresses that are none', { recording: 'webtv', written: 'a paper' }, ['recording', 'written']],
  ];
  it.each(wrong)('U195: told before anything is sent: %s', (_, more, mistakes) => {
    expect(mistakesIn(written(more), 'en')).toEqual(mistakes);
  });

  it('U195: sent as it is meant: seconds, tags, objects in order', () => {
    const draft = written({
      whole: true,
      terms: ['gender'],
      references: ['resolution 70/125'],
      absent: ['labour'],
      translated: true,
      originalLanguage: 'Arabic',
      original: 'نتحفظ',
      recording: ' https://webtv.example/1 ',
      time: '1:05:15',
    });
    expect(wordsOf(draft, v9, 'en')).toEqual({
      kind: 'reservation',
      version: 'v9',
      objects: [
        { on: 'text' },
        { on: 'paragraph', paragraph: '12' },
        { on: 'term', term: 'gender' },
        { on: 'reference', reference: 'resolution 70/125' },
        { on: 'absent', language: 'labour' },
      ],
      statement: { language: 'en', text: 'We reserve.' },
      original: { language: 'ar', text: 'نتحفظ' },
      grounds: [],
      recording: { url: 'https://webtv.example/1', at: 3915 },
      written: null,
    });
  });

  it('U195: what is on record comes back as it was sent', () => {
    const draft = written({ terms: ['gender'], recording: 'https://webtv.example/1', time: '1:05:15' });
    const words = wordsOf(draft, v9, 'en');
    const row = { ...words, by: { onBehalfOf: null } } as unknown as Declaration;
    const again = draftOf(row, (tag) => (tag === 'en' ? 'English' : tag));
    expect(wordsOf(again, v9, 'en')).toEqual(words);
  });

  it('U195: a draft that only has its paragraph is not kept', () => {
    expect(isWorthKeeping(freshDraft(p12, 'English'))).toBe(false);
    expect(isWorthKeeping(written())).toBe(true);
  });
});
