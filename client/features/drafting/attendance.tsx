import { Popover } from '@base-ui/react/popover';
import type { Connection, OtherPerson } from '../../editor/connection/connection.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { PeopleIcon } from './icons.ts';
import { useObservable } from './use-observable.ts';

interface AttendanceProps {
  readonly connection: Connection;
  /** Takes one to somebody's cursor. */
  readonly onGoTo: (person: OtherPerson) => void;
}

/** Who is drafting, with delegations, and how many read along. */
export function Attendance({ connection, onGoTo }: AttendanceProps) {
  const { t } = useMessages();
  const { drafting, reading } = useObservable(connection.attendance);
  const others = useObservable(connection.others);
  const self = useObservable(connection.permissions)?.participant ?? null;
  const writes = useObservable(connection.permissions)?.canWrite === true;
  // Whoever looks is there: nobody at all means that the server has not said yet.
  if (drafting + reading === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger render={<Button tone="quiet" small />}>
        <PeopleIcon className="icon" aria-hidden />
        <span className="people-count" aria-hidden>
          {drafting}
        </span>
        <span className="people-words">
          {t('drafting.people.summary', {
            drafting: t('drafting.people.drafting', { count: drafting }),
            reading: t('drafting.people.reading', { count: reading }),
          })}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Popover.Popup className="menu-popup people">
            <Popover.Title className="menu-label">{t('drafting.people.title')}</Popover.Title>
            <ul>
              {writes && self !== null ? (
                <li className="people-person">
                  <span className="people-mark" aria-hidden />
                  <span>
                    <bdi>{self.name}</bdi> ({t('drafting.people.you')})
                    <span className="menu-item-help">
                      <bdi>{self.delegation}</bdi>
                    </span>
                  </span>
                </li>
              ) : null}
              {others.map((person) => (
                <li key={person.clientId}>
                  <Person person={person} onGoTo={onGoTo} />
                </li>
              ))}
            </ul>
            {others.length === 0 ? <p className="people-note">{t('drafting.people.alone')}</p> : null}
            <p className="people-note">{t('drafting.people.readers')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Person({ person, onGoTo }: { person: OtherPerson; onGoTo: (person: OtherPerson) => void }) {
  const { t } = useMessages();
  const words = (
    <>
      <span className={`people-mark presence-hue-${person.color}`} aria-hidden />
      <span>
        <bdi>{person.name}</bdi>
        <span className="menu-item-help">
          <bdi>{person.delegation}</bdi>
          {person.caret === null ? ` · ${t('drafting.people.away')}` : ''}
        </span>
      </span>
    </>
  );
  if (person.caret === null) return <span className="people-person">{words}</span>;
  return (
    <button
      type="button"
      className="people-person people-go"
      title={t('drafting.people.goTo', { name: person.name })}
      onClick={() => onGoTo(person)}
    >
      {words}
    </button>
  );
}
