import { FORMAL_KINDS } from './formal-names.ts';
import { STATES } from './observers.ts';
import { type State, UN_LANGUAGES } from './state.ts';
import { STATE_ABBREVIATIONS, STATE_VARIANTS } from './state-variants.ts';

/** Words that stand before a name without being part of it. Arabic ال is left: it parts no two States. */
const ARTICLE = /^(?:the|le|la|les|l|el|los|las) /;

/**
 * What is compared: small letters without diacritics, punctuation as a space, "and" for &, "saint" for St., no article
 * in front and none behind a comma. Composed and decomposed letters, full-width brackets and capitals read alike.
 */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )st (?=\p{L})/gu, '$1saint ')
    .replace(ARTICLE, '')
    .replace(/ the$/, '');

/** `Korea, Republic of` and `Korea (Republic of)` as `Republic of Korea`; null where it is no such form. */
function turned(name: string): string | null {
  const [, short, behind, within] = /^(.+?)\s*(?:,\s*(.+)|\((.+)\))$/u.exec(name.trim()) ?? [];
  const kind = (behind ?? within)?.trim();
  if (short === undefined || kind === undefined || !/\b(?:of|of the|de|d['’]|del|du)$/i.test(kind))
    return null;
  return `${kind} ${short}`;
}

/** Every name, as it is compared, with the State it means; null where it would mean two. */
function indexOf(states: readonly State[]): ReadonlyMap<string, State | null> {
  const index = new Map<string, State | null>();
  const put = (name: string, state: State): void => {
    const key = plain(name);
    index.set(key, (index.get(key) ?? state) === state && index.get(key) !== null ? state : null);
  };
  for (const state of states)
    for (const language of UN_LANGUAGES) {
      const name = state.names[language];
      for (const form of [name, turned(name)]) if (form !== null) put(form, state);
    }
  for (const [kind, codes] of Object.entries(FORMAL_KINDS))
    for (const code of codes.split(' ')) {
      const state = known(code);
      for (const article of ['', 'the ']) put(`${kind} ${article}${state.names.en}`, state);
    }
  for (const line of STATE_VARIANTS.trim().split('\n')) {
    const [code = '', names = ''] = line.split(' | ');
    for (const name of names.split('; ')) put(name, known(code));
  }
  return index;
}

const BY_CODE: ReadonlyMap<string, State> = new Map(STATES.map((state) => [state.code, state]));

/** The tables are ours: a code in them that no State has is a bug. */
function known(code: string): State {
  const state = BY_CODE.get(code);
  if (state === undefined) throw new Error(`no State has the code ${code}`);
  return state;
}

/** Codes that are better known as the abbreviation of a group. */
const MEANS_A_GROUP: ReadonlySet<string> = new Set(['NAM']);
let index: ReadonlyMap<string, State | null> | null = null;

/** The State with this code, or null. */
export const stateByCode = (code: string): State | null => BY_CODE.get(code) ?? null;

/**
 * The State that a name means, as people write it in invitations and imports: official names in the six languages,
 * English formal names, usual variants; abbreviations and codes in capitals. Letters, diacritics and punctuation may
 * differ. Nothing is guessed: a name that is unknown, or could mean two, gives null. No language needs to be told,
 * since no name in the tables means different States in different languages (test G5).
 */
export function findState(name: string): State | null {
  const letters = name.trim().replace(/\./g, '');
  const abbreviated = STATE_ABBREVIATIONS.get(letters);
  if (abbreviated !== undefined) return known(abbreviated);
  if (/^[A-Z]{3}$/.test(letters) && BY_CODE.has(letters))
    return MEANS_A_GROUP.has(letters) ? null : known(letters);
  index ??= indexOf(STATES);
  const other = turned(name);
  return index.get(plain(name)) ?? (other === null ? null : (index.get(plain(other)) ?? null));
}
