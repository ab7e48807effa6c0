import type { DeclarationsFacts } from '../../shared/domain/declaration-places.ts';
import { type Voice, voicesOf } from '../../shared/domain/declaration-voices.ts';
import type { Alignment } from '../../shared/model/alignment.ts';
import type { Declaration } from '../../shared/model/declaration.ts';
import type { DocumentId, GroupId, VersionId } from '../../shared/model/ids.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { Version } from '../../shared/model/version.ts';
import { citations } from '../../shared/text/citation.ts';
import type { Store } from '../ports/store.ts';
import type { RegisterCopies, RegisterCopy } from './register-copies.ts';

/** All declarations of a document, and what is asked of them on one of its texts. */
export interface DeclarationRecord extends DeclarationsFacts {
  readonly register: RegisterCopy;
  readonly entries: readonly EntryOf<'declaration'>[];
  /** Whether a declaration was filed on this text or an earlier one. */
  readonly speaksOfThis: (declaration: Declaration) => boolean;
}

/**
 * Everything that says whom declarations speak for and where: groups and alignments as they were recorded when each was
 * filed (rule V110), and the words of the versions they speak of. In order of filing.
 */
export async function declarationRecord(
  { store, registers }: { readonly store: Store; readonly registers: RegisterCopies },
  { documentId, id, paragraphs: published, ordinal }: Version,
): Promise<DeclarationRecord> {
  const cited = citations(published);
  const paragraphs = published.map((paragraph) => ({
    ...paragraph,
    label: cited.get(paragraph.id) ?? paragraph.label,
  }));
  const register = await registers.of(documentId);
  const entries = register
    .ofNoun('declaration')
    .toSorted(({ row: a }, { row: b }) => (a.by.at < b.by.at ? -1 : a.by.at > b.by.at ? 1 : 0));
  const declarations = entries.map(({ row }) => row);
  const holders = new Set(declarations.flatMap(({ holder }) => (holder.noun === 'group' ? [holder.id] : [])));
  const groups = await revisionsOfGroups(store, documentId, holders);
  const alignments = await revisionsOfAlignments(store, register, documentId, holders);
  const then = await wordsOfVersions(
    store,
    documentId,
    new Set(declarations.flatMap(({ version }) => (version === id ? [] : [version]))),
  );
  const summaries = await store.rows.versions.ofDocument(documentId);
  const ordinals = new Map(summaries.map((summary) => [summary.id, summary.ordinal]));
  const here = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
  const delegations = await store.rows.delegations.ofDocument(documentId);
  const facts = {
    groupAt: (group: GroupId, at: string) =>
      groups.get(group)?.findLast((revision) => revision.at <= at)?.row,
    alignments,
    paragraphs,
  };
  const voices = new Map<Declaration, readonly Voice[]>(
    declarations.map((declaration) => [declaration, voicesOf(declaration, facts)]),
  );
  return {
    register,
    entries,
    declarations,
    paragraphs,
    delegations: new Map(delegations.map((delegation) => [delegation.id, delegation])),
    voicesOf: (declaration) => voices.get(declaration) ?? [],
    wordsThen: ({ version }, paragraph) =>
      version === id ? here.get(paragraph) : then.get(version)?.get(paragraph),
    speaksOfThis: ({ version }) => (ordinals.get(version) ?? 0) <= ordinal,
  };
}

const revisionsOfGroups = async (
  { rows }: Store,
  documentId: DocumentId,
  ids: ReadonlySet<GroupId>,
): Promise<ReadonlyMap<GroupId, readonly EntryOf<'group'>[]>> => {
  const found = new Map<GroupId, readonly EntryOf<'group'>[]>();
  for (const id of ids) found.set(id, await rows.register.history(documentId, 'group', id));
  return found;
};

/** Oldest first. Most rows have one revision, which the copy in memory holds. */
async function revisionsOfAlignments(
  { rows }: Store,
  register: RegisterCopy,
  documentId: DocumentId,
  groups: ReadonlySet<GroupId>,
): Promise<readonly Alignment[]> {
  const found: Alignment[] = [];
  for (const { id, revision, row } of register.ofNoun('alignment')) {
    if (!groups.has(row.group)) continue;
    if (revision === 1) found.push(row);
    else found.push(...(await rows.register.history(documentId, 'alignment', id)).map((entry) => entry.row));
  }
  return found.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

async function wordsOfVersions({ rows }: Store, documentId: DocumentId, ids: ReadonlySet<VersionId>) {
  const found = new Map<VersionId, ReadonlyMap<string, string>>();
  for (const id of ids) {
    const version = await rows.versions.find(documentId, id);
    found.set(id, new Map(version?.paragraphs.map((paragraph) => [paragraph.id, paragraph.text])));
  }
  return found;
}
