import { useMemo } from 'react';
import { type Group, isMember } from '../../../../shared/model/group.ts';
import type { DocumentId, IsoTime } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMe, useRegisterPart } from '../../../api/register/use-register.ts';

const groupRows = (view: RegisterView) => view.rows.group;

export interface GroupChoices {
  /** Name of one's own delegation. */
  readonly own: string;
  /** Groups one may speak for: those one's delegation is a member of now. */
  readonly groups: readonly Group[];
}

export function useGroupChoices(documentId: DocumentId): GroupChoices {
  const me = useMe(documentId);
  const rows = useRegisterPart(documentId, groupRows);
  return useMemo(() => {
    if (me === null) return { own: '', groups: [] };
    const now = new Date().toISOString() as IsoTime;
    return {
      own: me.delegation.name,
      groups: [...rows.values()].filter((group) => isMember(group, me.delegation.id, now)),
    };
  }, [me, rows]);
}
