import { dispositionId, type InputLink } from '../model/disposition.ts';
import type { DocumentId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { type InputFacts, subjectName } from './disposition.ts';

/** A link that holds fewer than two inputs was undone. */
export const isLink = ({ inputs }: InputLink): boolean => inputs.length > 1;

const wrong = (text: string): Problem =>
  problem('invalid-fields', `inputs: ${text}`, [{ field: 'inputs', problem: text }]);

/** Links inputs that say the same. An input stands in one link at a time; fewer than two inputs undo the link. */
export function decideLink(
  id: string,
  documentId: DocumentId,
  inputs: readonly InputFacts[],
  others: readonly InputLink[],
  by: Signature,
): Result<InputLink, Problem> {
  const hidden = inputs.find((input) => input.private);
  if (hidden !== undefined) return fail(wrong(`${subjectName(hidden.on)} is a private note of a delegation`));
  const wholes = new Set(inputs.filter(({ on }) => on.noun === 'comment').map(({ on }) => on.id as string));
  const part = inputs.find(
    ({ on, comment }) => on.noun === 'item' && comment !== null && wholes.has(comment),
  );
  if (part !== undefined) return fail(wrong(`${subjectName(part.on)} is a part of another of them`));
  const taken = new Map(
    others
      .filter((link) => link.id !== id && isLink(link))
      .flatMap((link) => link.inputs.map((on) => [dispositionId(on), link.id] as const)),
  );
  for (const { on } of inputs) {
    const link = taken.get(dispositionId(on));
    if (link !== undefined)
      return fail(
        problem('already-exists', `${subjectName(on)} stands in link ${link}: add the others to that one`),
      );
  }
  return ok({ id, documentId, inputs: inputs.length < 2 ? [] : inputs.map(({ on }) => on), by });
}
