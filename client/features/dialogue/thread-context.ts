import { createContext, use } from 'react';
import type { Anchor, Place } from '../../../shared/model/anchor.ts';
import type { Comment, StanceSubject } from '../../../shared/model/comment.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import type { SeenRows } from '../../api/register/use-seen.ts';
import type { Stances } from './threads.ts';

/** What all cards of a screen share. */
export interface ThreadContext {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly stances: (on: StanceSubject) => Stances;
  /** Whether one may comment, answer, agree here and now. */
  readonly mayWrite: boolean;
  /** Where a comment stands in the text in sight; null: that text is not known here (yet). */
  readonly placeOf: (comment: Comment) => Place | null;
  /** Leads to the words of a comment; null where there is no text in sight. */
  readonly goTo: ((comment: Comment) => void) | null;
  /** Makes the anchor anew where the comment stands now; null where that cannot be done here. */
  readonly reconfirmed: ((comment: Comment) => Anchor | null) | null;
  readonly seen: SeenRows;
}

const Context = createContext<ThreadContext | null>(null);
export const ThreadsAround = Context;

export function useThreadContext(): ThreadContext {
  const context = use(Context);
  if (context === null) throw new Error('a card stands outside of ThreadsAround');
  return context;
}
