import { type FormEvent, useState } from 'react';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import type { Compromise, Proposal } from '../../../../shared/model/proposal.ts';
import { useAnswerCompromise } from '../../../api/proposals.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { Byline } from '../../../ui/byline.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { Redline } from '../amendment/redline.tsx';
import { textOf } from '../amendment/shown-change.ts';

interface CompromiseSectionProps {
  readonly proposal: Proposal;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly open: boolean;
  readonly mayWrite: boolean;
}

/** Wording that the facilitators offer, and the proposer's yes or no with a reason. The last offer counts. */
export function CompromiseSection({ proposal, view, paragraphs, open, mayWrite }: CompromiseSectionProps) {
  const { t } = useMessages();
  const last = proposal.compromises.at(-1);
  if (last === undefined) return null;
  const isProposers = view.me?.delegation.id === proposal.by.delegationId;
  const earlier = proposal.compromises.slice(0, -1);
  return (
    <section className="section" aria-labelledby="proposal-compromise">
      <h2 className="section-title" id="proposal-compromise">
        {t('proposals.compromise.title')}
      </h2>
      <Offer proposal={proposal} compromise={last} view={view} paragraphs={paragraphs} />
      {last.answer === null ? (
        isProposers && open && mayWrite ? (
          <AnswerForm proposal={proposal} />
        ) : (
          <p className="soft">{t('proposals.compromise.waiting')}</p>
        )
      ) : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t('proposals.compromise.earlier')}</summary>
          {earlier.map((compromise) => (
            <Offer
              key={compromise.by.at}
              proposal={proposal}
              compromise={compromise}
              view={view}
              paragraphs={paragraphs}
            />
          ))}
        </details>
      )}
    </section>
  );
}

interface OfferProps {
  readonly proposal: Proposal;
  readonly compromise: Compromise;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
}

function Offer({ proposal, compromise, view, paragraphs }: OfferProps) {
  const { t } = useMessages();
  const { answer } = compromise;
  return (
    <div className="compromise">
      <p className="compromise-title">{t('proposals.compromise.offered')}</p>
      <Byline {...signatoryOf(view, compromise.by)} dense />
      {compromise.changes.map((change, k) => {
        const base = change.base === null ? '' : plainText(change.base.runs);
        const now = paragraphs.find(({ id }) => id === change.paragraph)?.text ?? base;
        const proposed = proposal.changes.find(({ id }) => id === change.id) ?? proposal.changes[k];
        return (
          <div key={change.id} className="stack">
            <p className="amendment-name">
              <bdi>
                {change.base === null
                  ? t('proposals.on.first')
                  : change.act === 'move'
                    ? t('proposals.act.move')
                    : t(`proposals.on.${change.act}`, { label: paragraphName(change.base.label, base, t) })}
              </bdi>
            </p>
            <p className="small soft">{t('proposals.compromise.againstText')}</p>
            <Redline
              from={change.act === 'insert-after' ? '' : now}
              to={change.act === 'move' || change.act === 'keep' ? now : textOf(change.wording)}
            />
            {proposed === undefined || proposed.wording.length === 0 ? null : (
              <details>
                <summary className="small">{t('proposals.compromise.against')}</summary>
                <Redline from={textOf(proposed.wording)} to={textOf(change.wording)} />
              </details>
            )}
          </div>
        );
      })}
      {compromise.reason === '' ? null : (
        <p className="proposal-rationale" dir="auto">
          {compromise.reason}
        </p>
      )}
      {answer === null ? null : (
        <div className="compromise-answer">
          <p>
            <strong>
              {answer.accepted
                ? `✓ ${t('proposals.compromise.accepted')}`
                : `✗ ${t('proposals.compromise.declined')}`}
            </strong>
          </p>
          <Byline {...signatoryOf(view, answer.by)} dense />
          {answer.reason === '' ? null : (
            <p className="proposal-rationale" dir="auto">
              {answer.reason}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function AnswerForm({ proposal }: { proposal: Proposal }) {
  const { t } = useMessages();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useAnswerCompromise(proposal.documentId, proposal.id);
  const say = (accepted: boolean) => (event?: FormEvent) => {
    event?.preventDefault();
    if (answer.isPending) return;
    // A no without a reason would leave the facilitators with nothing to go on.
    setMissing(!accepted && reason.trim() === '');
    if (!accepted && reason.trim() === '') return;
    answer.mutate(
      { accepted, reason: reason.trim() },
      { onSuccess: () => announce(t('proposals.done.answered')) },
    );
  };
  return (
    <form className="form" onSubmit={say(true)}>
      <Field
        label={t('proposals.compromise.answerReason')}
        error={missing ? t('proposals.compromise.reasonMissing') : undefined}
      >
        <textarea dir="auto" rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {answer.error === null ? null : <FailureNotice failure={failureIn(answer.error)} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={answer.isPending}>
          {t('proposals.compromise.yes')}
        </Button>
        <Button busy={answer.isPending} onClick={() => say(false)()}>
          {t('proposals.compromise.no')}
        </Button>
      </div>
    </form>
  );
}
