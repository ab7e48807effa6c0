import type { FastifyError, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemAnswer } from '../../shared/api/problem.ts';
import { PROBLEM_STATUS, type Problem, type ProblemCode, problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import { RETRY_AFTER, TROUBLE_WORDS, troubleOf } from '../ports/store-failure.ts';

/** Carries an expected problem from a route to the one place that answers it. */
export class Refused extends Error {
  readonly problem: Problem;
  /** In how many seconds the same request will do; null where waiting does not help. */
  readonly retryAfter: number | null;
  constructor(reason: Problem, retryAfter: number | null = null) {
    super(reason.detail);
    this.problem = reason;
    this.retryAfter = retryAfter;
  }
}

/** The value of a result, or out through `Refused`. */
export function valueOrRefuse<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

/** `application/problem+json` as RFC 9457 has it. */
export function sendProblem(reply: FastifyReply, { code, detail, fields }: Problem): FastifyReply {
  const status = PROBLEM_STATUS[code];
  const body: ProblemAnswer = {
    type: `urn:sounding-board:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    detail,
    ...(fields === undefined ? {} : { fields: [...fields] }),
  };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(body);
}

/** Codes for what Fastify and its plugins refuse by themselves, by HTTP status. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'bad-request',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Any error as a problem; null for a bug, of which nobody is told the inside. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Refused) return error.problem;
  const trouble = troubleOf(error);
  if (trouble !== null) return problem(trouble, TROUBLE_WORDS[trouble]);
  if (hasZodFastifySchemaValidationErrors(error)) return invalidFields(error);
  const { statusCode, message, code: named } = error as FastifyError;
  // An address such as `//draft` leads out of the folder of files: what is nowhere is not found, and no bug.
  if (named === 'FST_STATIC_FORBIDDEN_PATH') return problem('not-found', 'there is nothing at this address');
  const code = statusCode === undefined ? undefined : CODE_OF_STATUS[statusCode];
  return code === undefined ? null : problem(code, message);
}

/** In how many seconds the same request may do; null where waiting does not help or nobody knows. */
export function retryAfter(error: unknown): number | null {
  if (error instanceof Refused) return error.retryAfter;
  const trouble = troubleOf(error);
  return trouble === null ? null : RETRY_AFTER[trouble];
}

function invalidFields(error: FastifyError): Problem {
  const fields = (error.validation ?? []).flatMap(({ instancePath, message, params }) => {
    const field = instancePath.split('/').filter(Boolean).join('.');
    const whole = error.validationContext ?? 'body';
    const said = message ?? 'is not valid';
    const unknown = (params as { keys?: readonly string[] }).keys;
    if (unknown === undefined) return [{ field: field || whole, problem: said }];
    return unknown.map((key) => ({
      field: [field, key].filter(Boolean).join('.'),
      problem: 'is not a field of this request',
    }));
  });
  const detail = fields.map(({ field, problem: said }) => `${field}: ${said}`).join('; ');
  return problem('invalid-fields', detail, fields);
}
