import { circleProblem, decideDisposition, type WantedDisposition } from '../../shared/domain/disposition.ts';
import { type Disposition, dispositionId, type InputSubject } from '../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { CommandContext } from './context.ts';
import { allFacts, factsOf, signatureOf } from './input-facts.ts';
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
  const known = wanted.ledTo.length === 0 ? null : await paragraphsOf(context, request.documentId);
  return await perform(context, request, 'disposition.decide', 'disposition.decide', async (loaded) => {
    const unknown = known === null ? null : await unknownParagraph(loaded, wanted.ledTo, known);
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

/** Ids of the paragraphs of the working text. */
async function paragraphsOf(
  { workingTexts }: CommandContext,
  documentId: DocumentId,
): Promise<ReadonlySet<ParagraphId>> {
  const copy = await workingTexts.clone(documentId);
  const ids = readParagraphs(copy.getText(TEXT_NAME)).map(({ id }) => id);
  copy.destroy();
  return new Set(ids);
}

/** An input led to paragraphs of the working text or of a version that was published. */
async function unknownParagraph(
  { rows, document }: Loaded,
  ledTo: readonly ParagraphId[],
  working: ReadonlySet<ParagraphId>,
): Promise<Problem | null> {
  let missing = ledTo.filter((id) => !working.has(id));
  if (missing.length === 0) return null;
  for (const { id } of await rows.versions.ofDocument(document.id)) {
    const version = await rows.versions.find(document.id, id);
    const published = new Set(version?.paragraphs.map((paragraph) => paragraph.id));
    missing = missing.filter((paragraph) => !published.has(paragraph));
  }
  const [first] = missing;
  if (first === undefined) return null;
  const said = `names no paragraph of this document: ${first}`;
  return problem('invalid-fields', `ledTo: ${said}`, [{ field: 'ledTo', problem: said }]);
}
