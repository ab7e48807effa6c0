import { type DestinationStream, type Logger, pino } from 'pino';
import { loggableError, withoutQuotes } from './loggable-error.ts';
import type { Journal } from './ports/journal.ts';

/** Fields that are never written, wherever they stand; a second net, for nothing here logs them. */
const SECRET_FIELDS = ['authorization', 'cookie', '["set-cookie"]', 'token', 'password'];
const at = (prefix: string): string[] =>
  SECRET_FIELDS.map((field) => (field.startsWith('[') ? `${prefix}${field}` : `${prefix}.${field}`));

/**
 * W10: the log, one JSON object a line. What libraries put into it passes the same rules as our own lines: errors lose
 * what they quote, and requests are a method and nothing else.
 */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: unknown) => loggableError(error),
        error: (error: unknown) => loggableError(error),
        req: ({ method }: { method?: string }) => ({ method }),
        res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
      },
      redact: {
        paths: [...SECRET_FIELDS.map((field) => field), ...['*', 'headers', '*.headers', '*.*'].flatMap(at)],
        censor: '[redacted]',
      },
      hooks: {
        /** Without a sentence of its own a line would take over the error's, whole. */
        logMethod(args, method) {
          const [first, second, ...rest] = args as unknown as [unknown, unknown, ...unknown[]];
          const write = method as (...all: unknown[]) => void;
          if (typeof first === 'string') write.call(this, withoutQuotes(first));
          else if (first instanceof Error)
            write.call(this, { err: first }, typeof second === 'string' ? withoutQuotes(second) : 'an error');
          else
            write.call(this, first, typeof second === 'string' ? withoutQuotes(second) : 'a line', ...rest);
        },
      },
    },
    destination,
  );
}

/** The log as commands, rooms and sockets see it. */
export const journalOf = (log: Pick<Logger, 'debug' | 'info' | 'error'>): Journal => ({
  debug: (what, facts = {}) => log.debug(facts, what),
  info: (what, facts = {}) => log.info(facts, what),
  error: (what, error, facts = {}) => log.error({ ...facts, err: error }, what),
});
