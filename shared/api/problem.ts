import { z } from 'zod';
import { PROBLEM_STATUS, type ProblemCode } from '../model/problem.ts';

const CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

/** The body of every error answer, as `application/problem+json` (RFC 9457). */
export const problemAnswer = z.strictObject({
  /** `urn:sounding-board:problem:` and the code. */
  type: z.string(),
  /** The code in words. */
  title: z.string(),
  status: z.int(),
  code: z.enum(CODES),
  /** What happened and what to do. */
  detail: z.string(),
  /** One entry a wrong field, addressed like `delegation.name`. */
  fields: z.array(z.strictObject({ field: z.string(), problem: z.string() })).exactOptional(),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;
