import type { MemberIdentity } from '../../../../shared/api/member.ts';
import { spokenFor, tiesAt } from '../../../../shared/domain/alignment.ts';
import { decideHolder } from '../../../../shared/domain/holder.ts';
import type { Group } from '../../../../shared/model/group.ts';
import type { GroupId, IsoTime } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Field } from '../../../ui/field.tsx';
import { listed, useMessages } from '../../../ui/messages.ts';

interface HolderFieldProps {
  readonly me: MemberIdentity;
  readonly view: Pick<RegisterView, 'rows' | 'directory'>;
  readonly now: IsoTime;
  readonly value: GroupId | null;
  readonly onChange: (group: GroupId | null) => void;
}

/** The groups that one may speak for, by this device's clock; the server judges. */
export const groupsOf = (
  { rows }: Pick<RegisterView, 'rows'>,
  { delegation }: MemberIdentity,
  now: IsoTime,
): readonly Group[] => [...rows.group.values()].filter((group) => decideHolder(delegation.id, group, now).ok);

/** Names that are said before the rest is only counted. */
const NAMED = 12;

/** Who declares: one's delegation, or a group that it speaks for, with whom that group speaks for now. */
export function HolderField({ me, view, now, value, onChange }: HolderFieldProps) {
  const { t, locale } = useMessages();
  const groups = groupsOf(view, me, now);
  if (groups.length === 0) return null;
  return (
    <div className="stack">
      <Field label={t('declarations.form.holder')} help={t('declarations.form.holderHelp')}>
        <select
          value={value ?? ''}
          onChange={({ target }) => onChange(groups.find(({ id }) => id === target.value)?.id ?? null)}
        >
          <option value="">{me.delegation.name}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {t('declarations.form.group', { group: name })}
            </option>
          ))}
        </select>
      </Field>
      {value === null ? null : <p className="small soft">{speaksFor()}</p>}
    </div>
  );

  function speaksFor(): string {
    if (value === null) return '';
    const ties = tiesAt([...view.rows.group.values()], [...view.rows.alignment.values()], now);
    const names = spokenFor(ties, value, null)
      .map((id) => view.directory.delegations.get(id)?.name ?? '')
      .sort((a, b) => a.localeCompare(b, locale));
    return t('declarations.form.speaksFor', {
      count: names.length,
      names: names.length > NAMED ? `${listed(names.slice(0, NAMED))} …` : names,
    });
  }
}
