/**
 * What went wrong, for people and for tools: the shape of RFC 9457 (problem details) without transport.
 * `code` is stable and documented in docs/protocol.md; `detail` says what happened and what to do.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  /** One entry a field of the request that is wrong, addressed like `delegation.name`. */
  readonly fields?: readonly { readonly field: string; readonly problem: string }[];
}

/** Code → HTTP status. A new code is added here and in docs/protocol.md. */
export const PROBLEM_STATUS = {
  'bad-request': 400,
  'invalid-fields': 400,
  'empty-file': 400,
  'unreadable-file': 400,
  'unknown-encoding': 400,
  'not-signed-in': 401,
  'unknown-token': 401,
  'not-permitted': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'phase-conflict': 409,
  'idempotency-conflict': 409,
  'already-exists': 409,
  'nothing-to-publish': 409,
  'text-changed': 409,
  'last-facilitator': 409,
  'already-decided': 409,
  'being-decided': 409,
  withdrawn: 409,
  'too-late': 409,
  'needs-a-look': 409,
  'too-large': 413,
  'unsupported-file': 415,
  'too-many-requests': 429,
  internal: 500,
  'storage-damaged': 500,
  unavailable: 503,
  'storage-full': 503,
  'storage-unavailable': 503,
  'storage-failed': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const problem = (code: ProblemCode, detail: string, fields?: Problem['fields']): Problem =>
  fields === undefined ? { code, detail } : { code, detail, fields };
