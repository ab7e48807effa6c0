import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { ProposalId } from '../../../shared/model/ids.ts';
import { SubjectThread } from './subject-thread.tsx';

interface ProposalThreadProps {
  readonly answer: DocumentAnswer;
  readonly proposal: ProposalId;
  /** Whether it may still be commented on: nobody answers what was withdrawn. */
  readonly open: boolean;
}

/** What is said on a proposal, and saying something more. */
export default function ProposalThread({ answer, proposal, open }: ProposalThreadProps) {
  return <SubjectThread answer={answer} on={{ noun: 'proposal', id: proposal }} open={open} />;
}
