/** An error as it may stand in a log. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  /** Code of the system, of SQLite or of a library. */
  readonly code?: string | number;
  /** Where it was thrown: frames alone, since the head of a stack repeats the message. */
  readonly stack: string;
  readonly cause?: LoggableError;
}

/** Letters of a message; what an operator needs stands at its beginning. */
const MOST_LETTERS = 300;

/** Causes of causes that are told. */
const MOST_CAUSES = 3;

/** Errors of the language that tell what they were given, without quotes: what is told of them is type and place. */
const QUOTING = new Set(['SyntaxError', 'RangeError', 'URIError', 'DataCloneError']);

/**
 * A message without what it may quote: JSON, SQL, regular expressions, mail servers and assertions repeat what they were
 * given. Ids have 22 characters and stay; tokens have 43 and go.
 */
export const withoutQuotes = (message: string): string =>
  (message.split('\n', 1)[0] as string)
    .replace(/[{[].*[}\]]/g, '{…}')
    .replace(/"[^"]*"?|`[^`]*`?|“[^”]*”?|«[^»]*»?/g, '"…"')
    .replace(/(?<![\p{L}\p{N}])'.*'/gu, "'…'")
    .replace(/<[^>]*>?/g, '<…>')
    .replace(/[^\s@<>]+@[^\s@<>]+/g, '<…>')
    .replace(/\?\S*=\S*/g, '?…')
    .replace(/[\w-]{32,}/g, '…')
    .slice(0, MOST_LETTERS);

/** V8 names the property that was read of nothing, which is the program's own word. */
const READING = /^Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '[\w$]+'\)$/;

/** W11: an error with its kind, code and place; without rows, words or addresses, and without fields of its own. */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown, and no error', stack: '' };
  const { name, message, stack = '', cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  const type = error.constructor.name || name;
  const told = QUOTING.has(name) ? '' : READING.test(message) ? message : withoutQuotes(message);
  return {
    type,
    message: told,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: framesOf(stack, message),
    ...(cause === undefined || depth === MOST_CAUSES ? {} : { cause: loggableError(cause, depth + 1) }),
  };
}

/** The frames of a stack, which begin behind its message, whatever that holds. */
function framesOf(stack: string, message: string): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}
