import type { SpokenFor } from '../model/statement.ts';
import { splitNames, VERBS } from './names.ts';

type Standing = keyof SpokenFor;

/** Words that say how a speaker stands to others. The first that fits is taken: "also on behalf of" before the other. */
const WORDS: readonly (readonly [Standing, string])[] = [
  [
    'alsoOnBehalfOf',
    '(?:(?:speaking|delivered|and)\\s+)?also\\s+(?:speaking\\s+)?(?:on\\s+behalf\\s+of|for)',
  ],
  [
    'onBehalfOf',
    '(?:(?:speaking|delivered|made|speaks|spoke)\\s+)?(?:on\\s+behalf\\s+of|in\\s+the\\s+name\\s+of)',
  ],
  ['onBehalfOf', '(?:speaking|speaks|spoke)\\s+for'],
  [
    'alignsWith',
    '(?:(?:is|are|was|were|also|and|fully|in|to)\\s+){0,3}(?:align(?:s|ed|ing|ment)?|associat(?:es|ed|ing|e))(?:\\s+(?:itself|themselves|himself|herself|ourselves))?(?:\\s+fully)?\\s+with(?:\\s+the\\s+(?:statement|intervention|remarks)s?\\s+(?:made\\s+|delivered\\s+)?(?:by|of|on\\s+behalf\\s+of))?',
  ],
];
const ANY = WORDS.map(([, words]) => `(?:${words})`).join('|');
const EXCEPT = '(?:except|excepting|save|with\\s+(?:the\\s+)?exceptions?\\s+of|other\\s+than|but\\s+not)';

/** A bracket that says it, 300 characters at most, so that brackets that never close cost little. */
const BRACKET = new RegExp(`[(\\[]\\s{0,3}(?=(?:${ANY})\\s)([^()\\[\\]]{1,300})[)\\]]`, 'iy');
/** The same without a bracket, up to a verb, a sentence's end or a quotation. */
const BARE = new RegExp(
  `(?=(?:${ANY})\\s)(.{1,200}?)(?=\\s+(?:${VERBS})\\b|[:;("“„«]|,\\s+(?!and\\b|\\p{Lu}|except|with|save|but)|\\.(?:\\s|$)|\\s[–—-]\\s|$)`,
  'iuys',
);
const ONE = new RegExp(`(${ANY})\\s+`, 'giu');
const EXCEPT_AT = new RegExp(`[,;]?\\s*\\b${EXCEPT}\\b\\s*(.*)$`, 'is');

export interface ReadStanding {
  readonly spokenFor: SpokenFor;
  readonly end: number;
  readonly atAnd: boolean;
}

/** Paragraphs of an exception, as printed: numbers where it gives numbers, else its words. */
export function exceptedOf(phrase: string): string[] {
  const plain = phrase.trim().replace(/^(?:on|for|from|as\s+regards|regarding|in)\s+/i, '');
  const numbers = [
    ...plain.matchAll(
      /(?:(?:PP|OP)\s?)?\p{Nd}{1,3}(?:\s?(?:bis|ter|quater))?(?:\s?\([a-z]{1,4}\))?(?:\s?(?:[-–]|to)\s?\p{Nd}{1,3})?|chapeau/giu,
    ),
  ].map(([printed]) => printed);
  if (numbers.length > 0) return numbers;
  return plain === '' ? [] : [plain];
}

/** What a phrase such as `aligns with Group A, except on paragraph 3` says. */
function standingOf(phrase: string): Omit<ReadStanding, 'end'> {
  const found: Record<Standing, string[]> = {
    onBehalfOf: [],
    alsoOnBehalfOf: [],
    alignsWith: [],
    except: [],
  };
  const excepted = EXCEPT_AT.exec(phrase);
  const rest = excepted === null ? phrase : phrase.slice(0, excepted.index);
  if (excepted !== null) found.except = exceptedOf(excepted[1] as string);
  const heads = [...rest.matchAll(ONE)];
  let parted = false;
  for (const [n, { index, 0: whole, 1: words }] of heads.entries()) {
    const until = heads[n + 1]?.index ?? rest.length;
    const list = rest.slice(index + whole.length, until).replace(/[\s,;]*(?:\band\b)?[\s,;]*$/, '');
    const { names, atAnd } = splitNames(list);
    parted ||= atAnd;
    const kind = WORDS.find(([, form]) => new RegExp(`^(?:${form})$`, 'i').test(words as string))?.[0];
    if (kind !== undefined) found[kind].push(...names.map(({ text }) => text));
  }
  return { spokenFor: found, atAnd: parted };
}

/**
 * How the speaker stands to others, read at an offset of a text: in a bracket, or bare behind the name. Null where
 * nothing of it is said there. Looks at 300 characters at most.
 */
export function readStanding(text: string, at: number): ReadStanding | null {
  for (const form of [BRACKET, BARE]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) continue;
    return { ...standingOf(found[1] as string), end: at + found[0].length };
  }
  return null;
}

export const SPOKEN_FOR_ITSELF: SpokenFor = {
  onBehalfOf: [],
  alsoOnBehalfOf: [],
  alignsWith: [],
  except: [],
};

/** Two readings of one speaker, joined. */
export const joinStanding = (a: SpokenFor, b: SpokenFor): SpokenFor => ({
  onBehalfOf: [...a.onBehalfOf, ...b.onBehalfOf],
  alsoOnBehalfOf: [...a.alsoOnBehalfOf, ...b.alsoOnBehalfOf],
  alignsWith: [...a.alignsWith, ...b.alignsWith],
  except: [...a.except, ...b.except],
});
