import { type Problem, problem } from '../model/problem.ts';
import { fail } from '../model/result.ts';

export type WrongField = { readonly ok: false; readonly error: Problem };

/** The failure that names one field of a request and what is wrong with it. */
export const wrong = (field: string, said: string): WrongField =>
  fail(problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]));
