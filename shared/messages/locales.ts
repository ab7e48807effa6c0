import type { Translation } from './keys.ts';

/** The six official languages of the United Nations, each by its own name. */
export const LOCALES = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
  { code: 'zh', name: '中文', dir: 'ltr' },
  { code: 'fr', name: 'Français', dir: 'ltr' },
  { code: 'ru', name: 'Русский', dir: 'ltr' },
  { code: 'es', name: 'Español', dir: 'ltr' },
] as const;

export type Locale = (typeof LOCALES)[number];
export type LocaleCode = Locale['code'];

/**
 * Translations other than English, fetched when chosen. One that is not listed is not translated yet: choosing it
 * sets the direction of the interface, and the words stay English, as the language menu says.
 */
export const TRANSLATIONS: Partial<Record<LocaleCode, () => Promise<Translation>>> = {};

export const localeOf = (code: string | null): Locale =>
  LOCALES.find((locale) => locale.code === code) ?? LOCALES[0];

/** The language the words are really in: the chosen one, or English while it has no translation. */
export const wordsOf = (code: LocaleCode): LocaleCode =>
  code === 'en' || TRANSLATIONS[code] !== undefined ? code : 'en';
