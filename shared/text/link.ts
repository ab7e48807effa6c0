/** Schemes a link may have. Others (javascript:, data:, file: …) could run or reveal something when followed. */
const SCHEMES = ['http:', 'https:', 'mailto:'] as const;

/** A link longer than this is refused: URLs in practice end near 2,000 characters (sitemaps.org: 2,048). */
export const MOST_LINK_CHARACTERS = 2048;

/** The address if a link may point there, otherwise null. Absolute http, https and mailto only; blanks trimmed. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string') return null;
  const address = href.trim();
  if (address === '' || address.length > MOST_LINK_CHARACTERS) return null;
  // Browsers drop control characters inside a scheme ("java\nscript:"), so none is allowed anywhere.
  if (/[\p{Cc}\s]/u.test(address)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  if (scheme === undefined || !SCHEMES.some((known) => known === scheme)) return null;
  const rest = address.slice(scheme.length);
  return scheme === 'mailto:' ? (rest === '' ? null : address) : /^\/\/[^/]/.test(rest) ? address : null;
}
