import type { DocumentId, IsoTime } from '../../../shared/model/ids.ts';
import type { EntryOf, RegisterEntry, RegisterNoun, RegisterRowOf } from '../../../shared/model/register.ts';
import type { RegisterRows } from '../../ports/register.ts';
import type { MemoryState } from './state.ts';

const keyOf = ({ noun, id }: { readonly noun: string; readonly id: string }): string => `${noun} ${id}`;

/** The newest revision of each row, in the order in which the rows were first made. */
const newest = (entries: readonly RegisterEntry[]): RegisterEntry[] => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
];

/** The register over a plain list a document. */
export function memoryRegister(state: () => MemoryState): RegisterRows {
  const all = (documentId: string): readonly RegisterEntry[] => state().register.get(documentId) ?? [];
  const history = <Noun extends RegisterNoun>(documentId: string, noun: Noun, id: string) =>
    all(documentId).filter((entry) => keyOf(entry) === keyOf({ noun, id })) as unknown as EntryOf<Noun>[];
  const append = <Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    id: string,
    row: RegisterRowOf[Noun],
    at: IsoTime,
  ): EntryOf<Noun> => {
    const before = all(documentId);
    const revision = history(documentId, noun, id).length + 1;
    const entry = { documentId, seq: before.length + 1, noun, id, revision, at, row };
    state().register.set(documentId, [...before, entry as unknown as RegisterEntry]);
    return entry;
  };
  return {
    findAll: async <Noun extends RegisterNoun>(documentId: string, noun: Noun, ids: readonly string[]) =>
      new Map(
        ids.flatMap((id) => {
          const found = history(documentId, noun, id).at(-1);
          return found === undefined ? [] : [[id, found] as const];
        }),
      ),
    find: async (documentId, noun, id) => history(documentId, noun, id).at(-1) ?? null,
    ofNoun: async <Noun extends RegisterNoun>(documentId: string, noun: Noun) =>
      newest(all(documentId)).filter((entry) => entry.noun === noun) as unknown as EntryOf<Noun>[],
    history: async (documentId, noun, id) => history(documentId, noun, id),
    since: async (documentId, after, nouns, limit, upTo = Number.MAX_SAFE_INTEGER) =>
      newest(all(documentId))
        .filter(({ seq, noun }) => seq > after && seq <= upTo && (nouns?.includes(noun) ?? true))
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
    all: async (documentId) => all(documentId),
    page: async (documentId, after, limit) => all(documentId).slice(after, after + limit),
    head: async (documentId) => all(documentId).length,
    append: async (documentId, noun, id, row, at) => append(documentId, noun, id, row, at),
    appendAll: async (documentId, noun, rows, at) =>
      rows.map((row) => append(documentId, noun, row.id, row, at)),
  };
}
