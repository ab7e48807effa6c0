import { useMessages } from '../../ui/messages.ts';

/** A day, in the reader's language: the date as noted, whatever their clock. */
export function Day({ iso }: { iso: string }) {
  const { locale } = useMessages();
  return <time dateTime={iso.slice(0, 10)}>{dayInWords(iso, locale)}</time>;
}

export const dayInWords = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso.slice(0, 10)));
