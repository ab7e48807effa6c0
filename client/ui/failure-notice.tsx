import { errors } from '../../shared/messages/en/errors.ts';
import type { Problem, ProblemCode } from '../../shared/model/problem.ts';
import { Button } from './button.tsx';
import { useMessages } from './messages.ts';
import { Notice } from './notice.tsx';

/** A failure as screens show it: a problem of the server, or no connection to it. */
export interface ShownFailure {
  readonly code: ProblemCode | 'offline';
  /** The server's own sentence; empty when there is none. */
  readonly detail: string;
  readonly fields: NonNullable<Problem['fields']>;
}

type Advice = keyof typeof errors.advice;
const hasAdvice = (code: string): code is Advice => code in errors.advice;

/** Says what happened, in the server's words where it has some, and what to do. */
export function FailureNotice({ failure, onRetry }: { failure: ShownFailure; onRetry?: () => void }) {
  const { t } = useMessages();
  const { code, detail, fields } = failure;
  return (
    <Notice tone="error" title={t(`errors.title.${code}`)} live>
      {detail === '' ? null : <p>{detail}</p>}
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ field, problem }) => (
            <li key={field}>
              <code>{field}</code> {problem}
            </li>
          ))}
        </ul>
      )}
      {hasAdvice(code) ? <p>{t(`errors.advice.${code}`)}</p> : null}
      {onRetry === undefined ? null : (
        <p>
          <Button small onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </p>
      )}
    </Notice>
  );
}

/** What a failure says of one field, for the field itself to show. */
export const fieldProblem = (failure: ShownFailure | null, field: string): string | undefined =>
  failure?.fields.find((entry) => entry.field === field)?.problem;
