/**
 * Words that most delegations' names share and that tell none apart, in the languages of the UN that write between
 * spaces. Chinese needs none: the first two characters of a name there are its own.
 */
const COMMON = new Set(
  [
    'a an and at for from in of on the to with',
    'delegation delegations mission permanent',
    'à au aux de des du en et la le les pour sur une un délégation',
    'al con del e el las los para por y delegación misión permanente',
    'в во и из на по при от делегация миссия',
    'و في من إلى على وفد بعثة',
  ].flatMap((words) => words.split(' ')),
);

/** French elision (l’Union, d’Ivoire) and the Arabic article belong to nearly every word. */
const ARTICLE = /^(?:[dl]['’](?=\p{L})|ال(?=\p{L}{2}))/iu;
/** Letters and digits with whatever they carry; a hyphen divides, an apostrophe does not. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|\u200c|\u200d)*/gu;
/** A short name in capitals is an abbreviation already: EU, ICC, 77. */
const ABBREVIATION = /^[\p{Lu}\p{N}]{2,3}$/u;
/** Letters of a joined script would run together into a word. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}]/u;
const NON_JOINER = '\u200c';
/** Longer ones stand in nobody's margin. */
const MOST = 4;

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one letter each, whatever it is made of. */
function lettersOf(word: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...segmenter.segment(word)].map(({ segment }) => segment);
}

/**
 * Two letters or so for each name, different for each: of the first and the last word that tell it apart (Delegation
 * of Country A: CA). Where names would share them, the later one in the alphabet gets more letters, then a number.
 * What a name gets depends on which names there are, never on their order.
 */
export function delegationLetters(names: Iterable<string>): Map<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [...new Set(names)].sort()) {
    const choices = choicesFor(name);
    const letters = choices.find((choice) => !taken.has(choice)) ?? numbered(choices[0] ?? '', taken);
    taken.add(letters);
    given.set(name, letters);
  }
  return given;
}

function numbered(letters: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n += 1) if (!taken.has(`${letters}${n}`)) return `${letters}${n}`;
}

/** What may stand for a name, the best first; never empty. */
function choicesFor(name: string): string[] {
  const words = tellingWords(name);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return ['?'];
  if (words.length === 1) {
    const choices = [2, 3, 4].map((n) => written(first.slice(0, n)));
    return ABBREVIATION.test(first.join('')) ? [written(first), ...choices] : choices;
  }
  const head = first.slice(0, 1);
  const heads = words.slice(0, MOST).flatMap((word) => word.slice(0, 1));
  return [
    written([...head, ...last.slice(0, 1)]),
    written(heads),
    written([...head, ...last.slice(0, 2)]),
    written([...head, ...last.slice(0, 3)]),
    written([...first.slice(0, 2), ...last.slice(0, 2)]),
  ];
}

/** The words of a name that tell it apart, in letters; all its words where none does, its signs where it has none. */
function tellingWords(name: string): string[][] {
  const words = name.normalize('NFC').match(WORD) ?? name.split(/\s+/).filter((word) => word !== '');
  const telling = words.filter((word, k) => !COMMON.has(word.toLowerCase()) || (k > 0 && isName(word)));
  return (telling.length > 0 ? telling : words).map((word) => lettersOf(word.replace(ARTICLE, '')));
}

/** A single capital is a name, not an article: Country A. */
const isName = (word: string): boolean => /^\p{Lu}$/u.test(word);

/** In capitals the same for every reader, whatever their language. */
const written = (letters: readonly string[]): string =>
  letters.map((letter) => letter.toUpperCase()).join(letters.some((l) => JOINED.test(l)) ? NON_JOINER : '');
