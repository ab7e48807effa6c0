import { romanValue } from '../text/ordinals.ts';

/** Headings longer than this are paragraphs that happen to be lettered. The longest in the texts tried has 230 characters. */
const LONGEST_HEADING = 300;
/** Unlabelled headings are shorter: past about two lines it is a paragraph without a full stop. */
const LONGEST_UNLABELLED = 200;

/** Words that begin a numbered division, in the languages of the United Nations that write left to right, with its level. */
const DIVISIONS: readonly (readonly [opening: RegExp, level: number])[] = [
  [
    /^(?:Article|Chapter|Part|Title|Annex|Appendix|Chapitre|Partie|Titre|Annexe|Artículo|Capítulo|Parte|Anexo|Статья|Глава|Часть|Приложение)(?!\p{L})\s*(?:[\dIVXLCA-Z]|one|two|three|$)/iu,
    1,
  ],
  [
    /^(?:Section|Action|Objective|Option|Principle|Commitment|Goal|Target|Sección|Objetivo|Objectif|Opción|Principio|Principe|Раздел|Цель)\s+[\dIVXLC]+\b/iu,
    2,
  ],
  [/^第[一二三四五六七八九十\d]+[章条部分节]/u, 1],
];

/** An organ that speaks, on a line of its own without its comma, is no heading. */
const ORGAN =
  /^(?:The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference of the Parties)\b|L[’']Assemblée générale|La Asamblea General|Генеральная Ассамблея|大会|إن الجمعية العامة)/u;

export const namesOrgan = (text: string): boolean => ORGAN.test(text);

/** Capital letters and roman numerals that number headings; which is which depends on what was counted before. */
export interface HeadingCounts {
  numeral: number;
  letter: number;
  /** What the last labelled heading was counted by. */
  last: 'numeral' | 'letter' | null;
}

/** Level of a heading labelled `IV.` (1) or `B.` (2, or 1 where no numerals stand above), or null: the label is neither. */
export function labelledHeadingLevel(label: string, text: string, counts: HeadingCounts): number | null {
  const stem = /^([A-Z]{1,8})\.$/.exec(label)?.[1]?.toLowerCase();
  if (text.length > LONGEST_HEADING) return null;
  if (stem === undefined) return /^[一二三四五六七八九十]+、$/u.test(label) ? 1 : null;
  const numeral = romanValue(stem);
  const letter = stem.length === 1 ? stem.charCodeAt(0) - 96 : null;
  const counted = numeral !== null && numeral === counts.numeral + 1;
  const follows = letter !== null && letter === counts.letter + 1;
  const byNumeral =
    numeral !== null && (letter === null || (counted && !(follows && counts.last === 'letter')));
  if (byNumeral) {
    counts.numeral = numeral;
    counts.letter = 0;
    counts.last = 'numeral';
    return 1;
  }
  counts.letter = letter ?? counts.letter;
  counts.last = 'letter';
  return counts.numeral > 0 ? 2 : 1;
}

/** Level of an unlabelled block that reads as a heading, or null. */
export function unlabelledHeadingLevel(text: string, under: number): number | null {
  const bare = text.trim();
  if (bare === '' || bare.length > LONGEST_HEADING || namesOrgan(bare)) return null;
  for (const [opening, level] of DIVISIONS)
    if (opening.test(bare)) return bare.length > LONGEST_UNLABELLED && level === 1 ? null : level;
  if (bare.length > LONGEST_UNLABELLED) return null;
  if (/[.;:,!?…。；：，、！？،؛؟]["”»)\]]*$/u.test(bare)) return null;
  if (!/^["“«([]*[\p{Lu}\p{Lo}\p{Nd}]/u.test(bare)) return null;
  return Math.min(3, under + 1);
}
