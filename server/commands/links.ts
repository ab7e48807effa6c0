import { decideLink } from '../../shared/domain/link.ts';
import type { InputSubject } from '../../shared/model/disposition.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { allFacts, signatureOf } from './input-facts.ts';
import { perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';

const wrong = (text: string): Problem =>
  problem('invalid-fields', `inputs: ${text}`, [{ field: 'inputs', problem: text }]);

/** Links inputs that say the same (`id` null), or changes a link. Each originator is still answered. */
export const link = (
  context: CommandContext,
  request: Request,
  id: string | null,
  inputs: readonly InputSubject[],
): Promise<Result<{ readonly entry: EntryOf<'link'> }, Problem>> =>
  perform(context, request, 'disposition.decide', 'input.link', async (loaded) => {
    const { rows, document } = loaded;
    if (id === null && inputs.length < 2) return fail(wrong('a link holds two inputs at least'));
    if (id !== null && (await rows.register.find(document.id, 'link', id)) === null)
      return fail(problem('not-found', 'there is no such link'));
    const facts = await allFacts(loaded, inputs);
    if (!facts.ok) return facts;
    const others = (await rows.register.ofNoun(document.id, 'link')).map(({ row }) => row);
    const linkId = id ?? context.secrets.newId();
    const decided = decideLink(linkId, document.id, facts.value, others, signatureOf(loaded));
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'link', linkId, decided.value);
    return ok({ answer: { entry }, ...recorded });
  });
