import { pathOf } from '../../shared/domain/addresses.ts';
import type { AtomEntry } from '../../shared/format/atom.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { VersionSummary } from '../../shared/model/version.ts';
import {
  adoptionTitle,
  closedTitle,
  declarationTitle,
  silenceContent,
  silenceTitle,
  WITHDRAWN,
} from './feed-words.ts';

/** Nouns of the record that stand in a feed. */
export type RecordEntry = EntryOf<'silence'> | EntryOf<'adoption'> | EntryOf<'declaration'>;

export const isOfRecord = (entry: { readonly noun: string }): entry is RecordEntry =>
  entry.noun === 'silence' || entry.noun === 'adoption' || entry.noun === 'declaration';

/** A silence, the adoption or a declaration as an entry of a feed, without its author. */
export function recordWords(
  entry: RecordEntry,
  versions: readonly Pick<VersionSummary, 'id' | 'name'>[],
  origin: string,
): Pick<AtomEntry, 'title' | 'content' | 'link' | 'published'> {
  const { row, documentId } = entry;
  const name = versions.find(({ id }) => id === row.version)?.name ?? '';
  const link = (noun: 'silence' | 'declaration'): string =>
    `${origin}${pathOf(documentId, { noun, id: row.id })}`;
  switch (entry.noun) {
    case 'silence':
      return {
        title: silenceTitle(name, entry.row.outcome),
        content: silenceContent(entry.row),
        link: link('silence'),
        published: entry.row.opensAt,
      };
    case 'adoption': {
      const { recordClosedAt, symbol, date } = entry.row;
      return {
        title: recordClosedAt === null ? adoptionTitle(name) : closedTitle(name),
        content: symbol === '' ? name : `${name}, ${symbol}`,
        link: link('silence'),
        published: date,
      };
    }
    case 'declaration': {
      const { kind, statement, withdrawnAt, by } = entry.row;
      return {
        title: declarationTitle(kind, name),
        content: withdrawnAt === null ? statement.text : WITHDRAWN,
        link: link('declaration'),
        published: by.at,
      };
    }
  }
}
