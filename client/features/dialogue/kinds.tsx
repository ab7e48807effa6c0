import { CircleHelp, CirclePlus, MessageSquare, OctagonAlert } from 'lucide-react';
import type { CommentKind } from '../../../shared/model/comment.ts';

const SIGNS = {
  comment: MessageSquare,
  question: CircleHelp,
  support: CirclePlus,
  objection: OctagonAlert,
} as const satisfies Record<CommentKind, unknown>;

/** The shape of a kind. Its word stands beside it. */
export function KindSign({ kind }: { kind: CommentKind }) {
  const Sign = SIGNS[kind];
  return <Sign className="icon comment-kind-sign" aria-hidden />;
}
