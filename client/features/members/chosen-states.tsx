import type { State, StateCode, UnLanguage } from '../../../shared/data/state.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

interface ChosenStatesProps {
  readonly states: readonly State[];
  /** In which the delegations will be named. */
  readonly language: UnLanguage;
  readonly persons: ReadonlyMap<StateCode, string>;
  readonly onName: (code: StateCode, name: string) => void;
  readonly onTakeOut: (code: StateCode) => void;
}

/** Whom an invitation of many is for, in the reader's order, each with the name of its person if one is known. */
export function ChosenStates({ states, language, persons, onName, onTakeOut }: ChosenStatesProps) {
  const { t, choice } = useMessages();
  return (
    <div className="members-tall">
      <TableScroll label={t('members.many.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('members.many.delegation')}</th>
              <th scope="col">{t('members.many.person')}</th>
              <th scope="col">{t('members.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {states.map(({ code, names, region }) => {
              const name = names[language];
              return (
                <tr key={code} className="members-row">
                  <th scope="row">
                    <bdi lang={language}>{name}</bdi>
                    {name === names[choice] ? null : (
                      <>
                        {' '}
                        <span className="soft">
                          (<bdi lang={choice}>{names[choice]}</bdi>)
                        </span>
                      </>
                    )}
                    {region === null ? null : (
                      <span className="members-constituency">{t(`terms.region.${region}`)}</span>
                    )}
                  </th>
                  <td>
                    <input
                      className="field-input members-person"
                      dir="auto"
                      maxLength={200}
                      aria-label={t('members.many.personOf', { name })}
                      placeholder={t('members.many.after', { name })}
                      value={persons.get(code) ?? ''}
                      onChange={({ target }) => onName(code, target.value)}
                    />
                  </td>
                  <td>
                    <Button
                      small
                      tone="quiet"
                      aria-label={t('members.many.takeOut', { name })}
                      onClick={() => onTakeOut(code)}
                    >
                      <span aria-hidden>×</span>
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <p className="small soft">{t('members.many.personHelp')}</p>
    </div>
  );
}
