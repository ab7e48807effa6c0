import { type RefObject, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { Input } from '../../../shared/domain/input.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { InputWords } from '../../ui/input-words.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { DecisionForm } from './decision-form.tsx';
import { InputDetails } from './input-details.tsx';
import { Contests } from './outcome/contests.tsx';
import { SelectionActs } from './selection-acts.tsx';
import { SplitPanel } from './split-panel.tsx';

interface InputPanelProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly inputs: readonly Input[];
  readonly all: readonly Input[];
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onLeaveOut: (ids: readonly string[]) => void;
  readonly onDone: () => void;
}

/** Words of so many selected inputs are shown; the others are counted. */
const QUOTED = 4;

/** Beside the table: the input the keyboard is at, or the selected ones, and the decision on them. */
export function InputPanel(props: InputPanelProps) {
  const { answer, view, text, inputs, all, first, onSelect, onLeaveOut, onDone } = props;
  const { t } = useMessages();
  const { document, abilities, me } = answer;
  const [splitting, setSplitting] = useState<string | null>(null);
  const single = inputs.length === 1 ? inputs[0] : undefined;
  if (inputs.length === 0) return <p className="soft">{t('inputs.details.nothing')}</p>;
  const permission = abilities['disposition.decide'];
  if (single?.comment != null && splitting === single.comment.id)
    return (
      <SplitPanel
        key={single.comment.id}
        documentId={document.id}
        comment={single.comment}
        items={[...view.rows.item.values()].filter(({ commentId }) => commentId === single.comment?.id)}
        text={text}
        onClose={() => setSplitting(null)}
      />
    );
  return (
    <div className="stack">
      {single === undefined ? (
        <Many inputs={inputs} />
      ) : (
        <>
          <h2 className="visually-hidden">{t('inputs.details.title')}</h2>
          <InputDetails documentId={document.id} input={single} view={view} text={text} />
          {single.disposition === null ? null : (
            <Contests
              documentId={document.id}
              disposition={single.disposition}
              view={view}
              mayAnswer={permission.allowed}
            />
          )}
        </>
      )}
      {permission.allowed && me !== null ? (
        <>
          <SelectionActs
            documentId={document.id}
            inputs={inputs}
            links={view.rows.link}
            onSelect={onSelect}
          />
          {single?.comment == null ? null : (
            <p>
              <Button small tone="quiet" onClick={() => setSplitting(single.comment?.id ?? null)}>
                {t(single.item === null ? 'inputs.split.open' : 'inputs.split.change')}
              </Button>
            </p>
          )}
          <h2 className="section-title">
            {t(single?.disposition == null ? 'inputs.decide.title' : 'inputs.decide.change')}
          </h2>
          <DecisionForm
            key={single === undefined ? 'many' : single.id}
            documentId={document.id}
            participant={me.participant.id}
            view={view}
            text={text}
            inputs={inputs}
            all={all}
            first={first}
            onLeaveOut={onLeaveOut}
            onDone={onDone}
          />
        </>
      ) : permission.allowed ? null : (
        <Notice>
          <p>{t('inputs.decide.notAllowed', { reason: t(`reasons.${permission.reason}`) })}</p>
        </Notice>
      )}
    </div>
  );
}

function Many({ inputs }: { inputs: readonly Input[] }) {
  const { t } = useMessages();
  return (
    <>
      <h2 className="section-title">{t('inputs.selected', { count: inputs.length })}</h2>
      <p className="small soft">{t('inputs.details.many')}</p>
      <ul className="inputs-quoted">
        {inputs.slice(0, QUOTED).map((input) => (
          <li key={input.id}>
            <InputWords input={input} />
          </li>
        ))}
      </ul>
      {inputs.length > QUOTED ? (
        <p className="small soft">{t('inputs.details.andMore', { count: inputs.length - QUOTED })}</p>
      ) : null}
    </>
  );
}
