import '../../ui/words/drafting.ts';
import { Popover } from '@base-ui/react/popover';
import type { Connection, OtherPerson } from '../../editor/connection/connection.ts';
import type { FetchedPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import { useObservable } from './use-observable.ts';

interface PeoplePanelProps extends FetchedPopup {
  readonly connection: Connection;
  /** Takes one to somebody's cursor. */
  readonly onGoTo: (person: OtherPerson) => void;
}

/** Those who draft, by name and delegation. */
export default function PeoplePanel({ connection, onGoTo, trigger, defaultOpen }: PeoplePanelProps) {
  const { t } = useMessages();
  const others = useObservable(connection.others);
  const permissions = useObservable(connection.permissions);
  const self = permissions?.participant ?? null;
  const writes = permissions?.canWrite === true;
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger render={trigger} />
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
