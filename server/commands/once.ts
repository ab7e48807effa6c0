import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { DocumentEvent } from '../../shared/model/event.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { ActRecord } from '../ports/records.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';

/** A request that may be sent again with the same Idempotency-Key. */
export interface Retry {
  readonly key: string;
  /** Whose key it is: nobody else can hit upon it. */
  readonly caller: string;
  /** What is asked: route, ids and body. The same key with another request is an error. */
  readonly request: unknown;
}

/** What a command leaves behind when it did something. */
export interface Done<Answer> {
  readonly answer: Answer;
  /** What the audit log says of it, an entry a row; `row` is the row after the act, of which the hash is kept. */
  readonly records: readonly (Omit<ActRecord, 'at' | 'recordHash'> & { readonly row: unknown })[];
  readonly events: readonly DocumentEvent[];
}

/** How long an answer can be asked for again, in milliseconds: a day, as long as a client may be offline on a trip. */
const REMEMBERED = 24 * 60 * 60 * 1000;

/** Of the answers kept, so many stay whatever the clock says: it may have jumped ahead a day, and back. */
const ALWAYS_REMEMBERED = 1_000;

/**
 * One transaction for what a command writes, its audit entry and the answer kept for retries; events after it.
 * Nothing that fails is remembered, so that a request can be sent again once its cause is gone.
 */
export async function once<Answer>(
  context: CommandContext,
  retry: Retry | null,
  work: (rows: Rows, now: IsoTime) => Promise<Result<Done<Answer>, Problem>>,
): Promise<Result<Answer, Problem>> {
  const { store, secrets, clock, bus } = context;
  const now = clock.now();
  let events: readonly DocumentEvent[] = [];
  const result = await store.transact(async (rows): Promise<Result<Answer, Problem>> => {
    const earlier = retry === null ? null : await earlierAnswer<Answer>(context, rows, retry);
    if (earlier !== null) return earlier;
    const done = await work(rows, now);
    if (!done.ok) return done;
    await rows.audit.appendAll(
      done.value.records.map(({ row, ...record }) => ({
        ...record,
        at: now,
        recordHash: secrets.hash(canonicalJson(row)),
      })),
    );
    if (retry !== null) await rememberAnswer(context, rows, retry, done.value.answer, now);
    events = done.value.events;
    return ok(done.value.answer);
  });
  for (const event of events) bus.publish(event);
  return result;
}

/** Keeps an answer for a retry, and forgets those whose day is over. */
export async function rememberAnswer(
  context: CommandContext,
  rows: Rows,
  retry: Retry,
  answer: unknown,
  now: IsoTime,
): Promise<void> {
  const { secrets } = context;
  const aDayAgo = new Date(Date.parse(now) - REMEMBERED).toISOString() as IsoTime;
  await rows.idempotency.deleteBefore(aDayAgo, ALWAYS_REMEMBERED);
  await rows.idempotency.insert({
    keyHash: keyHash(context, retry),
    requestHash: secrets.hash(canonicalJson(retry.request)),
    sealedAnswer: secrets.seal(retry.key, JSON.stringify(answer)),
    createdAt: now,
  });
}

const keyHash = ({ secrets }: CommandContext, { caller, key }: Retry): string =>
  secrets.hash(canonicalJson([caller, key]));

/** The answer this key got before, a conflict when it was for another request, or null when it is new. */
export async function earlierAnswer<Answer>(
  context: CommandContext,
  rows: Rows,
  retry: Retry,
): Promise<Result<Answer, Problem> | null> {
  const found = await rows.idempotency.find(keyHash(context, retry));
  if (found === null) return null;
  const answer = context.secrets.unseal(retry.key, found.sealedAnswer);
  if (found.requestHash !== context.secrets.hash(canonicalJson(retry.request)) || answer === null)
    return fail(
      problem(
        'idempotency-conflict',
        'this Idempotency-Key answered another request: use a new key for this one',
      ),
    );
  return ok(JSON.parse(answer) as Answer);
}
