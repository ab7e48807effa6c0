import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { INPUT_LENGTH } from '../../../../shared/api/limits.ts';
import type { DelegationId } from '../../../../shared/model/ids.ts';
import type { Span } from '../../../../shared/notes/span.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { useEnterSubmission } from '../../../api/statements.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { DelegationSelect } from '../form/delegation-select.tsx';
import { LeftOver } from '../import/left-over.tsx';
import type { ReadNotes } from '../import/notes-worker.ts';
import { SourceView } from '../import/source-view.tsx';
import { StartAgain } from '../import/start-again.tsx';
import type { Import } from '../import/use-import.ts';
import { CheckedAnswer } from './checked-answer.tsx';
import {
  type AnswerDraft,
  measureSubmission,
  type SubmissionDraft,
  sendersIn,
  submissionRequest,
  takenFor,
} from './submission-draft.ts';

interface CheckProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly notes: Import;
  readonly read: ReadNotes & { readonly kind: 'questionnaire' };
  readonly draft: SubmissionDraft;
}

/** Answers to a questionnaire beside the text they were read in; nothing is sent before it is confirmed. */
export function CheckSubmission({ answer, view, text, notes, read, draft }: CheckProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const { kept, change } = notes;
  const [shown, setShown] = useState<(Span & { look: number }) | null>(null);
  const enter = useEnterSubmission(id, { keyOf: () => kept.key });
  const put = (part: Partial<SubmissionDraft>): void => change({ submission: { ...draft, ...part } });
  const putAnswer = (next: AnswerDraft): void =>
    put({ answers: draft.answers.map((one) => (one.key === next.key ? next : one)) });
  const delegations = useMemo(() => [...view.directory.delegations.values()], [view.directory]);
  // On the working text only those who see that text could read it.
  const about = answer.versions.length > 0 ? 'latest' : 'working';
  const request = submissionRequest(draft, about, delegations);
  const { length, items } = measureSubmission(request);
  const senders = sendersIn(draft);
  const answered = draft.answers.filter((one) => one.text.trim() !== '').length;
  const facilitator = view.me?.participant.role === 'facilitator';
  const lacksOwn =
    !facilitator && !request.from.some(({ delegationId }) => delegationId === view.me?.delegation.id);
  const wrong =
    senders.length === 0
      ? t('statements.submission.nobodySent')
      : new Set(senders).size < senders.length
        ? t('statements.submission.twice')
        : lacksOwn
          ? t('statements.submission.needOwn')
          : items === 0
            ? t('statements.submission.noneLeft')
            : length > INPUT_LENGTH
              ? t('statements.submission.tooLong')
              : null;
  const show = (span: Span): void => setShown((before) => ({ ...span, look: (before?.look ?? 0) + 1 }));
  const send = (): void =>
    enter.mutate(request, {
      onSuccess: ({ entry }) => {
        change({ entered: entry.id });
        announce(t('statements.submission.stored'));
      },
    });
  if (kept.entered !== null)
    return (
      <Notice title={t('statements.submission.stored')}>
        <p className="statement-act-row">
          <Link className={buttonClass('plain', true)} href={`/d/${id}/dialogue/${kept.entered}`}>
            {t('statements.submission.open')}
          </Link>
          {answer.abilities['disposition.decide'].allowed ? (
            <Link className={buttonClass('plain', true)} href={`/d/${id}/inputs`}>
              {t('statements.submission.table')}
            </Link>
          ) : null}
          <Button small onClick={notes.discard}>
            {t('statements.read.again')}
          </Button>
        </p>
      </Notice>
    );
  return (
    <>
      <div className="import-panes">
        <SourceView source={kept.source} read={read} shown={shown} onPoint={() => undefined} />
        <section className="import-results" aria-label={t('statements.read.results')}>
          <h2 className="import-title">
            {t('statements.submission.answered', { count: answered })} ·{' '}
            {t('statements.submission.unanswered', { count: draft.answers.length - answered })}
          </h2>
          <Field label={t('statements.submission.from')} help={t('statements.submission.fromHelp')}>
            <textarea
              dir="auto"
              rows={Math.max(2, draft.from.split('\n').length)}
              value={draft.from}
              onChange={(event) => put({ from: event.target.value })}
            />
          </Field>
          {senders.map((name) => {
            const value = takenFor(draft, name, delegations);
            const suggested = draft.takenFor[name] === undefined && value !== null;
            return (
              <DelegationSelect
                key={name}
                label={t('statements.submission.takenFor', { name })}
                {...(suggested ? { help: t('statements.submission.suggested') } : {})}
                none={t('statements.submission.nobody')}
                directory={view.directory}
                value={value}
                onChange={(chosen: DelegationId | null) =>
                  put({ takenFor: { ...draft.takenFor, [name]: chosen } })
                }
              />
            );
          })}
          <Field label={t('statements.submission.textTitle')}>
            <input dir="auto" value={draft.title} onChange={(event) => put({ title: event.target.value })} />
          </Field>
          <ol className="checked-list">
            {draft.answers.map((one) => (
              <li key={one.key}>
                <CheckedAnswer one={one} text={text} onChange={putAnswer} onShow={() => show(one.span)} />
              </li>
            ))}
          </ol>
          <Remarks read={read} />
          <LeftOver source={kept.source} read={read} onShow={show} onMake={null} />
        </section>
      </div>
      <div className="import-bar">
        <p className="soft small">
          {t(notes.keeps ? 'statements.read.kept' : 'statements.read.notKept')}{' '}
          {t('statements.submission.putting', { count: items })}{' '}
          {t('statements.submission.length', { length, most: INPUT_LENGTH })}
        </p>
        {wrong === null ? null : <p className="field-error">{wrong}</p>}
        {enter.error === null ? null : <FailureNotice failure={failureIn(enter.error)} />}
        <p className="statement-act-row">
          <Button tone="primary" busy={enter.isPending} disabled={wrong !== null} onClick={send}>
            {t('statements.submission.put')}
          </Button>
          <StartAgain onDiscard={notes.discard} />
        </p>
      </div>
    </>
  );
}

/** What was left out of the answers, and what a scanner got wrong in them. */
function Remarks({ read: { notes } }: Pick<CheckProps, 'read'>) {
  const { t } = useMessages();
  return (
    <>
      {notes.leftOut.length === 0 ? null : (
        <details className="left-over">
          <summary>{t('statements.submission.leftOut', { count: notes.leftOut.length })}</summary>
          <ul>
            {notes.leftOut.map(({ start, text }) => (
              <li key={start} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notes.scanning.length === 0 ? null : (
        <details className="left-over">
          <summary>{t('statements.submission.scanning', { count: notes.scanning.length })}</summary>
          <ul>
            {notes.scanning.map(({ start, printed, mended }) => (
              <li key={start} dir="auto">
                {mended === null
                  ? t('statements.submission.pointed', { printed })
                  : t('statements.submission.mended', { printed, mended })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
