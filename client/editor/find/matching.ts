/** What somebody looks for. Quotation marks, dashes and spaces of any shape match each other, since keyboards differ. */
export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Offsets in code units in the text of one paragraph. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

export const NO_QUERY: Query = { text: '', matchCase: false, wholeWord: false };

/** Each replaces one code unit by one, so that offsets stay those of the text. */
const SAME: readonly (readonly [shapes: RegExp, plain: string])[] = [
  [/[\u2018\u2019\u201A\u201B\u02BC\u2032\u00B4`]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\t\u00A0\u2002-\u200A\u202F\u205F\u3000]/g, ' '],
];

/** Text in the form in which it is compared; as long as the text itself. */
export function comparable(text: string, matchCase: boolean): string {
  const plain = SAME.reduce((folded, [shapes, by]) => folded.replace(shapes, by), text);
  if (matchCase) return plain;
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  // A few capitals grow in lower case (the Turkish dotted I): leave those alone, so that offsets hold.
  return plain.replace(/./gsu, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  });
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts without spaces between words: every place may be the edge of a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Occurrences from left to right, none overlapping. */
export function occurrences(text: string, query: Query): Found[] {
  const wanted = comparable(query.text, query.matchCase);
  if (wanted === '') return [];
  const searched = comparable(text, query.matchCase);
  const found: Found[] = [];
  let from = searched.indexOf(wanted);
  while (from >= 0) {
    const to = from + wanted.length;
    const fits = !query.wholeWord || (isEdge(text, from) && isEdge(text, to));
    if (fits) found.push({ from, to });
    from = searched.indexOf(wanted, fits ? to : from + 1);
  }
  return found;
}

/** Whether a word may begin or end at an offset: not both neighbours belong to one word. */
function isEdge(text: string, at: number): boolean {
  const before = at > 0 ? lastCharacter(text.slice(Math.max(0, at - 2), at)) : '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return true;
  return !(WORD.test(before) && WORD.test(after));
}

const lastCharacter = (text: string): string => [...text].at(-1) ?? '';
