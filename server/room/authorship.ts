import { setImmediate } from 'node:timers/promises';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { AuthorshipReader } from '../ports/authorship.ts';
import type { TextLog } from '../ports/text-log.ts';
import { type AuthorshipTrace, createTrace, extendTrace } from './authorship-trace.ts';
import { viewAuthorship } from './authorship-view.ts';
import { everyParagraph } from './past-paragraphs.ts';

/** Updates replayed before others get their turn: some ten milliseconds. */
const PAGE = 500;

/** Documents whose trace stays in memory, the last used ones. */
const TRACES = 4;

/** A trace is kept and only extended, so that asking again costs what was written since. */
export function createAuthorship(log: Pick<TextLog, 'read'>): AuthorshipReader {
  const traces = new Map<DocumentId, Promise<AuthorshipTrace>>();

  const extended = async (documentId: DocumentId, before: Promise<AuthorshipTrace>) => {
    const trace = await before;
    for (;;) {
      const updates = await log.read(documentId, trace.seq, PAGE);
      extendTrace(trace, updates);
      if (updates.length < PAGE) return trace;
      await setImmediate();
    }
  };

  const traceOf = async (documentId: DocumentId): Promise<AuthorshipTrace> => {
    const next = extended(documentId, traces.get(documentId) ?? Promise.resolve(createTrace()));
    traces.delete(documentId);
    traces.set(documentId, next);
    next.catch(() => traces.delete(documentId));
    const [oldest] = traces.keys();
    if (traces.size > TRACES && oldest !== undefined) traces.delete(oldest);
    return await next;
  };
  return {
    authorship: async (documentId) => viewAuthorship(await traceOf(documentId)),
    everyParagraph: async (documentId) => everyParagraph(await traceOf(documentId)),
  };
}
