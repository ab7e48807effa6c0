/** Scripts that tell a language of the United Nations at once. Persian, Ukrainian and the like are taken for their neighbour. */
const SCRIPTS: readonly (readonly [letters: RegExp, language: string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];
/** Words that make up about a tenth of any text in their language and are rare in the others. */
const WORDS: readonly (readonly [words: RegExp, language: string])[] = [
  [/\b(?:the|and|of|to|with|that)\b/gi, 'en'],
  [/\b(?:les|des|et|du|au|dans|une)\b/gi, 'fr'],
  [/\b(?:los|las|del|y|el|en|una)\b/gi, 'es'],
];
/** Characters that are looked at: plenty to decide. */
const WINDOW = 20_000;

/** Language of a text as a BCP 47 tag, or null where nothing tells. For screen readers and spelling, never for meaning. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, WINDOW);
  const most = (table: typeof SCRIPTS): readonly [language: string, count: number] =>
    table
      .map(([pattern, language]) => [language, sample.match(pattern)?.length ?? 0] as const)
      .reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const);
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const [script, letters] = most(SCRIPTS);
  // A Han character says about as much as two Latin letters, a loan word in Latin should not decide.
  if (letters > latin) return script;
  const [language, words] = most(WORDS);
  return words > 0 ? language : null;
}

/** Direction of the first strong character (Unicode UAX 9, rules P2 and P3); left to right where there is none. */
export function firstStrong(text: string): 'ltr' | 'rtl' {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
    ? 'rtl'
    : 'ltr';
}
