import type { SpokenFor } from '../../../../shared/model/statement.ts';
import { useMessages } from '../../../ui/messages.ts';

/** How the speaker stood to others, in the words of the notes. */
export function SpokenForFacts({ spokenFor }: { spokenFor: SpokenFor }) {
  const { t } = useMessages();
  const { onBehalfOf, alsoOnBehalfOf, alignsWith, except } = spokenFor;
  const said = [
    ['onBehalfOf', onBehalfOf],
    ['alsoOnBehalfOf', alsoOnBehalfOf],
    ['alignsWith', alignsWith],
    ['except', except],
  ] as const;
  if (said.every(([, names]) => names.length === 0)) return null;
  return (
    <p className="statement-standing">
      {said.map(([name, names]) =>
        names.length === 0 ? null : (
          <span key={name} className="statement-standing-part">
            <span className="soft">{t(`statements.card.${name}`)}</span>{' '}
            {names.map((one, n) => (
              <span key={one}>
                {n === 0 ? '' : ', '}
                <bdi>{one}</bdi>
              </span>
            ))}
          </span>
        ),
      )}
    </p>
  );
}
