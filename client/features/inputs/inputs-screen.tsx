import './inputs.css';
import './input-panel.css';
import { useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { isUndecided } from '../../../shared/domain/input.ts';
import { DISPOSITION_FORMATS, dispositionsAddress } from '../../api/dispositions.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { type Command, useRegisterCommands } from '../../ui/commands.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { InputPanel } from './input-panel.tsx';
import { InputTable } from './input-table.tsx';
import { NOTHING_SELECTED, type RowSelection, stillActive } from './row-selection.ts';
import { useFilter } from './use-filter.ts';
import { useInputs } from './use-inputs.ts';

interface InputsScreenProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

/** The disposition table with its filters, and beside it what is selected and the decision on it. */
export function InputsScreen({ answer, view, text }: InputsScreenProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const [filter, setFilter] = useFilter();
  const { all, byId, groups, shown } = useInputs(view, text, filter, answer.versions);
  const ids = useMemo(() => shown.map((input) => input.id), [shown]);
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  /** On narrow screens table and panel take turns. */
  const [reading, setReading] = useState(false);
  /** The last list that held the input in hand: where that goes away, the keyboard goes on from its neighbour. */
  const held = useRef<readonly string[]>(ids);
  if (selection.active === null || ids.includes(selection.active)) held.current = ids;
  const first = useRef<HTMLInputElement>(null);
  const selected = [...selection.selected].flatMap((one) => byId.get(one) ?? []);
  // What is in hand stays there, also when somebody else decides it and the list no longer shows it.
  const active = selection.active === null ? undefined : byId.get(selection.active);
  const inHand = selected.length > 0 ? selected : active === undefined ? [] : [active];
  const decide = useRef(() => {});
  decide.current = () => {
    setReading(true);
    requestAnimationFrame(() => first.current?.focus());
  };
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'inputs.decide',
        group: 'act',
        name: t('inputs.decide.command'),
        keys: 'd',
        run: () => decide.current(),
      },
    ],
    [t],
  );
  useRegisterCommands(commands);
  const select = (wanted: readonly string[]): void =>
    setSelection({ ...selection, selected: new Set(wanted) });
  const leaveOut = (out: readonly string[]): void =>
    select([...selection.selected].filter((one) => !out.includes(one)));
  if (all.length === 0)
    return (
      <Notice title={t('inputs.empty')}>
        <p>{t('inputs.emptyHelp')}</p>
      </Notice>
    );
  return (
    <div className="inputs" data-reading={reading || undefined}>
      <FilterBar filter={filter} onFilter={setFilter} view={view} text={text} versions={answer.versions} />
      <div className="inputs-main">
        <div className="inputs-bar">
          <p role="status">
            {selection.selected.size > 0
              ? t('inputs.selected', { count: selection.selected.size })
              : t('inputs.shown', { count: shown.length })}
            {' · '}
            {t('inputs.counted', { open: all.filter(isUndecided).length, all: all.length })}
          </p>
          <div className="inputs-bar-acts">
            {selection.selected.size < shown.length ? (
              <Button small tone="quiet" onClick={() => select(ids)}>
                {t('inputs.selectAll', { count: shown.length })}
              </Button>
            ) : null}
            {selection.selected.size > 0 ? (
              <Button small tone="quiet" onClick={() => select([])}>
                {t('inputs.selectNone')}
              </Button>
            ) : null}
            <span className="inputs-downloads">
              {DISPOSITION_FORMATS.map((format) => (
                <ButtonLink
                  key={format}
                  small
                  tone="quiet"
                  href={dispositionsAddress(id, format)}
                  aria-label={`${t('inputs.downloads')} ${format.toUpperCase()}`}
                  download
                >
                  {format.toUpperCase()}
                </ButtonLink>
              ))}
            </span>
          </div>
        </div>
        {shown.length === 0 ? (
          <Notice>
            <p>
              {t('inputs.none')}{' '}
              <Button small onClick={() => setFilter(null)}>
                {t('inputs.clear')}
              </Button>
            </p>
          </Notice>
        ) : (
          <InputTable
            groups={groups}
            ids={ids}
            delegations={view.directory.delegations}
            cited={text.cited}
            selection={selection}
            goesOn={stillActive(selection.active, held.current, ids)}
            onSelection={setSelection}
            onDecide={() => decide.current()}
            onOpen={() => setReading(true)}
          />
        )}
      </div>
      <aside className="inputs-panel" aria-label={t('inputs.details.title')}>
        <p className="inputs-back">
          <Button small tone="quiet" onClick={() => setReading(false)}>
            {t('inputs.back')}
          </Button>
        </p>
        <InputPanel
          answer={answer}
          view={view}
          text={text}
          inputs={inHand}
          all={all}
          first={first}
          onSelect={select}
          onLeaveOut={leaveOut}
          onDone={() => {
            const decided = new Set(inHand.map((input) => input.id));
            const rest = ids.filter((one) => !decided.has(one));
            // Where the list shows what is open, one decision leads to the next.
            const next =
              filter.state === 'undecided' ? stillActive(selection.active, ids, rest) : selection.active;
            setSelection({ ...NOTHING_SELECTED, active: next });
            setReading(false);
          }}
        />
      </aside>
    </div>
  );
}
