import * as decide from '../../shared/domain/statement.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { DelegationId, ParagraphId, ProposalId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Statement } from '../../shared/model/statement.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { unknownParagraph, workingWords } from './known-paragraphs.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { wrongField } from './write-comment.ts';
import { writerOf } from './writer.ts';

type StatementEntry = EntryOf<'statement'>;
type Words = ReadonlyMap<ParagraphId, string>;

const missing = () => fail(problem('not-found', 'there is no such statement'));

/** Puts statements into the library: all of them, in one act, or none. */
export async function writeStatements(
  context: CommandContext,
  request: Request,
  wanted: readonly decide.WantedStatement[],
): Promise<Result<{ readonly entries: readonly StatementEntry[] }, Problem>> {
  const words = await wordsFor(context, request, wanted);
  return await perform(context, request, 'statement.write', 'statement.write', async (loaded) => {
    const delegations = await delegationsOf(loaded);
    const facts = { documentId: loaded.document.id, delegations, by: signatureOf(loaded) };
    const rows: Statement[] = [];
    for (const [n, one] of wanted.entries()) {
      const at = `statements.${n}.`;
      const decided = decide.decideStatement(context.secrets.newId(), one, facts, at);
      if (!decided.ok) return decided;
      const stranger = await strangeLink(loaded, one, words, at);
      if (stranger !== null) return fail(stranger);
      rows.push(decided.value);
    }
    const written = [];
    for (const row of rows) written.push(await recordRow(loaded, 'statement', row.id, row));
    return ok(performedRows({ entries: written.map(({ entry }) => entry) }, 'statement.write', written));
  });
}

/** Changes a statement; what it said before stays as its own revision. */
export async function editStatement(
  context: CommandContext,
  request: Request,
  id: string,
  revision: number,
  wanted: decide.WantedStatement,
): Promise<Result<StatementEntry, Problem>> {
  const words = await wordsFor(context, request, [wanted]);
  return await change(context, request, 'statement.edit', id, revision, async (before, loaded) => {
    const delegations = await delegationsOf(loaded);
    // What the editor does not see of it stays linked; what was linked before is not judged again.
    const hidden: ProposalId[] = [];
    for (const proposal of before.proposals)
      if ((await seenSubject(loaded, 'proposal', proposal)) === null) hidden.push(proposal);
    const fresh = {
      paragraphs: wanted.paragraphs.filter((paragraph) => !before.paragraphs.includes(paragraph)),
      proposals: wanted.proposals.filter((proposal) => !before.proposals.includes(proposal)),
    };
    const stranger = await strangeLink(loaded, fresh, words, 'statement.');
    if (stranger !== null) return fail(stranger);
    const facts = { delegations, by: signatureOf(loaded) };
    const whole = { ...wanted, proposals: [...wanted.proposals, ...hidden] };
    return decide.changeStatement(before, whole, facts, await keeperOf(loaded));
  });
}

/** Says that a statement was checked against recording or written statement, or takes that back. */
export const verifyStatement = (
  context: CommandContext,
  request: Request,
  id: string,
  { revision, verified }: { readonly revision: number; readonly verified: boolean },
): Promise<Result<StatementEntry, Problem>> =>
  change(context, request, 'statement.verify', id, revision, async (before, loaded) =>
    verified
      ? decide.verifyStatement(before, signatureOf(loaded))
      : decide.unverifyStatement(before, await keeperOf(loaded)),
  );

/** Takes a statement out of the library; it stays on record. */
export const withdrawStatement = (
  context: CommandContext,
  request: Request,
  id: string,
): Promise<Result<StatementEntry, Problem>> =>
  change(context, request, 'statement.withdraw', id, null, async (before, loaded) =>
    decide.withdrawStatement(before, await keeperOf(loaded)),
  );

const change = (
  context: CommandContext,
  request: Request,
  act: Act,
  id: string,
  revision: number | null,
  decideOn: (before: Statement, loaded: Loaded) => Promise<Result<Statement, Problem>>,
): Promise<Result<StatementEntry, Problem>> =>
  perform(context, request, 'statement.write', act, async (loaded) => {
    const found = await loaded.rows.register.find(loaded.document.id, 'statement', id);
    if (found === null) return missing();
    if (revision !== null && found.revision !== revision)
      return fail(
        problem('text-changed', `this was changed meanwhile: look at revision ${found.revision} first`),
      );
    const decided = await decideOn(found.row, loaded);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'statement', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });

async function keeperOf(loaded: Loaded): Promise<decide.Keeper> {
  return { ...(await writerOf(loaded)), facilitator: loaded.participant.role === 'facilitator' };
}

async function delegationsOf({ rows, document }: Loaded): Promise<ReadonlySet<DelegationId>> {
  return new Set((await rows.delegations.ofDocument(document.id)).map(({ id }) => id));
}

type Linked = Pick<decide.WantedStatement, 'paragraphs' | 'proposals'>;

/** The working text's paragraphs, where one is named: read before the transaction. */
const wordsFor = async (
  context: CommandContext,
  { documentId }: Request,
  wanted: readonly Linked[],
): Promise<Words> =>
  wanted.some(({ paragraphs }) => paragraphs.length > 0)
    ? await workingWords(context, documentId)
    : new Map();

/** The first link that leads nowhere, or to a proposal that whoever acts does not see. */
async function strangeLink(
  loaded: Loaded,
  { paragraphs, proposals }: Linked,
  words: Words,
  at: string,
): Promise<Problem | null> {
  if (paragraphs.length > 0) {
    const unknown = await unknownParagraph(loaded, `${at}paragraphs`, paragraphs, words);
    if (unknown !== null) return unknown;
  }
  for (const id of proposals)
    if ((await seenSubject(loaded, 'proposal', id)) === null)
      return wrongField(`${at}proposals`, `names no proposal of this document: ${id}`).error;
  return null;
}
