/** Character references that mail and web pages leave in copied notes (HTML 4.01, 24). */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  middot: '·',
  bull: '•',
};

/** Longest reference looked for: `&#x10FFFF;`. */
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/y;

/** The reference that begins at an offset: what it stands for and where it ends. Null: an ampersand is meant. */
export function entityAt(source: string, at: number): { readonly text: string; readonly end: number } | null {
  REFERENCE.lastIndex = at;
  const found = REFERENCE.exec(source);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const end = at + whole.length;
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? { text: NAMED[name] as string, end } : null;
  const code = Number.parseInt(decimal ?? (hex as string), decimal === undefined ? 16 : 10);
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? { text: String.fromCodePoint(code), end } : null;
}
