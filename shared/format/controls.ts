/** Control characters that mean white space in a plain text. */
const WHITE_SPACE = /[\t\n\v\f\r\u0085]/;

/**
 * The text without control characters and non-characters, which no file format carries on (XML 1.0, 2.2) and no eye
 * sees. White space among them stays.
 */
export function withoutControls(text: string): { readonly text: string; readonly dropped: number } {
  let dropped = 0;
  const clean = text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (control) => {
    if (WHITE_SPACE.test(control)) return control;
    dropped += 1;
    return '';
  });
  return { text: clean, dropped };
}
