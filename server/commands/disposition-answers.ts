import {
  type Answered,
  decideContest,
  decideContestAnswer,
  decideReaction,
} from '../../shared/domain/disposition-answer.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { Disposition } from '../../shared/model/disposition.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { can } from '../../shared/policy/can.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { CommandContext } from './context.ts';
import { factsOf, signatureOf, signerName } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';

type Entry = { readonly entry: EntryOf<'disposition'> };
type Decide = (loaded: Loaded, answered: Answered) => Promise<Result<Disposition, Problem>>;

/** The newest revision of a disposition, changed by one act. */
const answer = (
  context: CommandContext,
  request: Request,
  id: string,
  act: Act,
  decide: Decide,
): Promise<Result<Entry, Problem>> =>
  perform(context, request, 'disposition.answer', act, async (loaded) => {
    const found = await loaded.rows.register.find(loaded.document.id, 'disposition', id);
    if (found === null) return fail(problem('not-found', 'there is no such disposition'));
    const facts = await factsOf(loaded, found.row.on);
    if (!facts.ok) return facts;
    const { senders: authors } = facts.value;
    const decided = await decide(loaded, { row: found.row, revision: found.revision, authors });
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'disposition', id, decided.value);
    return ok({ answer: { entry }, ...recorded });
  });

/** Whether the author's delegation is satisfied. */
export const react = (
  context: CommandContext,
  request: Request,
  id: string,
  wanted: { readonly satisfied: boolean; readonly reason: string; readonly revision?: number },
): Promise<Result<Entry, Problem>> =>
  answer(context, request, id, 'disposition.react', async (loaded, answered) =>
    decideReaction(answered, wanted, signatureOf(loaded), wanted.revision ?? null),
  );

/** The author's delegation contests how its input was summed up. */
export const contest = (
  context: CommandContext,
  request: Request,
  id: string,
  text: string,
): Promise<Result<Entry, Problem>> =>
  answer(context, request, id, 'disposition.contest', async (loaded, answered) =>
    decideContest(answered, text, signatureOf(loaded)),
  );

/** Facilitators answer a contest, in a closed document too: who may contest is owed an answer. */
export const answerContest = (
  context: CommandContext,
  request: Request,
  id: string,
  text: string,
): Promise<Result<Entry, Problem>> =>
  answer(context, request, id, 'disposition.answer-contest', async (loaded, { row }) => {
    const { rows, document, participant, delegation } = loaded;
    const actor = { role: participant.role, constituency: delegation.constituency };
    const permission = can(actor, 'disposition.decide', { ...document, phase: 'negotiation' });
    if (!permission.allowed) return fail(notPermitted('disposition.decide', permission.reason));
    const last = row.contests.at(-1)?.answer;
    const who = last === undefined || last === null ? '' : await signerName(rows, last.by);
    return decideContestAnswer(row, text, signatureOf(loaded), who);
  });
