import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { StanceBar } from './stance-bar.tsx';
import { SubjectThread } from './subject-thread.tsx';

interface StatementThreadProps {
  readonly answer: DocumentAnswer;
  readonly statement: string;
  /** Whether it may still be commented on: nobody answers what was taken out of the library. */
  readonly open: boolean;
  /** When its words were last changed; null: they stand as they were put in. */
  readonly changedAt: IsoTime | null;
  /** What is said where stances are older than the words. */
  readonly older: (count: number) => string;
}

/** Who agrees with what was said, what others say about it, and saying something more. */
export default function StatementThread(props: StatementThreadProps) {
  const { answer, statement, open, changedAt, older } = props;
  const { me, rows } = useRegister(answer.document.id);
  const speaker = rows.statement.get(statement)?.delegationId ?? null;
  const on = { noun: 'statement', id: statement } as const;
  const before =
    changedAt === null
      ? 0
      : [...rows.stance.values()].filter(
          (one) =>
            one.on.noun === 'statement' &&
            one.on.id === statement &&
            one.stance !== 'none' &&
            one.by.at < changedAt,
        ).length;
  return (
    <SubjectThread answer={answer} on={on} open={open}>
      <div className="comment-acts">
        <StanceBar on={on} own={speaker !== null && me?.delegation.id === speaker} />
      </div>
      {before === 0 ? null : <p className="soft small">{older(before)}</p>}
    </SubjectThread>
  );
}
