import type { Adoption } from '../../../shared/model/silence.ts';
import { fieldProblem, type ShownFailure } from '../../ui/failure-notice.tsx';
import { Choices, Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

/** What is typed of an adoption. */
export interface AdoptionDraft {
  readonly manner: Adoption['manner'];
  readonly inFavour: string;
  readonly against: string;
  readonly abstaining: string;
  /** `2025-12-17`. */
  readonly date: string;
  readonly symbol: string;
}

export const draftOf = (adoption: Adoption | null, today: string): AdoptionDraft => ({
  manner: adoption?.manner ?? 'consensus',
  inFavour: String(adoption?.votes?.inFavour ?? ''),
  against: String(adoption?.votes?.against ?? ''),
  abstaining: String(adoption?.votes?.abstaining ?? ''),
  date: adoption?.date.slice(0, 10) ?? today,
  symbol: adoption?.symbol ?? '',
});

export const requestOf = ({ manner, inFavour, against, abstaining, date, symbol }: AdoptionDraft) => ({
  manner,
  votes:
    manner === 'consensus'
      ? null
      : { inFavour: Number(inFavour), against: Number(against), abstaining: Number(abstaining) },
  date: date as Adoption['date'],
  symbol,
});

interface AdoptionFieldsProps {
  readonly draft: AdoptionDraft;
  readonly failure: ShownFailure | null;
  readonly onChange: (draft: AdoptionDraft) => void;
}

/** How, with which numbers, when and under which symbol: for recording and for correcting. */
export function AdoptionFields({ draft, failure, onChange }: AdoptionFieldsProps) {
  const { t } = useMessages();
  const wrong = fieldProblem(failure, 'votes');
  return (
    <>
      <Choices
        label={t('adoption.manner')}
        value={draft.manner}
        onChange={(manner) => onChange({ ...draft, manner })}
        options={[
          { value: 'consensus', text: t('adoption.consensus'), help: t('adoption.consensusHelp') },
          { value: 'recorded-vote', text: t('adoption.vote') },
        ]}
      />
      {draft.manner === 'consensus' ? null : (
        <div className="adoption-votes">
          {(['inFavour', 'against', 'abstaining'] as const).map((name) => (
            <Field key={name} label={t(`adoption.${name}`)} error={name === 'inFavour' ? wrong : undefined}>
              <input
                type="number"
                required
                min={0}
                step={1}
                value={draft[name]}
                onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
              />
            </Field>
          ))}
        </div>
      )}
      <div className="field-row adoption-day">
        <Field label={t('adoption.date')} error={fieldProblem(failure, 'date')}>
          <input
            type="date"
            required
            value={draft.date}
            onChange={(event) => onChange({ ...draft, date: event.target.value })}
          />
        </Field>
        <Field
          label={t('adoption.symbol')}
          help={t('adoption.symbolHelp')}
          error={fieldProblem(failure, 'symbol')}
        >
          <input
            dir="ltr"
            value={draft.symbol}
            onChange={(event) => onChange({ ...draft, symbol: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
