import type { DelegationId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { Statement } from '../../../../shared/model/statement.ts';

/** What of the library is shown; null: whatever it is. All of it stands in the address. */
export interface LibraryFilter {
  readonly speaker: string | null;
  readonly meeting: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly paragraph: ParagraphId | null;
  readonly verified: 'yes' | 'no' | null;
  readonly delegation: DelegationId | null;
  /** Words of speaker, passages and names. */
  readonly words: string | null;
}

const FIELDS = ['speaker', 'meeting', 'date', 'paragraph', 'verified', 'delegation', 'words'] as const;

/** Reads an address's query. */
export function readLibraryFilter(query: string): LibraryFilter {
  const asked = new URLSearchParams(query);
  const read = FIELDS.map((field) => {
    const value = asked.get(field);
    const known = field !== 'verified' || value === 'yes' || value === 'no';
    return [field, value === null || value === '' || !known ? null : value] as const;
  });
  return Object.fromEntries(read) as unknown as LibraryFilter;
}

/** The query of an address, `?…` or empty. */
export function libraryQuery(filter: LibraryFilter): string {
  const said = FIELDS.flatMap((field) => {
    const value = filter[field];
    return value === null ? [] : [`${field}=${encodeURIComponent(value)}`];
  });
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Everything of a statement that is searched. */
const wordsOf = ({ speaker, meeting, passages, spokenFor }: Statement): string =>
  plain(
    [
      speaker,
      meeting,
      ...passages.map(({ words }) => words.text),
      ...spokenFor.onBehalfOf,
      ...spokenFor.alsoOnBehalfOf,
      ...spokenFor.alignsWith,
    ].join(' '),
  );

export const dayOf = ({ date }: Statement): string | null => date?.slice(0, 10) ?? null;

/** Those that fit and were not withdrawn: latest day first, within a day in the order in which they were put in. */
export function libraryOf(statements: Iterable<Statement>, filter: LibraryFilter): Statement[] {
  const wanted = filter.words === null ? null : plain(filter.words.trim());
  return [...statements]
    .filter(
      (row) =>
        row.withdrawnAt === null &&
        (filter.speaker === null || row.speaker === filter.speaker) &&
        (filter.meeting === null || row.meeting === filter.meeting) &&
        (filter.date === null || dayOf(row) === filter.date) &&
        (filter.paragraph === null || row.paragraphs.includes(filter.paragraph)) &&
        (filter.verified === null || (row.verified !== null) === (filter.verified === 'yes')) &&
        (filter.delegation === null || row.delegationId === filter.delegation) &&
        (wanted === null || wordsOf(row).includes(wanted)),
    )
    .sort((a, b) => compare(dayOf(b) ?? '', dayOf(a) ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What there is to choose from, each once, in the order of the alphabet; days latest first. */
export function libraryChoices(statements: Iterable<Statement>, locale: string) {
  const all = [...statements].filter(({ withdrawnAt }) => withdrawnAt === null);
  const names = (of: (row: Statement) => string): string[] =>
    [...new Set(all.map(of))].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, locale));
  return {
    speakers: names(({ speaker }) => speaker),
    meetings: names(({ meeting }) => meeting),
    days: [...new Set(all.flatMap((row) => dayOf(row) ?? []))].sort().reverse(),
    paragraphs: new Set(all.flatMap(({ paragraphs }) => paragraphs)),
  };
}
