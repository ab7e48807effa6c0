import { describe, expect, it } from 'vitest';
import { createLog } from '../../server/log.ts';
import { loggableError, withoutQuotes } from '../../server/loggable-error.ts';
import { secrets } from '../../server/secrets.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const WORD = 'Vorbehalt';

describe('errors in the log', () => {
  const QUOTING: readonly (readonly [what: string, error: unknown])[] = [
    ['JSON', thrownBy(() => JSON.parse(`${WORD} to paragraph 4`))],
    ['a number', thrownBy(() => BigInt(WORD))],
    ['a pattern', thrownBy(() => new RegExp(`(${WORD}`))],
    ['an address', thrownBy(() => new URL(WORD))],
    ['a time zone', thrownBy(() => new Intl.DateTimeFormat('en', { timeZone: WORD }))],
    ['an unexpected case', new Error(`unreachable case: ${JSON.stringify({ text: WORD })}`)],
    ['a quotation', new Error(`"${WORD}" does not stand there`)],
    ['an open quotation', new Error(`near "${WORD}`)],
    ['a single one', new Error(`no row '${WORD}'`)],
    ['a receiver', new Error(`550 5.1.1 <${WORD}@example.org>: rejected`)],
    ['a bare receiver', new Error(`550 5.1.1 ${WORD}@example.org rejected`)],
    ['a query', new Error(`nothing at /api/documents?q=${WORD}`)],
    ['a second line', new Error(`it broke\n${WORD}`)],
    ['a line that looks like a frame', new Error(`it broke\n    at ${WORD}`)],
    ['a cause', new Error('outside', { cause: new Error(`"${WORD}"`) })],
    ['fields of its own', Object.assign(new Error('refused'), { row: { text: WORD } })],
    ['something that is no error', WORD],
  ];
  it.each(QUOTING)('W11: %s is told without what it quotes', (_what, error) => {
    expect(JSON.stringify(loggableError(error))).not.toContain(WORD);
  });

  it('W11: kind, code, place and the program’s own words stay', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    expect(loggableError(full)).toMatchObject({
      type: 'Error',
      message: 'database or disk is full',
      code: 'ERR_SQLITE_ERROR',
    });
    expect(loggableError(full).stack).toMatch(/^ {4}at .*loggable-error\.test\.ts/);
    const missing = thrownBy(() => (undefined as unknown as { text: string }).text);
    expect(loggableError(missing).message).toBe("Cannot read properties of undefined (reading 'text')");
  });

  it('W11: ids stay and tokens go', () => {
    const id = secrets.newId();
    expect(withoutQuotes(`update 7 of ${id} is damaged`)).toBe(`update 7 of ${id} is damaged`);
    const token = secrets.newToken();
    expect(withoutQuotes(`what is ${token}`)).not.toContain(token);
  });
});

describe('lines of the log', () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  const lineOf = (act: () => void): Record<string, unknown> => {
    act();
    return JSON.parse(lines.pop() as string);
  };

  it('W10: a line is one JSON object with its time and level', () => {
    const line = lineOf(() => log.info({ seats: 3 }, 'something'));
    expect(line).toMatchObject({ level: 'info', seats: 3, msg: 'something' });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each([
    ['authorization', { authorization: WORD }],
    ['a cookie', { headers: { cookie: WORD } }],
    ['a set cookie', { answer: { headers: { 'set-cookie': WORD } } }],
    ['a token', { body: { token: WORD } }],
    ['a request', { req: { method: 'GET', url: `/${WORD}`, headers: { cookie: WORD } } }],
    ['an error alone', new Error(`"${WORD}"`)],
    ['an error without a sentence', { err: new Error(`"${WORD}"`) }],
    ['an error by another name', { error: new Error(`"${WORD}"`) }],
  ])('W10: %s is not written', (_what, fields) => {
    expect(JSON.stringify(lineOf(() => log.error(fields)))).not.toContain(WORD);
  });
});
