import { useState } from 'react';
import { holderKey } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import { HeldState } from './held-words.tsx';
import { HolderSelect } from './holder-select.tsx';
import { holderAsked } from './may-speak.ts';
import { type PositionScene, paragraphName } from './scene.ts';
import { StandingName } from './standing-sign.tsx';
import { TakeForm } from './take-form.tsx';
import { useHolders } from './use-holders.ts';

interface TakeHereProps {
  readonly scene: PositionScene;
  readonly paragraph: ParagraphId;
}

/** One's own position on a paragraph, and the form that changes it, for whoever may take positions now. */
export function TakeHere({ scene, paragraph }: TakeHereProps) {
  const { t } = useMessages();
  const holders = useHolders(scene);
  const [chosen, setChosen] = useState<string | null>(null);
  const holder = holderAsked(holders, chosen);
  if (holder === null) return null;
  const held = scene.matrix.held.get(holderKey(holder))?.get(paragraph) ?? null;
  return (
    <details className="take-here">
      <summary>
        {t('positions.take.title')}{' '}
        {held === null ? (
          <span className="soft">{t('positions.mine.notTaken')}</span>
        ) : (
          <StandingName figure={held.position.standing} />
        )}
        <span className="visually-hidden"> {paragraphName(t, scene, paragraph)}</span>
      </summary>
      {held === null ? null : (
        <p className="small soft">
          <HeldState scene={scene} held={held} />
        </p>
      )}
      <HolderSelect
        scene={scene}
        holders={holders}
        value={holder}
        onChange={(next) => setChosen(holderKey(next))}
      />
      <TakeForm
        key={`${holderKey(holder)} ${paragraph}`}
        scene={scene}
        holder={holder}
        paragraphs={[paragraph]}
      />
    </details>
  );
}
