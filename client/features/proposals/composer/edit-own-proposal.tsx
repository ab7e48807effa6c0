import { useState } from 'react';
import type { MemberIdentity } from '../../../../shared/api/member.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { beginEditing } from './begin.ts';
import { shelfOf } from './use-draft.ts';
import { EditProposal } from './write-proposal.tsx';

interface EditOwnProposalProps {
  readonly me: MemberIdentity;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly proposal: Proposal;
  readonly revision: number;
  readonly onClose: () => void;
}

/** Editing a proposal of one's own, with what this device kept of an earlier try. */
export function EditOwnProposal({ me, view, paragraphs, proposal, revision, onClose }: EditOwnProposalProps) {
  const [initial] = useState(
    () =>
      shelfOf(proposal.documentId, me.participant.id)
        .list()
        .find(({ purpose }) => purpose.kind === 'edit' && purpose.proposal === proposal.id) ??
      beginEditing(proposal, revision),
  );
  return (
    <EditProposal
      documentId={proposal.documentId}
      me={me}
      view={view}
      paragraphs={paragraphs}
      initial={initial}
      proposal={proposal.id}
      onSaved={onClose}
      onClose={onClose}
    />
  );
}
