import type { ParticipantId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import type { Contributor } from './delegation-signs.ts';
import './authorship.css';

interface ContributorListProps {
  readonly contributors: readonly Contributor[];
  readonly only: ParticipantId | null;
  readonly onOnly: (id: ParticipantId | null) => void;
}

/** The legend, which is the filter as well: press a name to see only their words, again for everybody's. */
export function ContributorList({ contributors, only, onOnly }: ContributorListProps) {
  const { t } = useMessages();
  return (
    <>
      <h2 className="panes-heading">{t('authors.people')}</h2>
      <ul className="authors-people">
        {contributors.map(({ id, name, delegation, characters, sign }) => (
          <li key={id}>
            <button
              type="button"
              className="authors-person"
              aria-pressed={only === id}
              title={t('authors.show', { name })}
              onClick={() => onOnly(only === id ? null : id)}
            >
              <span
                className="authored-sign"
                data-hue={sign.hue}
                data-underline={sign.underline}
                aria-hidden="true"
              >
                <bdi>{sign.letters}</bdi>
              </span>
              <span className="authors-name">
                <bdi>{name}</bdi>
              </span>
              <span className="authors-facts">
                <bdi>{delegation}</bdi> · {t('authors.characters', { count: characters })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
