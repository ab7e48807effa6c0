import { useState } from 'react';
import type { Group } from '../../../shared/model/group.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useCreateGroup } from '../../api/groups.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { codeIsMissing } from '../../ui/release.ts';

interface RegionalGroupsProps {
  readonly documentId: DocumentId;
  readonly delegations: readonly DirectoryDelegation[];
  readonly groups: readonly Group[];
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Makes a group of each region of the governments here; one that is there is left as it is. */
export function RegionalGroups({ documentId, delegations, groups }: RegionalGroupsProps) {
  const { t } = useMessages();
  const create = useCreateGroup(documentId);
  const [making, setMaking] = useState(false);
  const make = async (): Promise<void> => {
    setMaking(true);
    const there = new Set(groups.map(({ name }) => plain(name)));
    let count = 0;
    try {
      const lists = await import('./usual-draft.ts').catch(() => null);
      if (lists === null) {
        codeIsMissing({ offer: true });
        announce(t('errors.title.offline'));
        return;
      }
      for (const [region, members] of lists.regionalMembers(delegations)) {
        const name = t(`terms.region.${region}`);
        if (there.has(plain(name))) continue;
        await create.mutateAsync({
          name,
          members: members.map((delegationId) => ({ delegationId })),
          spokesperson: null,
        });
        count += 1;
      }
      announce(count === 0 ? t('members.groups.regionalNone') : t('members.groups.regionalMade', { count }));
    } catch {
      // What failed stands below; groups made before it stand in the table.
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <Button busy={making} onClick={() => void make()}>
        {t('members.groups.regional')}
      </Button>
      {create.error === null ? null : <FailureNotice failure={failureIn(create.error)} />}
    </>
  );
}
