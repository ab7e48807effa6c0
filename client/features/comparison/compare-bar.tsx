import type { VersionSummary } from '../../../shared/model/version.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { NextIcon, PreviousIcon, SwapIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { CHANGE_STYLES, type ChangeStyle } from './change-style.ts';
import type { CompareAddress, CompareView } from './compare-address.ts';
import { VIEWS } from './compare-address.ts';
import type { ComparedText } from './compared-side.ts';

interface CompareBarProps {
  readonly address: CompareAddress;
  readonly versions: readonly VersionSummary[];
  /** Whether the working text may be compared too. */
  readonly working: boolean;
  readonly onChange: (change: Partial<CompareAddress>) => void;
  /** `3 of 41`, or empty before a comparison is there. */
  readonly place: string;
  readonly onStep: (direction: 1 | -1) => void;
}

/** Which two texts, drawn how, and the way from change to change. */
export function CompareBar({ address, versions, working, onChange, place, onStep }: CompareBarProps) {
  const { t } = useMessages();
  const texts: readonly { readonly value: ComparedText; readonly name: string }[] = [
    ...versions.map(({ id, name }) => ({ value: id, name })),
    ...(working ? [{ value: 'working' as const, name: t('comparison.workingText') }] : []),
  ];
  return (
    <div className="compare-bar no-print" role="toolbar" aria-label={t('comparison.bar')}>
      <Picker
        label={t('comparison.from')}
        value={address.from}
        options={texts.map(({ value, name }) => ({ value, text: name }))}
        onChange={(from) => onChange({ from: from as ComparedText })}
      />
      <IconButton
        label={t('comparison.swap')}
        onClick={() => onChange({ from: address.to, to: address.from })}
      >
        <SwapIcon className="icon" />
      </IconButton>
      <Picker
        label={t('comparison.to')}
        value={address.to}
        options={texts.map(({ value, name }) => ({ value, text: name }))}
        onChange={(to) => onChange({ to: to as ComparedText })}
      />
      <Picker
        label={t('comparison.view')}
        value={address.view}
        options={VIEWS.map((value) => ({ value, text: t(`comparison.views.${value}`) }))}
        onChange={(view) => onChange({ view: view as CompareView })}
      />
      <Picker
        label={t('comparison.style')}
        value={address.style}
        options={CHANGE_STYLES.map((value) => ({ value, text: t(`comparison.styles.${value}`) }))}
        onChange={(style) => onChange({ style: style as ChangeStyle })}
      />
      <Button
        small
        tone="quiet"
        aria-pressed={address.onlyChanges}
        onClick={() => onChange({ onlyChanges: !address.onlyChanges })}
      >
        {t('comparison.onlyChanges')}
      </Button>
      <span className="compare-steps">
        <IconButton label={t('comparison.previous')} onClick={() => onStep(-1)}>
          <PreviousIcon className="icon" />
        </IconButton>
        <span className="compare-place">{place}</span>
        <IconButton label={t('comparison.next')} onClick={() => onStep(1)}>
          <NextIcon className="icon" />
        </IconButton>
      </span>
    </div>
  );
}

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

/** A native list: it works by keyboard, by voice and on a phone as people know it. */
function Picker({ label, value, options, onChange }: PickerProps) {
  return (
    <label className="compare-picker">
      <span className="compare-picker-label">{label}</span>
      <select className="field-input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
