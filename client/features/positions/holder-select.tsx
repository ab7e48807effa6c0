import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { holderName, type PositionScene } from './scene.ts';

interface HolderSelectProps {
  readonly scene: PositionScene;
  readonly holders: readonly Holder[];
  readonly value: Holder;
  readonly onChange: (holder: Holder) => void;
}

/** For whom one speaks; nothing where one speaks for one's delegation alone. */
export function HolderSelect({ scene, holders, value, onChange }: HolderSelectProps) {
  const { t } = useMessages();
  if (holders.length < 2) return null;
  return (
    <Field label={t('positions.take.for')}>
      <select
        value={holderKey(value)}
        onChange={({ target }) => {
          const holder = holders.find((one) => holderKey(one) === target.value);
          if (holder !== undefined) onChange(holder);
        }}
      >
        {holders.map((holder) => (
          <option key={holderKey(holder)} value={holderKey(holder)}>
            {t(holder.noun === 'group' ? 'positions.take.group' : 'positions.take.ownDelegation', {
              name: holderName(scene, holder),
            })}
          </option>
        ))}
      </select>
    </Field>
  );
}
