import { comeBackAfter, LINE_BROKE } from '../../shared/api/come-back.ts';
import type { ProblemAnswer } from '../../shared/api/problem.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import { PROBLEM_STATUS, type ProblemCode } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** What a screen is told of a failure: a problem of the server, or that the server could not be reached. */
export interface Failure {
  readonly code: ProblemCode | 'offline';
  /** The server's own sentence; empty when there is none. */
  readonly detail: string;
  readonly fields: readonly { readonly field: string; readonly problem: string }[];
  /** Milliseconds that the server asks to wait before asking again (Retry-After), where it does. */
  readonly waitAtLeast?: number;
}

const OFFLINE: Failure = { code: 'offline', detail: '', fields: [] };

/** Failures that pass by themselves. Others would answer the same again until access changes. */
const PASSING: readonly Failure['code'][] = [
  'offline',
  'unavailable',
  'storage-full',
  'storage-unavailable',
  'too-many-requests',
  'internal',
];
export const passesByItself = ({ code }: Failure): boolean => PASSING.includes(code);

/** Failures of a server that has too much to do or cannot store: it is left alone for a while. */
const ASKED_TO_WAIT: readonly Failure['code'][] = [
  'unavailable',
  'storage-full',
  'storage-unavailable',
  'too-many-requests',
];

/** Milliseconds until something that failed is asked for again (R55). `attempts`: failed ones in a row; `random`: 0 to 1. */
export const askAgainAfter = ({ code, waitAtLeast }: Failure, attempts: number, random: number): number =>
  comeBackAfter(ASKED_TO_WAIT.includes(code) ? CLOSE.tryAgain : LINE_BROKE, attempts, random, waitAtLeast);

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  /** Sent as JSON, or as it is when it is a form with a file. */
  readonly body?: unknown;
  /** The same key for every try of the same act, so that a retry changes nothing twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * One request to our own server, with the session cookie. Answers what the server answered; a failure is a value.
 * Answers are not parsed again here: the server checks them against shared/api before they leave.
 */
export async function request<Answer>(
  method: Method,
  path: string,
  { body, idempotencyKey, signal }: RequestOptions = {},
): Promise<Result<Answer, Failure>> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return fail(OFFLINE);
  }
  if (response.ok) return ok((response.status === 204 ? null : await response.json()) as Answer);
  return fail(await failureOf(response));
}

/** A problem+json body, or the nearest code to the status when a proxy answered instead of our server. */
async function failureOf(response: Response): Promise<Failure> {
  const body: Partial<ProblemAnswer> | null = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const waiting = seconds > 0 ? { waitAtLeast: Math.min(seconds * 1_000, LONGEST_ASKED) } : {};
  if (body !== null && typeof body.code === 'string' && body.code in PROBLEM_STATUS)
    return { code: body.code, detail: body.detail ?? '', fields: body.fields ?? [], ...waiting };
  const byStatus = (Object.keys(PROBLEM_STATUS) as ProblemCode[]).find(
    (code) => PROBLEM_STATUS[code] === response.status,
  );
  return {
    code: byStatus ?? (response.status < 500 ? 'bad-request' : 'unavailable'),
    detail: '',
    fields: [],
    ...waiting,
  };
}

/** A page does not let itself be put off for longer by one answer, in ms. */
const LONGEST_ASKED = 120_000;

/** TanStack Query wants failures thrown: this carries one there and back. */
export class RequestFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.code} ${failure.detail}`);
    this.failure = failure;
  }
}

/** The failure in whatever was thrown; anything else is a bug of ours and stays one. */
export function failureIn(error: unknown): Failure {
  if (error instanceof RequestFailed) return error.failure;
  throw error;
}

/** `request` for queries and mutations: answers, or throws `RequestFailed`. */
export async function requestOrThrow<Answer>(
  method: Method,
  path: string,
  options?: RequestOptions,
): Promise<Answer> {
  const result = await request<Answer>(method, path, options);
  if (!result.ok) throw new RequestFailed(result.error);
  return result.value;
}
