import { useLocation } from 'wouter';
import type { DemoPerson } from '../../../shared/api/session.ts';
import { failureIn } from '../../api/request.ts';
import { useDemo, useEnterDemo } from '../../api/session.ts';
import { announce } from '../../ui/announce.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import './home.css';

/** One press a sample person: enters as them and opens what they come for. Only on a demonstration server. */
export function DemoEntry() {
  const { t } = useMessages();
  const { data } = useDemo(true);
  const enter = useEnterDemo();
  const [, go] = useLocation();
  if (data === undefined) return null;
  const enterAs = (person: DemoPerson): void =>
    enter.mutate(
      { key: person.key },
      {
        onSuccess: () => {
          announce(t('home.demo.chosen', { name: person.name }));
          const writes = person.role === 'facilitator' || person.role === 'drafter';
          go(`/d/${data.documentId}${writes ? '/draft' : ''}`);
        },
      },
    );
  return (
    <section className="home-demo" aria-labelledby="demo-title">
      <h2 className="section-title" id="demo-title">
        {t('home.demo.title')}
      </h2>
      <p className="soft">{t('home.demo.lead')}</p>
      {enter.error === null ? null : <FailureNotice failure={failureIn(enter.error)} />}
      <ul className="home-people">
        {data.people.map((person) => (
          <li key={person.key}>
            <button type="button" className="home-person" onClick={() => enterAs(person)}>
              <span className="visually-hidden">{t('home.demo.enter')}</span>
              <span className="home-person-role">{t(`terms.role.${person.role}`)}</span>
              <span className="home-person-name">{person.name}</span>
              <span className="home-person-delegation">{person.delegation}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
