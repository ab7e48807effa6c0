import { dispositionTableSteps } from '../../shared/domain/disposition-table.ts';
import { TABLE_LINES } from '../../shared/model/disposition-table.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RollingFormat, TableFormat } from '../../shared/model/report.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../ports/files.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { rollingText } from './rolling.ts';
import { namedText } from './texts.ts';
import { visibleRows } from './visible-rows.ts';

/** The rolling text as a file. */
export async function exportRolling(
  context: QueryContext,
  visitor: Visitor,
  format: RollingFormat,
): Promise<Result<WrittenFile, Problem>> {
  const rolling = await rollingText(context, visitor);
  if (!rolling.ok) return rolling;
  const { date, head: _, ...text } = rolling.value;
  const { title } = visitor.document;
  return ok(await context.files.writeReport({ what: 'rolling', format, title, date, rolling: text }));
}

/** Every input that the visitor sees and what became of it, as a file. */
export async function exportDispositions(
  context: QueryContext,
  visitor: Visitor,
  format: TableFormat,
): Promise<Result<WrittenFile, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { rows, delegations } = await visibleRows(context, visitor);
  const paragraphs = await numberedText(context, visitor);
  const source = { rows, delegations, paragraphs };
  const table = await inSteps(dispositionTableSteps(source, TABLE_LINES[format]));
  const { title } = visitor.document;
  const date = context.clock.now();
  return ok(await context.files.writeReport({ what: 'dispositions', format, title, date, table }));
}

/** The text whose numbers a visitor is shown: the working text, or the latest version for whoever may not see that. */
export async function numberedText(
  context: QueryContext,
  visitor: Visitor,
): Promise<readonly LabelledParagraph[]> {
  const working = await namedText(context, visitor, 'working');
  const text = working.ok ? working : await namedText(context, visitor, 'latest');
  return text.ok ? text.value.paragraphs : [];
}
