import { useMemo } from 'react';
import type { CommentId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { stancesOf, type Thread, threadsOf } from './threads.ts';

export interface Threads {
  /** In the order in which they were begun. */
  readonly all: readonly Thread[];
  readonly byId: ReadonlyMap<CommentId, Thread>;
  readonly stances: ReturnType<typeof stancesOf>;
}

/** Threads and stances of a register, worked out again only where their rows changed. */
export function useThreads({ rows }: Pick<RegisterView, 'rows'>): Threads {
  const { comment, answer, group, stance } = rows;
  const all = useMemo(() => threadsOf({ comment, answer, group }), [comment, answer, group]);
  const byId = useMemo(() => new Map(all.map((thread) => [thread.comment.id, thread])), [all]);
  const stances = useMemo(() => stancesOf({ stance }), [stance]);
  return useMemo(() => ({ all, byId, stances }), [all, byId, stances]);
}
