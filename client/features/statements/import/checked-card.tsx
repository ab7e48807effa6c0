import { type KeyboardEvent, memo, useState } from 'react';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { mistakesIn, type StatementFields } from '../form/statement-fields.ts';
import { type Checked, namesIn } from './checked.ts';
import { CheckedGist } from './checked-gist.tsx';
import { SplitSpeaker } from './split-speaker.tsx';

/** What is done to one recognised statement. */
export interface CheckActs {
  readonly put: (key: string, part: Partial<Checked>) => void;
  readonly split: (key: string, names: readonly string[]) => void;
  readonly join: (key: string) => void;
  readonly show: (key: string) => void;
  readonly edit: (key: string | null) => void;
  readonly move: (key: string, by: 1 | -1) => void;
}

interface CheckedCardProps {
  readonly one: Checked;
  readonly n: number;
  readonly first: boolean;
  readonly current: boolean;
  readonly editing: boolean;
  readonly acts: CheckActs;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

const SIGNS = { sure: '✓', likely: '≈', doubtful: '?', own: '✎' } as const;

/** One recognised statement: what it was taken for, how surely, and what to do with it. */
export const CheckedCard = memo(function CheckedCard(props: CheckedCardProps) {
  const { one, n, first, current, editing, acts, view, text } = props;
  const { t } = useMessages();
  const [splitting, setSplitting] = useState<string | null>(null);
  const { fields, state, confidence } = one;
  const mistakes = mistakesIn(fields);
  const confirm = (): void => acts.put(one.key, { state: state === 'confirmed' ? 'open' : 'confirmed' });
  const leaveOut = (): void => acts.put(one.key, { state: state === 'left-out' ? 'open' : 'left-out' });
  const onKey = (event: KeyboardEvent): void => {
    // Keys act on the card itself, never while something in it is typed in or pressed.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'arrowdown') acts.move(one.key, 1);
    else if (key === 'arrowup') acts.move(one.key, -1);
    else if (key === 'c') confirm();
    else if (key === 'x') leaveOut();
    else if (key === 'e') acts.edit(editing ? null : one.key);
    else if (key === 's') acts.show(one.key);
    else return;
    event.preventDefault();
  };
  return (
    <article
      className="checked"
      data-state={state}
      data-key={one.key}
      data-current={current || undefined}
      aria-label={t('statements.read.statementOf', {
        speaker: fields.speaker === '' ? '…' : fields.speaker,
        state: t(`statements.read.state.${state}`),
        confidence: t(`statements.read.confidence.${confidence}`),
      })}
      tabIndex={current ? 0 : -1}
      onKeyDown={onKey}
    >
      <header className="checked-head">
        <p className="checked-facts">
          <span className="soft">{n}</span>
          <span className="badge" data-confidence={confidence}>
            <span aria-hidden>{SIGNS[confidence]} </span>
            {t(`statements.read.confidence.${confidence}`)}
          </span>
          <span className={state === 'confirmed' ? 'badge badge-agreed' : 'badge'}>
            {state === 'confirmed' ? <span aria-hidden>✓ </span> : null}
            {t(`statements.read.state.${state}`)}
          </span>
          {state === 'confirmed' && mistakes.length > 0 ? (
            <span className="badge badge-warn">{t('statements.form.wrong')}</span>
          ) : null}
        </p>
      </header>
      {editing ? (
        <FieldsForm
          value={fields}
          onChange={(next) =>
            acts.put(one.key, {
              fields: next,
              suggested: one.suggested && next.delegationId === fields.delegationId,
            })
          }
          mistakes={mistakes}
          view={view}
          text={text}
          suggested={one.suggested}
        />
      ) : (
        <CheckedGist one={one} view={view} />
      )}
      {one.doubts.length === 0 ? null : (
        <ul className="checked-doubts">
          {one.doubts.map((code) => (
            <li key={code}>{t(`statements.doubts.${code}`)}</li>
          ))}
        </ul>
      )}
      {one.before.length === 0 ? null : (
        <div className="checked-before">
          <p className="soft small">{t('statements.read.before')}</p>
          <blockquote dir="auto">{one.before.join(' ')}</blockquote>
          <Button
            small
            tone="quiet"
            onClick={() =>
              acts.put(one.key, { before: [], fields: withBefore(fields, one.before.join(' ')) })
            }
          >
            {t('statements.read.takeBefore')}
          </Button>
        </div>
      )}
      {splitting === null ? null : (
        <SplitSpeaker
          names={splitting}
          onNames={setSplitting}
          onSplit={(names) => {
            acts.split(one.key, names);
            setSplitting(null);
          }}
          onClose={() => setSplitting(null)}
        />
      )}
      <p className="statement-act-row">
        <Button small tone={state === 'confirmed' ? 'plain' : 'primary'} onClick={confirm}>
          {t(state === 'confirmed' ? 'statements.read.unconfirm' : 'statements.read.confirm')}
        </Button>
        <Button small onClick={() => acts.edit(editing ? null : one.key)} aria-expanded={editing}>
          {t(editing ? 'statements.read.done' : 'statements.read.edit')}
        </Button>
        <Button small tone="quiet" onClick={leaveOut}>
          {t(state === 'left-out' ? 'statements.read.takeIn' : 'statements.read.leaveOut')}
        </Button>
        {one.span === null ? null : (
          <Button small tone="quiet" onClick={() => acts.show(one.key)}>
            {t('statements.read.show')}
          </Button>
        )}
        <Button small tone="quiet" onClick={() => setSplitting(namesIn(fields.speaker).join('\n'))}>
          {t('statements.read.split')}
        </Button>
        {first ? null : (
          <Button small tone="quiet" onClick={() => acts.join(one.key)}>
            {t('statements.read.merge')}
          </Button>
        )}
      </p>
    </article>
  );
});

/** The sentences before, as reported words in front of the others. */
const withBefore = (fields: StatementFields, words: string): StatementFields => {
  const [head] = fields.passages;
  if (head === undefined) return fields;
  const added = { ...head, key: `${head.key}b`, manner: 'reported' as const, text: words };
  return { ...fields, passages: [added, ...fields.passages] };
};
