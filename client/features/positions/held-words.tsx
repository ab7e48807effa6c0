import { Link } from 'wouter';
import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import { Byline } from '../../ui/byline.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { changeAddress, type PositionScene, versionName } from './scene.ts';
import { StandingName } from './standing-sign.tsx';

/** A position in full: words, how it came to hold here, and who put it down when. */
export function HeldWords({ scene, held }: { scene: PositionScene; held: HeldPosition }) {
  const { t } = useMessages();
  const { position, others, state } = held;
  const by = signatoryOf(scene.register, position.by);
  const old = state !== 'own' && position.version !== scene.version.id;
  return (
    <div className="held">
      {position.words === '' ? null : (
        <blockquote className="held-words" dir="auto">
          {position.words}
        </blockquote>
      )}
      <p className="held-state" data-state={state}>
        <HeldState scene={scene} held={held} />
        {old ? (
          <>
            {' · '}
            <Link href={changeAddress(scene, position.version, held.paragraph)}>
              {t('positions.panel.whatChanged')}
            </Link>
          </>
        ) : null}
        {position.holder.noun === 'group' ? null : (
          <>
            {' · '}
            <bdi>{by.name}</bdi> · <Moment iso={by.at} short zone={false} />
          </>
        )}
      </p>
      {others.length === 0 ? null : (
        <div className="held-others">
          <p>{t('positions.panel.others')}</p>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <StandingName figure={other.standing} /> <span dir="auto">{other.words}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {position.holder.noun === 'group' ? (
        <Byline
          name={by.name}
          delegation={by.delegation}
          constituency={by.constituency}
          onBehalfOf={by.onBehalfOf}
          at={by.at}
        />
      ) : null}
    </div>
  );
}

/** Own, carried from where, or to be reconfirmed and why. */
export function HeldState({ scene, held }: { scene: PositionScene; held: HeldPosition }) {
  const { t } = useMessages();
  const { position, state, because } = held;
  const version = versionName(scene, position.version);
  if (state === 'own')
    return position.confirms === null
      ? t('positions.panel.own', { version })
      : t('positions.panel.confirmed', { version, before: versionName(scene, position.confirms) });
  if (state === 'carried') return t('positions.panel.carried', { version });
  return t(`positions.panel.reconfirm.${because ?? 'words-changed'}`, { version });
}
