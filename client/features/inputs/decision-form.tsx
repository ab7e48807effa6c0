import { type FormEvent, type RefObject, useCallback, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { INPUTS_AT_ONCE } from '../../../shared/api/limits.ts';
import type { Input } from '../../../shared/domain/input.ts';
import { CONTEST_DAYS, DECISIONS } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { useDispose } from '../../api/dispositions.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ParagraphPicker } from '../../ui/paragraph-picker.tsx';
import { isSelfEvident, lackOf, openDecisions } from './decision-check.ts';
import { DecisionConflict } from './decision-conflict.tsx';
import { DuplicatePicker } from './duplicate-picker.tsx';
import { useDecision } from './use-decision.ts';
import { useSeen } from './use-seen.ts';

interface DecisionFormProps {
  readonly documentId: DocumentId;
  readonly participant: ParticipantId;
  readonly view: RegisterView;
  readonly text: OrderingText;
  /** What is decided: one input, or many. */
  readonly inputs: readonly Input[];
  readonly all: readonly Input[];
  /** The first choice: where the key `d` leads. */
  readonly first: RefObject<HTMLInputElement | null>;
  /** These are not to be decided after all. */
  readonly onLeaveOut: (ids: readonly string[]) => void;
  readonly onDone: () => void;
}

/** One decision with one reason, on one input or on many. Used below a key of what it is about. */
export function DecisionForm(props: DecisionFormProps) {
  const { documentId, participant, view, text, inputs, all, first, onLeaveOut, onDone } = props;
  const { t } = useMessages();
  const name = useId();
  const single = inputs.length === 1 ? (inputs[0] ?? null) : null;
  const about = single === null ? 'many' : single.id;
  const { draft, change, touched, kept, drop } = useDecision(documentId, participant, about, single);
  const { seen, newer, accept } = useSeen(inputs, view.revisions, participant);
  const dispose = useDispose(documentId);
  const [tried, setTried] = useState(false);
  /** What was decided already with these very words. */
  const sent = useRef({ said: '', ids: new Set<string>() });
  const open = openDecisions(inputs);
  const lack = lackOf(draft);
  const shown = tried ? lack : null;
  const failure = dispose.error === null ? null : failureIn(dispose.error);
  const proposal = inputs.find(({ on }) => on.noun === 'proposal');
  const own = new Set(inputs.map(({ id }) => id));
  const near = useCallback(
    (input: Input) =>
      single !== null && (single.equal.includes(input.id) || input.paragraph === single.paragraph),
    [single],
  );
  const delegationOf = useCallback(
    (input: Input) => signatoryOf(view, input.by, input.from ?? undefined).delegation,
    [view],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (lack !== null || draft.decision === null || dispose.isPending || newer.length > 0) return;
    const { decision } = draft;
    const said = JSON.stringify(draft);
    if (sent.current.said !== said) sent.current = { said, ids: new Set() };
    const { ids } = sent.current;
    const rest = inputs.filter(({ id }) => !ids.has(id));
    // So many at once are one act on the server; where one fails, those before it are not decided again.
    const decideRest = async (): Promise<void> => {
      for (let from = 0; from < rest.length; from += INPUTS_AT_ONCE) {
        const part = rest.slice(from, from + INPUTS_AT_ONCE);
        await dispose.mutateAsync({
          ...draft,
          decision,
          ledTo: [...draft.ledTo],
          on: part.map(({ on }) => on),
          seen: Object.fromEntries(part.map(({ id }) => [id, seen[id] ?? 0])),
        });
        for (const { id } of part) ids.add(id);
      }
      drop();
      announce(
        t('inputs.decide.done', { count: inputs.length, decision: t(`dispositions.decision.${decision}`) }),
      );
      onDone();
    };
    // A failure stands in the notice below; anything else is a bug and stays one.
    void decideRest().catch(failureIn);
  };
  return (
    <form className="form inputs-form" onSubmit={submit} noValidate>
      <fieldset className="plain">
        <legend className="visually-hidden">{t('inputs.decide.decision')}</legend>
        <div className="inputs-decisions">
          {DECISIONS.map((decision) => (
            <label key={decision} className="choice">
              <input
                ref={decision === open[0] ? first : undefined}
                type="radio"
                name={name}
                value={decision}
                checked={draft.decision === decision}
                disabled={!open.includes(decision)}
                onChange={() =>
                  change({ decision, ...(decision === 'duplicate' ? {} : { duplicateOf: null }) })
                }
              />
              <span className={open.includes(decision) ? undefined : 'soft'}>
                {t(`dispositions.decision.${decision}`)}
              </span>
            </label>
          ))}
        </div>
        {shown === 'needsDecision' ? <p className="field-error">{t('inputs.decide.needsDecision')}</p> : null}
        {proposal === undefined ? null : (
          <p className="small soft">
            {t('inputs.decide.proposalOnItsPage')}{' '}
            {single === null ? null : (
              <Link href={`/d/${documentId}/proposals/${proposal.on.id}`}>{t('inputs.decide.accept')}</Link>
            )}
          </p>
        )}
        {inputs.some(({ withdrawn }) => withdrawn) ? (
          <p className="small soft">{t('inputs.decide.withdrawnOnly')}</p>
        ) : null}
      </fieldset>
      {draft.decision === 'duplicate' ? (
        <DuplicatePicker
          inputs={all.filter(({ id }) => !own.has(id))}
          near={near}
          delegationOf={delegationOf}
          value={draft.duplicateOf}
          onChange={(duplicateOf) => change({ duplicateOf })}
          error={
            shown === 'needsDuplicate'
              ? t('inputs.decide.needsDuplicate')
              : fieldProblem(failure, 'duplicateOf')
          }
        />
      ) : null}
      <Field
        label={t('inputs.decide.reason')}
        help={t(isSelfEvident(draft.decision) ? 'inputs.decide.reasonFree' : 'inputs.decide.reasonHelp')}
        error={shown === 'needsReason' ? t('inputs.decide.needsReason') : fieldProblem(failure, 'reason')}
      >
        <textarea
          dir="auto"
          rows={4}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <Field
        label={t('inputs.decide.summary')}
        help={t('inputs.decide.summaryHelp', { days: CONTEST_DAYS })}
        error={fieldProblem(failure, 'summary')}
      >
        <textarea
          dir="auto"
          rows={2}
          value={draft.summary}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </Field>
      <ParagraphPicker
        label={t('inputs.decide.ledTo')}
        help={t('inputs.decide.ledToHelp')}
        paragraphs={text.paragraphs}
        cited={text.cited}
        value={draft.ledTo}
        onChange={(ledTo) => change({ ledTo })}
      />
      {newer.length === 0 ? null : (
        <DecisionConflict
          inputs={newer}
          view={view}
          onAnew={accept}
          onLeaveOut={() => {
            if (single !== null) drop();
            accept();
            onLeaveOut(newer.map(({ id }) => id));
          }}
        />
      )}
      {failure === null || newer.length > 0 ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={dispose.isPending}>
          {t('inputs.decide.submit', { count: inputs.length })}
        </Button>
        {touched ? (
          <Button tone="quiet" onClick={drop}>
            {t('inputs.decide.dropDraft')}
          </Button>
        ) : null}
      </div>
      <p className="small soft">
        {t('inputs.decide.records')}{' '}
        {touched ? t(kept ? 'inputs.decide.draft' : 'inputs.decide.notKept') : null}
      </p>
    </form>
  );
}
