import { useMemo, useState } from 'react';
import type { Addressees } from '../../../shared/model/comment.ts';
import type { DelegationId, GroupId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { useMessages } from '../../ui/messages.ts';

interface AddressFieldProps {
  readonly view: Pick<RegisterView, 'rows' | 'directory'>;
  /** One's own delegation is not asked. */
  readonly mine: DelegationId;
  readonly value: Addressees;
  readonly onChange: (value: Addressees) => void;
}

/** Above so many there is a field to find them by name. */
const FINDABLE = 8;

/** Who is asked, or named: delegations and groups to tick. */
export function AddressField({ view, mine, value, onChange }: AddressFieldProps) {
  const { t, locale } = useMessages();
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const chosen = value.delegations.length + value.groups.length;
  const names = [
    ...value.groups.map((id) => view.rows.group.get(id)?.name ?? ''),
    ...value.delegations.map((id) => view.directory.delegations.get(id)?.name ?? ''),
  ];
  const all = useMemo(() => {
    const byName = <One extends { readonly name: string }>(a: One, b: One): number =>
      a.name.localeCompare(b.name, locale);
    return {
      groups: [...view.rows.group.values()].sort(byName),
      delegations: [...view.directory.delegations.values()].filter(({ id }) => id !== mine).sort(byName),
    };
  }, [view, mine, locale]);
  const fits = ({ name }: { readonly name: string }): boolean =>
    name.toLocaleLowerCase(locale).includes(sought.toLocaleLowerCase(locale));
  const toggle = <Id extends string>(list: readonly Id[], id: Id): readonly Id[] =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  if (!open && chosen === 0)
    return (
      <Button small tone="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
        {t('dialogue.composer.address')}
      </Button>
    );
  return (
    <div className="address-field">
      <Button small tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {chosen === 0 ? t('dialogue.composer.address') : t('dialogue.composer.addressed', { names })}
      </Button>
      {open ? (
        <fieldset className="plain">
          <legend className="visually-hidden">{t('dialogue.composer.address')}</legend>
          {all.groups.length + all.delegations.length > FINDABLE ? (
            <input
              type="search"
              className="field-input"
              aria-label={t('dialogue.composer.addressFind')}
              placeholder={t('dialogue.composer.addressFind')}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          ) : null}
          <ul className="address-list">
            {all.groups.filter(fits).map(({ id, name }) => (
              <li key={id}>
                <label className="choice small">
                  <input
                    type="checkbox"
                    checked={value.groups.includes(id)}
                    onChange={() => onChange({ ...value, groups: toggle<GroupId>(value.groups, id) })}
                  />
                  <bdi>{name}</bdi>
                </label>
              </li>
            ))}
            {all.delegations.filter(fits).map(({ id, name, constituency }) => (
              <li key={id}>
                <label className="choice small">
                  <input
                    type="checkbox"
                    checked={value.delegations.includes(id)}
                    onChange={() =>
                      onChange({ ...value, delegations: toggle<DelegationId>(value.delegations, id) })
                    }
                  />
                  <span>
                    <ConstituencySign constituency={constituency} /> <bdi>{name}</bdi>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
    </div>
  );
}
