import type { AuditAnswer } from '../../shared/api/audit.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';

/** A page of a document's audit log, and where the chain stands. */
export async function readAudit(
  { store }: QueryContext,
  visitor: Visitor,
  after: number,
  limit: number,
): Promise<Result<AuditAnswer, Problem>> {
  const permitted = permit(visitor, 'audit.view');
  if (!permitted.ok) return permitted;
  const { audit } = store.rows;
  const { id } = visitor.document;
  const { seq, hash } = await audit.head(id);
  return ok({ entries: await audit.read(id, after, limit), head: { seq, hash } });
}
