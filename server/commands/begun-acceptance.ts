import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { DocumentId, ProposalId } from '../../shared/model/ids.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { CommandContext } from './context.ts';
import type { Retry } from './once.ts';
import type { Request } from './perform.ts';

/** The same key names the same acceptance, so that a retry knows its own. One that was set aside is begun anew. */
export async function acceptanceId(
  { secrets, store }: CommandContext,
  documentId: DocumentId,
  retry: Retry | null,
): Promise<string> {
  if (retry === null) return secrets.newId();
  for (let attempt = 0; ; attempt += 1) {
    const name = canonicalJson(['acceptance', retry.caller, retry.key, attempt]);
    const id = secrets.hash(name).slice(0, 32);
    const before = await store.rows.register.find(documentId, 'acceptance', id);
    if (before?.row.state !== 'set-aside') return id;
  }
}

/** The acceptance of this proposal that was not finished, or the one that this very request began. */
export async function begunAcceptance(
  { store }: CommandContext,
  { documentId }: Request,
  proposalId: ProposalId,
  id: string,
): Promise<EntryOf<'acceptance'> | null> {
  const own = await store.rows.register.find(documentId, 'acceptance', id);
  if (own !== null) return own;
  const all = await store.rows.register.ofNoun(documentId, 'acceptance');
  return all.find(({ row }) => row.proposalId === proposalId && row.state === 'applying') ?? null;
}
