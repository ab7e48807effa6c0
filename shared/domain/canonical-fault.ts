/** Where a text stops being canonical JSON. `at` is a UTF-16 offset. */
export interface CanonicalFault {
  readonly at: number;
  readonly problem: string;
}

/** Deeper than any record of ours; a file made of brackets alone must not end the program. */
const DEEPEST = 200;

class Fault extends Error {
  readonly at: number;
  constructor(at: number, problem: string) {
    super(problem);
    this.at = at;
  }
}

/**
 * The first place at which a text is not what `canonicalJson` writes: JSON with keys sorted by UTF-16 code units, each
 * once, no white space, and the one way of writing each string and number. Null: it is, so `JSON.parse` reads it and
 * writing it anew gives the same letters.
 */
export function canonicalFault(text: string): CanonicalFault | null {
  try {
    const end = value(text, 0, 0);
    return end === text.length ? null : { at: end, problem: 'something stands behind the end' };
  } catch (error) {
    if (error instanceof Fault) return { at: error.at, problem: error.message };
    throw error;
  }
}

/** Reads one value and answers where it ends. */
function value(text: string, at: number, depth: number): number {
  if (depth > DEEPEST) throw new Fault(at, `is nested deeper than ${DEEPEST}`);
  switch (text[at]) {
    case '{':
      return object(text, at + 1, depth);
    case '[':
      return array(text, at + 1, depth);
    case '"':
      return string(text, at);
    case 't':
      return word(text, at, 'true');
    case 'f':
      return word(text, at, 'false');
    case 'n':
      return word(text, at, 'null');
    case undefined:
      throw new Fault(at, 'the text ends too early');
    default:
      return number(text, at);
  }
}

function object(text: string, start: number, depth: number): number {
  if (text[start] === '}') return start + 1;
  let before: string | null = null;
  for (let at = start; ; at += 1) {
    if (text[at] !== '"') throw new Fault(at, 'a name in quotation marks was expected');
    const end = string(text, at);
    const name = JSON.parse(text.slice(at, end)) as string;
    if (before !== null && !(before < name))
      throw new Fault(at, 'names are not in order, or one stands twice');
    before = name;
    if (text[end] !== ':') throw new Fault(end, 'a colon was expected');
    at = value(text, end + 1, depth + 1);
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Fault(at, 'a comma or the end of the object was expected');
  }
}

function array(text: string, start: number, depth: number): number {
  if (text[start] === ']') return start + 1;
  for (let at = start; ; at += 1) {
    at = value(text, at, depth + 1);
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Fault(at, 'a comma or the end of the list was expected');
  }
}

function string(text: string, at: number): number {
  let escaped = false;
  for (let end = at + 1; ; end += 1) {
    const unit = text.charCodeAt(end);
    if (Number.isNaN(unit)) throw new Fault(end, 'the text ends inside a string');
    if (unit < 0x20) throw new Fault(end, 'a control character stands in a string');
    if (unit === 0x5c) {
      escaped = true;
      end += 1;
    } else if (unit === 0x22) {
      if (escaped && !isWrittenOneWay(text.slice(at, end + 1)))
        throw new Fault(at, 'a string is not written as it should be');
      return end + 1;
    }
  }
}

/** Escapes have one form each. Surrogates without their pair cannot stand in a file of UTF-8. */
function isWrittenOneWay(literal: string): boolean {
  try {
    return JSON.stringify(JSON.parse(literal)) === literal;
  } catch {
    return false;
  }
}

function word(text: string, at: number, expected: string): number {
  if (!text.startsWith(expected, at)) throw new Fault(at, 'this is no value of JSON');
  return at + expected.length;
}

const NUMBER = /-?[0-9][0-9.eE+-]*/y;

function number(text: string, at: number): number {
  NUMBER.lastIndex = at;
  const literal = NUMBER.exec(text)?.[0];
  if (literal === undefined) throw new Fault(at, 'this is no value of JSON');
  if (JSON.stringify(Number(literal)) !== literal)
    throw new Fault(at, 'a number is not written as it should be');
  return at + literal.length;
}
