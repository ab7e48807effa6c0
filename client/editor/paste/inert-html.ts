/**
 * Pasted markup made ready for a parser of the page. Under a strict content policy a browser refuses and reports
 * every style it meets, even in a document that is never shown; so style attributes get another name, and style
 * sheets are taken out and given apart.
 */
export interface InertHtml {
  readonly html: string;
  /** Texts of the style elements, in order. Word describes its lists there. */
  readonly sheets: readonly string[];
}

/** The name that style attributes bear while they are parsed. */
export const INERT_STYLE = 'data-pasted-style';

const SHEET = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
/** A start tag with its quoted values, which may hold `>`. */
const START_TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

export function inertHtml(html: string): InertHtml {
  const sheets: string[] = [];
  const withoutSheets = html.replace(SHEET, (_, sheet: string) => {
    sheets.push(sheet);
    return '';
  });
  return {
    html: withoutSheets.replace(START_TAG, (tag) =>
      tag.replace(/([\s"'])style(?=\s*=)/gi, `$1${INERT_STYLE}`),
    ),
    sheets,
  };
}
