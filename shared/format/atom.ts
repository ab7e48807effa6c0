/** One entry of a feed. Times are ISO 8601. */
export interface AtomEntry {
  /** An IRI that stays the same for ever (RFC 4287, section 4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly published: string;
  readonly author: string;
  /** Address of the page that shows it. */
  readonly link: string;
  readonly category: string;
  /** Plain text. */
  readonly content: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: string;
  /** Address of the pages it tells of. */
  readonly link: string;
  /** Where the feed itself is; null where that address is a secret. */
  readonly self: string | null;
  readonly entries: readonly AtomEntry[];
}

/** Characters that XML 1.0 does not allow at all, not even escaped (section 2.2), and half surrogates. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A bare carriage return would come back as a line feed (XML 1.0, section 2.11).
  '\r': '&#13;',
};

/** Text as it stands in XML, in elements and in attributes; what XML cannot hold becomes a replacement character. */
export const xmlText = (text: string): string =>
  text.replace(NOT_XML, '\uFFFD').replace(/[&<>"'\r]/g, (one) => ESCAPES[one] as string);

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

const entryXml = (entry: AtomEntry): string =>
  [
    '<entry>',
    element('id', entry.id),
    `<title type="text">${xmlText(entry.title)}</title>`,
    element('updated', entry.updated),
    element('published', entry.published),
    `<author>${element('name', entry.author)}</author>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.link)}"/>`,
    `<category term="${xmlText(entry.category)}"/>`,
    `<content type="text">${xmlText(entry.content)}</content>`,
    '</entry>',
  ].join('\n');

/** A feed document as RFC 4287 has it. */
export const writeAtom = (feed: AtomFeed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', feed.id),
    `<title type="text">${xmlText(feed.title)}</title>`,
    `<subtitle type="text">${xmlText(feed.subtitle)}</subtitle>`,
    element('updated', feed.updated),
    `<link rel="alternate" type="text/html" href="${xmlText(feed.link)}"/>`,
    ...(feed.self === null
      ? []
      : [`<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`]),
    '<generator>Sounding Board</generator>',
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
