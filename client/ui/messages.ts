import { createInstance } from 'i18next';
import { useSyncExternalStore } from 'react';
import { first } from '../../shared/messages/en/first.ts';
import { isolatedValues, listed as listedIn } from '../../shared/messages/isolated.ts';
import type { Catalogue, MessageKey, MessageValues } from '../../shared/messages/keys.ts';
import { type LocaleCode, localeOf, TRANSLATIONS, wordsOf } from '../../shared/messages/locales.ts';

/** The one instance. Keys and placeholders are typed by our own catalogue types, not by i18next's. */
const i18n = createInstance();

/** Asks the catalogue. Wrong keys and missing values do not compile. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>) => string;

/** The English words that are here. */
let english: Partial<Catalogue> = first;
let started = false;

/**
 * Brings the words of a screen: for the modules of `ui/words`, which a screen imports, so that its words are here
 * before it is first drawn.
 */
export function addWords(words: Partial<Catalogue>): void {
  english = { ...english, ...words };
  if (started) i18n.addResourceBundle('en', 'translation', words);
}

const STORED = 'sb.locale';

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Sets words, direction and language of the page, and remembers the choice on this device. */
export async function chooseLocale(code: LocaleCode): Promise<void> {
  try {
    localStorage.setItem(STORED, code);
  } catch {
    // Storage may be blocked: the choice then holds until the page is closed.
  }
  await apply(code);
}

/** The United Nations writes English dates day first. */
const formatsOf = (words: LocaleCode): string => (words === 'en' ? 'en-GB' : words);

async function apply(code: LocaleCode): Promise<void> {
  const load = TRANSLATIONS[code];
  if (load !== undefined && !i18n.hasResourceBundle(code, 'translation'))
    i18n.addResourceBundle(code, 'translation', await load(), true);
  const words = wordsOf(code);
  await i18n.changeLanguage(words);
  const { dir } = localeOf(code);
  const wordsDir = localeOf(words).dir;
  const root = document.documentElement;
  root.lang = words;
  root.dir = dir;
  // Words that have no translation yet run against the page: the sheet `direction.css` then keeps each sentence together.
  if (wordsDir === dir) delete root.dataset.words;
  else root.dataset.words = wordsDir;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  current = { t: translate, choice: code, locale: formatsOf(words), dir, wordsDir, zone };
  for (const listener of listeners) listener();
}

/** For code outside of components. Inside, use `useMessages`, which renders anew with the language. */
export const translate: Translate = (key, ...[values]) =>
  values === undefined
    ? i18n.t(key as string)
    : i18n.t(key as string, isolatedValues(values, current.wordsDir));

/** Names one after the other where they stand by themselves. A message takes the list as it is. */
export const listed = (names: readonly string[]): string => listedIn(names, current.wordsDir);

export interface Messages {
  readonly t: Translate;
  /** What the reader chose. */
  readonly choice: LocaleCode;
  /** Locale of dates and numbers: that of the words. */
  readonly locale: string;
  /** Direction of the interface. */
  readonly dir: 'ltr' | 'rtl';
  /** Direction of its words: another one while a language from right to left has no translation. */
  readonly wordsDir: 'ltr' | 'rtl';
  /** The reader's time zone, an IANA name. */
  readonly zone: string;
}

let current: Messages = {
  t: translate,
  choice: 'en',
  locale: 'en-GB',
  dir: 'ltr',
  wordsDir: 'ltr',
  zone: 'UTC',
};
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The catalogue for a component. */
export const useMessages = (): Messages => useSyncExternalStore(subscribe, () => current);

/** Readies the catalogue; to be awaited before the first render. English needs no fetch. */
export async function startMessages(): Promise<void> {
  const ready = i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: english } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  // Its store stands at once; a screen whose code comes while the rest is readied adds to it.
  started = true;
  await ready;
  await apply(localeOf(stored()).code);
}
