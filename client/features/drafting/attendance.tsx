import type { Connection, OtherPerson } from '../../editor/connection/connection.ts';
import { Button } from '../../ui/button.tsx';
import { LazyPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import { PeopleIcon } from './icons.ts';
import { loadPeoplePanel } from './later.ts';
import { useObservable } from './use-observable.ts';

interface AttendanceProps {
  readonly connection: Connection;
  /** Takes one to somebody's cursor. */
  readonly onGoTo: (person: OtherPerson) => void;
}

/** How many are drafting and how many read along; who, at a press. */
export function Attendance({ connection, onGoTo }: AttendanceProps) {
  const { t } = useMessages();
  const { drafting, reading } = useObservable(connection.attendance);
  // Whoever looks is there: nobody at all means that the server has not said yet.
  if (drafting + reading === 0) return null;
  const words = {
    drafting: t('drafting.people.drafting', { count: drafting }),
    reading: t('drafting.people.reading', { count: reading }),
  };
  return (
    <LazyPopup
      opens="dialog"
      trigger={
        <Button tone="quiet" small>
          <PeopleIcon className="icon" aria-hidden />
          <span className="people-count" aria-hidden>
            {drafting}
          </span>
          <span className="people-words">{t('drafting.people.summary', words)}</span>
        </Button>
      }
      load={loadPeoplePanel}
      props={{ connection, onGoTo }}
    />
  );
}
