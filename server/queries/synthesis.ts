import { synthesiseSteps } from '../../shared/domain/synthesis.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { SynthesisFormat } from '../../shared/model/report.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Synthesis, SynthesisVersion } from '../../shared/model/synthesis.ts';
import type { VersionSummary } from '../../shared/model/version.ts';
import type { WrittenFile } from '../ports/files.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { numberedText } from './reports.ts';
import { findVersion } from './texts.ts';
import { visibleRows } from './visible-rows.ts';

/** What was received while a version was prepared, from whom, and what became of it, as far as the visitor may see. */
export async function synthesis(
  context: QueryContext,
  visitor: Visitor,
  name: 'working' | 'latest' | VersionId,
): Promise<Result<Synthesis, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const versions = await context.store.rows.versions.ofDocument(visitor.document.id);
  const found = name === 'working' ? null : await findVersion(context, visitor, name);
  if (found !== null && !found.ok) return found;
  const version = found?.value ?? null;
  const before = version === null ? versions : versions.filter(({ ordinal }) => ordinal < version.ordinal);
  const { rows, delegations } = await visibleRows(context, visitor);
  const paragraphs = version?.paragraphs ?? (await numberedText(context, visitor));
  const period = {
    version: version === null ? null : named(version),
    previous: named(before.at(-1)),
    to: version?.publishedAt ?? context.clock.now(),
  };
  return ok(await inSteps(synthesiseSteps({ rows, delegations, paragraphs }, period)));
}

const named = (version: VersionSummary | undefined): SynthesisVersion | null =>
  version === undefined ? null : { id: version.id, name: version.name, publishedAt: version.publishedAt };

/** The synthesis as a file. */
export async function exportSynthesis(
  context: QueryContext,
  visitor: Visitor,
  name: 'working' | 'latest' | VersionId,
  format: SynthesisFormat,
): Promise<Result<WrittenFile, Problem>> {
  const found = await synthesis(context, visitor, name);
  if (!found.ok) return found;
  const { title } = visitor.document;
  const date = context.clock.now();
  return ok(
    await context.files.writeReport({ what: 'synthesis', format, title, date, synthesis: found.value }),
  );
}
