import type { Comment } from '../model/comment.ts';
import type { DelegationId } from '../model/ids.ts';

/**
 * The delegations whose words something holds: of a submission that was entered for others those it is taken for, which
 * may be none; of anything else whoever wrote it.
 */
export const sendersOf = ({ by, from }: Pick<Comment, 'by' | 'from'>): readonly DelegationId[] =>
  from === undefined
    ? [by.delegationId]
    : [...new Set(from.flatMap(({ delegationId }) => (delegationId === null ? [] : [delegationId])))];
