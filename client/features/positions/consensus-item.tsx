import { useState } from 'react';
import { Link } from 'wouter';
import type { ConsensusReading } from '../../../shared/domain/rough-consensus.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { useMessages } from '../../ui/messages.ts';
import { inAlphabet, partName } from './matrix-columns.ts';
import { ObjectionList } from './objection-list.tsx';
import { DelegationNames } from './people-list.tsx';
import { type FrameName, positionsAddress } from './positions-address.ts';
import { unheard } from './readings.ts';
import { gist, type PositionScene, paragraphName, readAddress } from './scene.ts';
import { SIGNS } from './standing-signs.ts';

interface ConsensusItemProps {
  readonly scene: PositionScene;
  readonly reading: ConsensusReading;
  readonly frame: FrameName;
}

const GIST = 160;

/** The sign of an answer, so that it is no matter of colour. */
const ANSWER_SIGNS = {
  'no-objections-heard': '✓',
  'objections-remain': '×',
  'not-enough-heard': '…',
} as const;

/** The reading of one paragraph: answer, sentence, numbers, objections by name, and who was not heard. */
export function ConsensusItem({ scene, reading, frame }: ConsensusItemProps) {
  const { t } = useMessages();
  const { paragraph, answer, sentence, numbers, objections, outside, silent } = reading;
  const text = scene.paragraphOf.get(paragraph)?.text ?? '';
  const everybody = positionsAddress(scene.version.documentId, {
    version: scene.isLatest ? null : scene.version.id,
    cell: { paragraph, column: null },
  });
  const { notHeard, waiting } = unheard(scene, paragraph, frame);
  return (
    <li className="reading" data-answer={answer}>
      <div className="reading-head">
        <Link className="reading-label" href={readAddress(scene, paragraph)}>
          <bdi>{paragraphName(t, scene, paragraph)}</bdi>
        </Link>
        <span className="reading-answer">
          <span aria-hidden>{ANSWER_SIGNS[answer]}</span> {t(`positions.consensus.answers.${answer}`)}
        </span>
        <span className="reading-heard">
          {t('positions.consensus.heard', { heard: numbers.heard, asked: numbers.asked })}
        </span>
      </div>
      <p className="reading-gist" dir="auto">
        {gist(text, GIST)}
      </p>
      <p>
        {sentence === 'whole-groups-not-heard'
          ? t('positions.consensus.sentences.whole-groups-not-heard', {
              parts: silent.map((part) => partName(t, part)),
            })
          : t(`positions.consensus.sentences.${sentence}`)}
      </p>
      <ul className="reading-numbers">
        {(
          [
            ['support', numbers.support],
            ['can-live-with', numbers.canLiveWith],
            ['concern', numbers.concern],
            ['oppose', numbers.oppose],
            ['split', numbers.split],
          ] as const
        ).map(([figure, count]) =>
          count === 0 ? null : (
            <li key={figure} data-standing={figure}>
              <span className="reading-sign" aria-hidden>
                {SIGNS[figure]}
              </span>{' '}
              <Link href={everybody}>{t(`positions.counted.${figure}`, { count })}</Link>
            </li>
          ),
        )}
      </ul>
      {objections.length === 0 ? null : (
        <ObjectionList scene={scene} title={t('positions.consensus.objections')} objections={objections} />
      )}
      {outside.length === 0 ? null : (
        <ObjectionList scene={scene} title={t('positions.consensus.outside')} objections={outside} />
      )}
      <Names
        scene={scene}
        summary={t('positions.consensus.notHeard', { count: notHeard.length })}
        delegations={notHeard}
      />
      <Names
        scene={scene}
        summary={t('positions.consensus.waiting', { count: waiting.length })}
        delegations={waiting}
      />
    </li>
  );
}

/** Names behind a count, brought when asked for: hundreds of paragraphs with hundreds of names are too much at once. */
export function Names({
  scene,
  summary,
  delegations,
}: {
  scene: PositionScene;
  summary: string;
  delegations: readonly Delegation[];
}) {
  const { locale } = useMessages();
  const [open, setOpen] = useState(false);
  if (delegations.length === 0) return null;
  return (
    <details className="reading-names" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? <DelegationNames scene={scene} delegations={inAlphabet(delegations, locale)} /> : null}
    </details>
  );
}
