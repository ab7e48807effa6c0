import type { DelegationId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

interface DelegationSelectProps {
  readonly label: string;
  readonly help?: string;
  readonly none: string;
  readonly directory: RegisterView['directory'];
  readonly value: DelegationId | null;
  readonly onChange: (value: DelegationId | null) => void;
}

/** Which delegation here a printed name is taken for; the facilitators themselves are none. */
export function DelegationSelect(props: DelegationSelectProps) {
  const { label, help, none, directory, value, onChange } = props;
  const { locale } = useMessages();
  const delegations = [...directory.delegations.values()]
    .filter(({ constituency, id }) => constituency !== null || id === value)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <Field label={label} help={help}>
      <select
        value={value ?? ''}
        onChange={(event) =>
          onChange(event.target.value === '' ? null : (event.target.value as DelegationId))
        }
      >
        <option value="">{none}</option>
        {delegations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
