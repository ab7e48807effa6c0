import './outcome.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { Input } from '../../../../shared/domain/input.ts';
import type { IsoTime } from '../../../../shared/model/ids.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { OutcomeCard, type OutcomeContext } from './outcome-card.tsx';
import { useWordings } from './use-wordings.ts';

interface OutcomeListProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly byId: ReadonlyMap<string, Input>;
  /** In the order in which they are to be read. */
  readonly inputs: readonly Input[];
}

/** Inputs drawn at first, and with each step: each is a card of its own height. */
const STEP = 40;

/** Inputs with what became of each. A link to one of them draws as many as it takes to show it. */
export function OutcomeList({ answer, view, text, byId, inputs }: OutcomeListProps) {
  const { t } = useMessages();
  const target = useMemo(() => decodeURIComponent(window.location.hash.replace(/^#i-/, '')), []);
  const [count, setCount] = useState(() => Math.max(STEP, inputs.findIndex(({ id }) => id === target) + 1));
  const [now] = useState(() => new Date().toISOString() as IsoTime);
  const shown = useMemo(() => inputs.slice(0, count), [inputs, count]);
  const changeOf = useWordings(answer, shown, text, t('terms.workingText'));
  const context = useMemo<OutcomeContext>(
    () => ({ answer, view, byId, cited: text.cited, changeOf, now }),
    [answer, view, byId, text.cited, changeOf, now],
  );
  const went = useRef(false);
  useEffect(() => {
    if (went.current || target === '') return;
    const card = document.getElementById(`i-${target}`);
    if (card === null) return;
    went.current = true;
    card.scrollIntoView();
    card.focus({ preventScroll: true });
  }, [target]);
  return (
    <>
      {shown.map((input) => (
        <OutcomeCard key={input.id} input={input} context={context} />
      ))}
      {inputs.length > count ? (
        <p>
          <Button onClick={() => setCount(count + STEP)}>
            {t('outcomes.more', { count: Math.min(STEP, inputs.length - count) })}
          </Button>
        </p>
      ) : null}
    </>
  );
}
