import { describe, expect, it } from 'vitest';
import { comparable, occurrences } from '../../../../client/editor/find/matching.ts';

const find = (text: string, query: string, options = {}): string[] =>
  occurrences(text, { text: query, matchCase: false, wholeWord: false, ...options }).map(
    ({ from, to }) => `${from}:${text.slice(from, to)}`,
  );

describe('find', () => {
  it.each([
    ['letters of either case', 'State states', 'STATE', {}, ['0:State', '6:state']],
    ['only the case given, when asked', 'State states', 'state', { matchCase: true }, ['6:state']],
    [
      'whole words, when asked',
      'State, states (state)',
      'state',
      { wholeWord: true },
      ['0:State', '15:state'],
    ],
    [
      'a whole word of several',
      'Member States and Member Statesmen',
      'member states',
      { wholeWord: true },
      ['0:Member States'],
    ],
    [
      'quotation marks of any shape',
      'the “digital divide” and ‘gap’',
      '"digital divide"',
      {},
      ['4:“digital divide”'],
    ],
    ['apostrophes of any shape', 'women’s rights', "women's", {}, ['0:women’s']],
    [
      'spaces of any sort',
      'Article\u00A05 and Article 5',
      'article 5',
      {},
      ['0:Article\u00A05', '14:Article 5'],
    ],
    ['dashes of any length', 'people‑centred – and', 'people-centred - and', {}, ['0:people‑centred – and']],
    ['nothing for nothing', 'text', '', {}, []],
    ['without overlap', 'aaaa', 'aa', {}, ['0:aa', '2:aa']],
    ['Arabic words', 'مجتمع المعلومات', 'المعلومات', { wholeWord: true }, ['6:المعلومات']],
    ['Chinese, whole words or not', '信息社会世界峰会', '社会', { wholeWord: true }, ['2:社会']],
    ['Cyrillic of either case', 'Права Человека', 'права человека', {}, ['0:Права Человека']],
    ['beside letters that grow in lower case', 'İİ state', 'STATE', {}, ['3:state']],
    ['beside characters outside the basic plane', '𝒳state', 'state', { wholeWord: true }, []],
  ] as const)('U50: finds %s', (_, text, query, options, expected) => {
    expect(find(text, query, options)).toEqual(expected);
  });

  it('U50: the compared form is as long as the text', () => {
    for (const text of ['İstanbul “x”', 'ẞ ﬁ', 'a\u00A0b…'])
      expect(comparable(text, false)).toHaveLength(text.length);
  });
});
