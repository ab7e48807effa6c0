import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useMessages } from '../../ui/messages.ts';
import type { BehindCell, Voice } from './behind-cell.ts';
import { DelegationLink } from './delegation-link.tsx';
import { HeldWords } from './held-words.tsx';
import { inAlphabet } from './matrix-columns.ts';
import { holderName, type PositionScene } from './scene.ts';
import { StandingName, StandingSign } from './standing-sign.tsx';

interface PeopleListProps {
  readonly scene: PositionScene;
  readonly paragraph: ParagraphId;
  readonly behind: BehindCell;
}

/** Every delegation behind a cell, by what it says; those not heard by name. */
export function PeopleList({ scene, paragraph, behind }: PeopleListProps) {
  const { t, locale } = useMessages();
  return (
    <>
      {behind.standings.map(({ standing, voices, count }) => (
        <section key={standing} className="people-part" data-standing={standing}>
          <h3 className="people-head">
            <StandingSign figure={standing} /> <bdi>{t(`positions.counted.${standing}`, { count })}</bdi>
          </h3>
          {voices.map((voice) => (
            <VoiceView
              key={voice.held.map(({ position }) => position.id).join(' ')}
              scene={scene}
              paragraph={paragraph}
              voice={voice}
            />
          ))}
        </section>
      ))}
      {behind.split.length === 0 ? null : (
        <section className="people-part" data-standing="split">
          <h3 className="people-head">
            <StandingSign figure="split" />{' '}
            <bdi>{t('positions.counted.split', { count: behind.split.length })}</bdi>
          </h3>
          {behind.split.map(({ delegation, voices }) => (
            <div key={delegation.id} className="voice">
              <p className="voice-name">
                <DelegationLink scene={scene} delegation={delegation} paragraph={paragraph} />
              </p>
              <p className="soft small">{t('positions.panel.splitHelp')}</p>
              <ul>
                {voices.map(({ held }) => (
                  <li key={held.position.id}>
                    <StandingName figure={held.position.standing} />{' '}
                    {t('positions.panel.through', { group: holderName(scene, held.position.holder) })}
                    <HeldWords scene={scene} held={held} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {behind.notHeard.length === 0 ? null : (
        <section className="people-part" data-standing="not-heard">
          <h3 className="people-head">
            <StandingSign figure="not-heard" />{' '}
            <bdi>{t('positions.counted.not-heard', { count: behind.notHeard.length })}</bdi>
          </h3>
          <DelegationNames
            scene={scene}
            paragraph={paragraph}
            delegations={inAlphabet(behind.notHeard, locale)}
          />
        </section>
      )}
    </>
  );
}

function VoiceView({
  scene,
  paragraph,
  voice,
}: {
  scene: PositionScene;
  paragraph: ParagraphId;
  voice: Voice;
}) {
  const { t, locale } = useMessages();
  const [delegation] = voice.delegations;
  return (
    <div className="voice">
      {voice.own && delegation !== undefined ? (
        <p className="voice-name">
          <DelegationLink scene={scene} delegation={delegation} paragraph={paragraph} />{' '}
          <span className="soft small">{t('positions.panel.voice')}</span>
        </p>
      ) : null}
      {voice.held.map((held) => (
        <div key={held.position.id}>
          {voice.own ? null : (
            <p className="voice-name">
              <bdi>{holderName(scene, held.position.holder)}</bdi>
            </p>
          )}
          <HeldWords scene={scene} held={held} />
        </div>
      ))}
      {voice.own ? null : (
        <>
          <p className="small voice-for">
            {t('positions.panel.speaksFor', { count: voice.delegations.length })}
          </p>
          <DelegationNames
            scene={scene}
            paragraph={paragraph}
            delegations={inAlphabet(voice.delegations, locale)}
          />
        </>
      )}
    </div>
  );
}

/** Delegations by name in a running list, each leading to its column. */
export function DelegationNames({
  scene,
  paragraph = null,
  delegations,
}: {
  scene: PositionScene;
  paragraph?: ParagraphId | null;
  delegations: readonly Pick<Delegation, 'id' | 'name' | 'constituency'>[];
}) {
  return (
    <ul className="delegation-names">
      {delegations.map((delegation) => (
        <li key={delegation.id}>
          <DelegationLink scene={scene} delegation={delegation} paragraph={paragraph} />
        </li>
      ))}
    </ul>
  );
}
