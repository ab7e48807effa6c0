import { useState } from 'react';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Milestone } from '../../../shared/model/milestone.ts';
import { failureIn } from '../../api/request.ts';
import { useRemoveMilestone } from '../../api/roadmap.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';

interface RemoveMilestoneProps {
  readonly documentId: DocumentId;
  readonly milestone: Milestone;
  readonly onRemoved: () => void;
}

/** Takes a milestone off the roadmap, after saying what will be recorded. */
export function RemoveMilestone({ documentId, milestone, onRemoved }: RemoveMilestoneProps) {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveMilestone(documentId);
  const { name } = milestone;
  const submit = (): void =>
    remove.mutate(
      { milestone: milestone.id },
      {
        onSuccess: () => {
          announce(t('roadmap.form.removed', { name }));
          onRemoved();
        },
      },
    );
  return (
    <>
      <Button tone="danger" onClick={() => setAsking(true)}>
        {t('roadmap.acts.remove')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('roadmap.acts.removeTitle', { name })}>
        <p>{t('roadmap.acts.removeHelp')}</p>
        {remove.error === null ? null : <FailureNotice failure={failureIn(remove.error)} />}
        <div className="form-actions">
          <Button tone="danger" busy={remove.isPending} onClick={submit}>
            {t('roadmap.acts.remove')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('roadmap.acts.keep')}</Button>
        </div>
      </Dialog>
    </>
  );
}
