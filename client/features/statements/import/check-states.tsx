import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import type { Checked, CheckState } from './checked.ts';
import type { Import } from './use-import.ts';

const STATES = ['open', 'confirmed', 'left-out'] as const satisfies readonly CheckState[];

interface CheckStatesProps {
  readonly checked: readonly Checked[];
  /** The state that alone is shown; null: all. */
  readonly shown: CheckState | null;
  readonly onShow: (state: CheckState | null) => void;
  readonly change: Import['change'];
}

/** How many are in each state, each showing what it counts; and confirming at once what was surely recognised. */
export function CheckStates({ checked, shown, onShow, change }: CheckStatesProps) {
  const { t } = useMessages();
  const count = (state: CheckState): number => checked.filter((one) => one.state === state).length;
  const sure = checked.filter((one) => one.state === 'open' && one.confidence === 'sure').length;
  return (
    <fieldset className="plain import-states">
      <legend className="visually-hidden">{t('statements.read.shown')}</legend>
      {([null, ...STATES] as const).map((state) => (
        <Button
          key={state ?? 'all'}
          small
          tone="quiet"
          aria-pressed={shown === state}
          onClick={() => onShow(state)}
        >
          {state === null
            ? `${t('statements.read.all')} ${checked.length}`
            : `${t(`statements.read.state.${state}`)} ${count(state)}`}
        </Button>
      ))}
      {sure === 0 ? null : (
        <Button
          small
          onClick={() =>
            change((before) => ({
              checked: before.checked.map((one) =>
                one.state === 'open' && one.confidence === 'sure' ? { ...one, state: 'confirmed' } : one,
              ),
            }))
          }
        >
          {t('statements.read.confirmSure', { count: sure })}
        </Button>
      )}
    </fieldset>
  );
}
