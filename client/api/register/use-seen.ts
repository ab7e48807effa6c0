import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { RegisterNoun } from '../../../shared/model/register.ts';
import { keys } from '../keys.ts';
import { request, requestOrThrow } from '../request.ts';
import { rowKey } from './register-copy.ts';
import type { RegisterView } from './use-register.ts';

/** `GET …/seen`: everything up to seq `upTo`, and rows beyond it, each up to the seq that was seen. */
interface SeenMarks {
  readonly upTo: number;
  readonly rows: readonly { readonly noun: RegisterNoun; readonly id: string; readonly seq: number }[];
}

/** Which rows somebody has seen. */
export interface SeenRows {
  /** Whether it is new to this person. Nothing is while that is not known; one's own words never are. */
  isNew(noun: 'comment' | 'answer' | 'proposal', id: string): boolean;
  /** It was in sight long enough to have been read. */
  saw(noun: 'comment' | 'answer' | 'proposal', id: string): void;
}

const NOTHING: SeenRows = { isNew: () => false, saw: () => undefined };
/** Rows are told together this long after the first, in milliseconds. */
const GATHER = 1_000;

interface Told {
  readonly noun: RegisterNoun;
  readonly id: string;
  readonly seq: number;
}
const waiting = new Map<DocumentId, Map<string, Told>>();

/** What this participant has seen of the register, kept on the server, so that it holds on every device. */
export function useSeen(
  documentId: DocumentId,
  view: Pick<RegisterView, 'me' | 'seqs' | 'rows' | 'ready'>,
): SeenRows {
  const queries = useQueryClient();
  const me = view.me?.participant.id;
  // Not among what an event makes stale: it changes by one's own reading alone, and whoever was removed may not ask.
  const queryKey = useMemo(() => keys.seen(documentId, me), [documentId, me]);
  const { data } = useQuery({
    queryKey,
    queryFn: () => requestOrThrow<SeenMarks>('GET', `/documents/${documentId}/seen`),
    enabled: me !== undefined && view.ready,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { seqs, rows } = view;
  return useMemo(() => {
    if (data === undefined || me === undefined) return NOTHING;
    const seen = new Map(data.rows.map((row) => [rowKey(row.noun, row.id), row.seq]));
    return {
      isNew: (noun, id) => {
        const seq = seqs.get(rowKey(noun, id)) ?? 0;
        return (
          seq > data.upTo &&
          seq > (seen.get(rowKey(noun, id)) ?? 0) &&
          rows[noun].get(id)?.by.participantId !== me
        );
      },
      saw: (noun, id) => {
        const key = rowKey(noun, id);
        const seq = seqs.get(key);
        if (seq === undefined) return;
        const gathered = waiting.get(documentId) ?? new Map<string, Told>();
        gathered.set(key, { noun, id, seq });
        if (waiting.has(documentId)) return;
        waiting.set(documentId, gathered);
        setTimeout(() => {
          waiting.delete(documentId);
          const told = [...gathered.values()];
          void request('POST', `/documents/${documentId}/seen`, { body: { rows: told } });
          queries.setQueryData<SeenMarks>(queryKey, (before) =>
            before === undefined ? before : { ...before, rows: [...before.rows, ...told] },
          );
        }, GATHER);
      },
    };
  }, [data, me, seqs, rows, documentId, queries, queryKey]);
}
