import { useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { openContest } from '../../../../shared/domain/disposition-answer.ts';
import type { Input } from '../../../../shared/domain/input.ts';
import { contestEnd, daysUntil } from '../../../../shared/domain/waiting.ts';
import { type Disposition, dispositionId } from '../../../../shared/model/disposition.ts';
import type { IsoTime, ParagraphId } from '../../../../shared/model/ids.ts';
import { rowKey } from '../../../api/register/register-copy.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { Byline } from '../../../ui/byline.tsx';
import { DecisionBadge } from '../../../ui/decision-badge.tsx';
import { inputAddress, outcomeAddress, paragraphOutcomes, standsAt } from '../../../ui/input-address.ts';
import { InputWords } from '../../../ui/input-words.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { ContestForm } from './contest-form.tsx';
import { Contests } from './contests.tsx';
import { LedTo } from './led-to.tsx';
import { ReactionForm } from './reaction-form.tsx';
import type { SeenChange } from './use-wordings.ts';

export interface OutcomeContext {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly byId: ReadonlyMap<string, Input>;
  readonly cited: ReadonlyMap<ParagraphId, string>;
  readonly changeOf: (disposition: Disposition, paragraph: ParagraphId) => SeenChange;
  readonly now: IsoTime;
}

/** One input and what became of it: its words, the decision with its reason, what it changed, and what was said of that. */
export function OutcomeCard({ input, context }: { input: Input; context: OutcomeContext }) {
  const { t } = useMessages();
  const { answer, view, cited } = context;
  const { id } = answer.document;
  const { disposition } = input;
  const label = input.paragraph === null ? '' : (cited.get(input.paragraph) ?? input.label);
  const at = standsAt(id, input);
  return (
    <article className="outcome" id={`i-${input.id}`} tabIndex={-1} aria-labelledby={`n-${input.id}`}>
      <header className="outcome-head">
        <h3 className="outcome-name" id={`n-${input.id}`}>
          {t(`dispositions.kind.${input.kind}`)}
          {' · '}
          <Link href={paragraphOutcomes(id, input.paragraph)}>
            {input.paragraph === null
              ? t('dispositions.general')
              : label === ''
                ? t('dispositions.unnumbered')
                : t('dispositions.paragraph', { label })}
          </Link>
          {input.item === null ? null : <> · {t('dispositions.item', { ordinal: input.item.ordinal })}</>}
        </h3>
        <DecisionBadge decision={disposition?.decision ?? null} />
      </header>
      <div className="outcome-body">
        <div className="stack">
          <Byline {...signatoryOf(view, input.by, input.from ?? undefined)} />
          <InputWords input={input} />
          {input.withdrawn ? <p className="small soft">{t('dispositions.withdrawn')}</p> : null}
          <p className="row small no-print">
            <Link href={inputAddress(id, input)}>{t('outcomes.inDialogue')}</Link>
            {at === null ? null : <Link href={at}>{t('outcomes.standsAt')}</Link>}
            <Link href={outcomeAddress(id, input)}>{t('outcomes.permanent')}</Link>
          </p>
        </div>
        <div className="stack">
          {disposition === null ? (
            <p className="soft">{t('outcomes.noDecision')}</p>
          ) : (
            <Decided input={input} disposition={disposition} context={context} />
          )}
        </div>
      </div>
    </article>
  );
}

function Decided({
  input,
  disposition,
  context,
}: {
  input: Input;
  disposition: Disposition;
  context: OutcomeContext;
}) {
  const { t } = useMessages();
  const { answer, view, byId, changeOf } = context;
  const { id } = answer.document;
  const repeated =
    disposition.duplicateOf === null ? undefined : byId.get(dispositionId(disposition.duplicateOf));
  const acceptance =
    input.proposal === null
      ? null
      : ([...view.rows.acceptance.values()].find(({ proposalId }) => proposalId === input.proposal?.id) ??
        null);
  const decider = signatoryOf(view, disposition.by);
  return (
    <>
      <p className="small soft">
        {t('outcomes.decidedBy', { name: decider.name || decider.delegation })} ·{' '}
        <Moment iso={disposition.by.at} short zone={false} />
      </p>
      {disposition.reason === '' ? null : (
        <div>
          <p className="outcome-term">{t('outcomes.reason')}</p>
          <p className="input-text" dir="auto">
            {disposition.reason}
          </p>
        </div>
      )}
      {disposition.summary === '' ? null : (
        <div>
          <p className="outcome-term">{t('outcomes.summary')}</p>
          <p className="input-text" dir="auto">
            {disposition.summary}
          </p>
        </div>
      )}
      {repeated === undefined ? null : (
        <p>
          <Link href={outcomeAddress(id, repeated)}>
            {t('outcomes.duplicateOf', {
              name: signatoryOf(view, repeated.by, repeated.from ?? undefined).delegation,
            })}
          </Link>
        </p>
      )}
      {input.equal.length === 0 ? null : (
        <p className="small soft">{t('outcomes.equal', { count: input.equal.length })}</p>
      )}
      <LedTo documentId={id} disposition={disposition} acceptance={acceptance} changeOf={changeOf} />
      <Reaction input={input} disposition={disposition} context={context} />
      <Contests
        documentId={id}
        disposition={disposition}
        view={view}
        mayAnswer={answer.abilities['disposition.decide'].allowed}
      />
      <OwnContest input={input} disposition={disposition} context={context} />
    </>
  );
}

interface SaidProps {
  readonly input: Input;
  readonly disposition: Disposition;
  readonly context: OutcomeContext;
}

/** Whether the visitor speaks for the delegation that made the input, and may still answer. */
const isAuthor = ({ input, disposition, context: { answer } }: SaidProps): boolean =>
  answer.me !== null &&
  input.senders.includes(answer.me.participant.delegationId) &&
  (input.from !== null || disposition.by.delegationId !== input.by.delegationId) &&
  answer.abilities['disposition.answer'].allowed;

/** What the author's delegation said of the decision; the author says it here. */
function Reaction(props: SaidProps) {
  const { disposition, context } = props;
  const { t } = useMessages();
  const { answer, view } = context;
  const { reaction } = disposition;
  const [changing, setChanging] = useState(false);
  const mine = isAuthor(props);
  const may = mine && daysUntil(contestEnd(disposition.by.at), context.now) > 0;
  return (
    <section className="outcome-reaction stack">
      {reaction === null ? (
        may ? null : (
          <p className="small soft">{t('outcomes.reaction.none')}</p>
        )
      ) : (
        <>
          <p className="outcome-said" data-satisfied={reaction.satisfied}>
            <span aria-hidden>{reaction.satisfied ? '✓' : '✕'}</span>{' '}
            {t(reaction.satisfied ? 'outcomes.reaction.by' : 'outcomes.reaction.byNot')}
          </p>
          {reaction.reason === '' ? null : (
            <p className="input-text" dir="auto">
              {reaction.reason}
            </p>
          )}
        </>
      )}
      {!may || answer.me === null ? null : reaction !== null && !changing ? (
        <p>
          <Button small tone="quiet" onClick={() => setChanging(true)}>
            {t('outcomes.reaction.change')}
          </Button>
        </p>
      ) : (
        <ReactionForm
          documentId={answer.document.id}
          participant={answer.me.participant.id}
          disposition={disposition}
          revision={view.revisions.get(rowKey('disposition', disposition.id)) ?? 1}
          onDone={() => setChanging(false)}
        />
      )}
    </section>
  );
}

function OwnContest(props: SaidProps) {
  const { disposition, context } = props;
  const { answer, now } = context;
  if (!isAuthor(props) || answer.me === null || openContest(disposition) !== null) return null;
  return (
    <ContestForm
      documentId={answer.document.id}
      participant={answer.me.participant.id}
      disposition={disposition}
      now={now}
    />
  );
}
