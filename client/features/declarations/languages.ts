/** The official languages of the United Nations first, then others that statements are often made in. */
export const LANGUAGES = [
  'ar',
  'zh',
  'en',
  'fr',
  'ru',
  'es',
  'de',
  'fa',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'pt',
  'sw',
  'tr',
  'uk',
  'ur',
] as const;

/** The name of a language in the interface's language; the tag itself where it has none. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The tag of what was typed: a tag, or the name of a language in the list. Null where it is neither. */
export function languageTag(typed: string, locale: string): string | null {
  const wanted = typed.trim();
  const plain = (text: string): string => text.toLocaleLowerCase(locale);
  const named = LANGUAGES.find((tag) => plain(languageName(tag, locale)) === plain(wanted));
  if (named !== undefined) return named;
  try {
    const [tag] = Intl.getCanonicalLocales(wanted);
    // A word of a language's length is a tag by its form: only what has a name is one.
    return tag !== undefined && languageName(tag, 'en') !== tag ? tag : null;
  } catch {
    return null;
  }
}

/** Scripts written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** The direction that words of a language are written in. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(tag).maximize();
    return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
