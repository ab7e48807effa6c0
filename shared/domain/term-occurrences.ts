import type { ParagraphId } from '../model/ids.ts';

/** A place of a term. Offsets are UTF-16 units of the paragraph's text. */
export interface TermOccurrence {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
}

/** A text made comparable. `starts[k]` and `ends[k]` are the offsets of what its k-th unit was made from. */
interface FoldedText {
  readonly units: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface FoldedParagraph {
  readonly id: ParagraphId;
  readonly text: string;
  readonly anyCase: () => FoldedText;
  readonly sameCase: () => FoldedText;
}

/** A text in which terms are looked for, again and again. */
export type SearchableText = readonly FoldedParagraph[];

/** Nothing to read: soft hyphen, zero-width space, direction marks, Arabic vowel signs and tatweel. */
const UNSEEN =
  /[\u00AD\u061C\u0640\u064B-\u065F\u0670\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const SPACE = /\s/u;
const APOSTROPHE = /[\u2018\u2019\u201B\u2032\u02BC]/u;
const QUOTE = /[\u201C-\u201F\u2033\u00AB\u00BB]/u;
const HYPHEN = /[\u2010-\u2012]/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const MARK = /\p{M}/u;
/** Scripts written without spaces between words: a term may stand anywhere in them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

function foldCharacter(character: string, keepCase: boolean): string {
  if (SPACE.test(character)) return ' ';
  if (UNSEEN.test(character)) return '';
  if (APOSTROPHE.test(character)) return "'";
  if (QUOTE.test(character)) return '"';
  if (HYPHEN.test(character)) return '-';
  const folded = character.normalize('NFD');
  // The final sigma is the same letter; small letters of a word do not tell which of the two was meant.
  return keepCase ? folded : folded.toLowerCase().replace('ς', 'σ');
}

/** Characters whose folding is remembered: those of a few scripts. */
const MOST_CHARACTERS = 4_096;

/** Characters folded before, each once: texts are long and alphabets short. */
const remembering = (keepCase: boolean): ((character: string) => string) => {
  const known = new Map<string, string>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const folded = foldCharacter(character, keepCase);
    if (known.size < MOST_CHARACTERS) known.set(character, folded);
    return folded;
  };
};
const sameCaseOf = remembering(true);
const anyCaseOf = remembering(false);

function foldText(text: string, keepCase: boolean): FoldedText {
  let units = '';
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const folded = (keepCase ? sameCaseOf : anyCaseOf)(character);
    if (folded === ' ' && units.endsWith(' ')) ends[ends.length - 1] = end;
    else {
      units += folded;
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { units, starts, ends };
}

/** `before`: the same text as it was looked at earlier; what reads as it did then is not folded again. */
export function searchable(
  paragraphs: readonly { readonly id: ParagraphId; readonly text: string }[],
  before: SearchableText = [],
): SearchableText {
  const known = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  return paragraphs.map(({ id, text }) => {
    const folded = known.get(id);
    if (folded?.text === text) return folded;
    return {
      id,
      text,
      anyCase: once(() => foldText(text, false)),
      sameCase: once(() => foldText(text, true)),
    };
  });
}

/** Folded when it is first asked for: most texts have no term that is looked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** An acronym: WHO is not who. */
const isAcronym = (term: string): boolean => /\p{Lu}.*\p{Lu}/u.test(term) && !/\p{Ll}/u.test(term);

/**
 * Where a term stands as a whole word or expression (rules V51–V53), in reading order. Word forms are not guessed: a
 * plural is another term.
 */
export function termOccurrences(text: SearchableText, term: string): TermOccurrence[] {
  const keepCase = isAcronym(term);
  const wanted = foldText(term.trim(), keepCase).units;
  if (wanted === '') return [];
  return text.flatMap(({ id, anyCase, sameCase }) => {
    const folded = keepCase ? sameCase() : anyCase();
    const found: TermOccurrence[] = [];
    for (let at = folded.units.indexOf(wanted); at >= 0; ) {
      const end = at + wanted.length;
      const whole = isWhole(folded.units, at, end);
      if (whole) found.push({ paragraph: id, start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? 0 });
      at = folded.units.indexOf(wanted, whole ? end : at + 1);
    }
    return found;
  });
}

function isWhole(units: string, start: number, end: number): boolean {
  const behind = characterAt(units, end);
  // A mark belongs to the letter before it: a bare letter is not found in an accented one.
  if (MARK.test(behind)) return false;
  return (
    mayEnd(characterBefore(units, start), characterAt(units, start)) &&
    mayEnd(behind, characterBefore(units, end))
  );
}

const mayEnd = (outside: string, inside: string): boolean =>
  !WORD.test(outside) || !WORD.test(inside) || UNSPACED.test(outside) || UNSPACED.test(inside);

const characterAt = (units: string, at: number): string => {
  const point = units.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

const characterBefore = (units: string, at: number): string => {
  const pair = at > 1 ? characterAt(units, at - 2) : '';
  return pair.length === 2 ? pair : (units[at - 1] ?? '');
};
