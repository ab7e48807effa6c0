/** Characters of the Symbol font that texts use, by their code (Unicode mapping of Adobe Symbol). */
const SYMBOL: Readonly<Record<number, string>> = {
  45: '−',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  174: '→',
  172: '←',
  173: '↑',
  175: '↓',
  171: '↔',
  165: '∞',
  211: '©',
  210: '®',
  212: '™',
  97: 'α',
  98: 'β',
  103: 'γ',
  100: 'δ',
  109: 'μ',
  68: 'Δ',
  83: 'Σ',
};

/** Characters of Wingdings that texts use. */
const WINGDINGS: Readonly<Record<number, string>> = {
  167: '▪',
  110: '■',
  108: '●',
  111: '□',
  113: '❑',
  118: '❖',
  168: '◻',
  216: '➢',
  224: '→',
  223: '←',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** The character that a symbol of a font shows; U+FFFD where it is unknown. `code` in hexadecimal, as in w:sym. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isFinite(value)) return '\uFFFD';
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const table = /wingdings/i.test(font) ? WINGDINGS : /symbol/i.test(font) ? SYMBOL : {};
  const known = table[low];
  if (known !== undefined) return known;
  const foreign = /wingdings|symbol|webdings/i.test(font) || (value >= 0xe000 && value <= 0xf8ff);
  return foreign || value > 0x10ffff || value < 0x20 ? '\uFFFD' : String.fromCodePoint(value);
}
