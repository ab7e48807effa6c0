import {
  CONSTITUENCIES,
  type Constituency,
  REGIONS,
  type Region,
} from '../../../shared/model/participant.ts';
import type { Failure } from '../../api/request.ts';
import { fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

interface ConstituencyFieldsProps {
  readonly constituency: Constituency | null;
  readonly region: Region | null;
  readonly onConstituency: (constituency: Constituency | null) => void;
  readonly onRegion: (region: Region | null) => void;
  readonly failure: Failure | null;
  /** What stands before the names of the fields in the request: `delegation.` or nothing. */
  readonly within?: string;
}

/** The constituency of a delegation, and of a government its regional group. */
export function ConstituencyFields(props: ConstituencyFieldsProps) {
  const { constituency, region, onConstituency, onRegion, failure, within = '' } = props;
  const { t } = useMessages();
  return (
    <>
      <Field label={t('members.invite.constituency')} error={fieldProblem(failure, `${within}constituency`)}>
        <select
          value={constituency ?? 'none'}
          onChange={({ target: { value } }) =>
            onConstituency(value === 'none' ? null : (value as Constituency))
          }
        >
          {([...CONSTITUENCIES, 'none'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`terms.constituency.${value}`)}
            </option>
          ))}
        </select>
      </Field>
      {constituency === 'government' ? (
        <Field label={t('members.invite.region')} error={fieldProblem(failure, `${within}region`)}>
          <select
            value={region ?? ''}
            onChange={({ target: { value } }) => onRegion(value === '' ? null : (value as Region))}
          >
            <option value="">{t('members.invite.noRegion')}</option>
            {REGIONS.map((value) => (
              <option key={value} value={value}>
                {t(`terms.region.${value}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
    </>
  );
}
