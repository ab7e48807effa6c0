import type { CleanText } from './clean-text.ts';
import type { Found } from './parts.ts';
import type { Span } from './span.ts';

const SUBMITTED =
  /^\s*(?:(?:this|the|a)\s+)?(?:joint(?:ly)?\s+)?(?:submission|submitted|contribution|response|input|endorsed|signed|submitters?|signatories|organi[sz]ations?|name of (?:the )?organi[sz]ation)(?:\s+(?:by|from|of|on\s+behalf\s+of))?\s*(:|(?<=by|from|of)\s)\s*/i;
const SHORT = 100;

/** Whether a line says who submits. */
export const namesSubmitters = (line: string): boolean => SUBMITTED.test(line.slice(0, 120));

export interface Front {
  readonly names: readonly (Span & { readonly name: string })[];
  readonly found: readonly Found<'heading' | 'submitter'>[];
}

/**
 * What stands before the first question, on lines up to `floor`: who submits, named on the line that says so or on the
 * lines below it, one each, and headings. Names are parted at semicolons if there are any, else at commas and at the
 * "and" behind the last comma: organisations have "and" in their names.
 */
export function submittersIn(clean: CleanText, words: readonly string[], floor: number): Front {
  const names: (Span & { name: string })[] = [];
  const found: Found<'heading' | 'submitter'>[] = [];
  const put = (line: number, from: number, printed: string): void => {
    const name = printed.trim().replace(/^[-–•*]\s+|^and\s+|[.,;]$/g, '');
    const start = (clean.lines[line] as Span).start + from + printed.indexOf(name);
    if (name !== '') names.push({ name, start, end: start + name.length });
  };
  let listing = false;
  for (let n = 0; n < floor && n < words.length; n += 1) {
    const line = words[n] as string;
    const span = clean.lines[n] as Span;
    if (line.trim() === '') {
      listing &&= names.length === 0;
      continue;
    }
    const said = SUBMITTED.exec(line.slice(0, 120))?.[0];
    if (said === undefined && !listing) {
      if (line.length <= SHORT && !/[.;,]\s*$/.test(line))
        found.push({ start: span.start, end: span.end, kind: 'heading' });
      continue;
    }
    found.push({ start: span.start, end: span.end, kind: 'submitter' });
    const at = said?.length ?? 0;
    const rest = line.slice(at);
    if (rest.trim() === '') listing = true;
    else if (said === undefined) put(n, at, rest);
    else {
      const between = rest.includes(';') ? /;/g : /,\s/g;
      let from = 0;
      for (const match of [...rest.matchAll(between)]) {
        put(n, at + from, rest.slice(from, match.index));
        from = match.index + match[0].length;
      }
      put(n, at + from, rest.slice(from));
    }
  }
  return { names, found };
}
