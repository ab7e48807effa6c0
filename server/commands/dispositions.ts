import { circleProblem, decideDisposition, type WantedDisposition } from '../../shared/domain/disposition.ts';
import { type Disposition, dispositionId, type InputSubject } from '../../shared/model/disposition.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { allFacts, factsOf, signatureOf } from './input-facts.ts';
import { unknownParagraph, workingWords } from './known-paragraphs.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { recordRow } from './record-row.ts';

export interface WantedDispositions extends WantedDisposition {
  readonly on: readonly InputSubject[];
  /** By disposition id: the revision that was looked at. */
  readonly seen: Readonly<Record<string, number>>;
}

type Entries = readonly EntryOf<'disposition'>[];

/** One decision on one input or on many: all of them are decided, each with its own audit entry, or none. */
export async function dispose(
  context: CommandContext,
  request: Request,
  wanted: WantedDispositions,
): Promise<Result<{ readonly entries: Entries }, Problem>> {
  const known = wanted.ledTo.length === 0 ? null : await workingWords(context, request.documentId);
  return await perform(context, request, 'disposition.decide', 'disposition.decide', async (loaded) => {
    const unknown = known === null ? null : await unknownParagraph(loaded, 'ledTo', wanted.ledTo, known);
    if (unknown !== null) return fail(unknown);
    const decided = await decideAll(loaded, wanted);
    if (!decided.ok) return decided;
    const written = [];
    for (const row of decided.value) written.push(await recordRow(loaded, 'disposition', row.id, row));
    const entries = written.map(({ entry }) => entry);
    return ok(performedRows({ entries }, 'disposition.decide', written));
  });
}

async function decideAll(
  loaded: Loaded,
  wanted: WantedDispositions,
): Promise<Result<readonly Disposition[], Problem>> {
  const { rows, document } = loaded;
  const facts = await allFacts(loaded, wanted.on);
  if (!facts.ok) return facts;
  if (wanted.duplicateOf !== null) {
    const target = await factsOf(loaded, wanted.duplicateOf);
    if (!target.ok) return target;
    const dispositions = await rows.register.ofNoun(document.id, 'disposition');
    const standing = new Map(dispositions.map(({ id, row }) => [id, row]));
    const circle = circleProblem(facts.value, target.value, standing);
    if (circle !== null) return fail(circle);
  }
  const after = (await rows.versions.ofDocument(document.id)).at(-1)?.id ?? null;
  const by = signatureOf(loaded);
  const decided: Disposition[] = [];
  for (const fact of facts.value) {
    const seen = wanted.seen[dispositionId(fact.on)] ?? 0;
    const one = decideDisposition(fact, wanted, { by, after, seen, route: 'disposition' });
    if (!one.ok) return one;
    decided.push(one.value);
  }
  return ok(decided);
}
