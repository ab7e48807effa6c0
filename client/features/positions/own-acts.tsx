import { useState } from 'react';
import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { useTakePositions } from '../../api/positions/acts.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import type { OwnRow } from './own-rows.ts';
import { holderName, type PositionScene } from './scene.ts';
import { TakeForm } from './take-form.tsx';

interface OwnActsProps {
  readonly scene: PositionScene;
  readonly holder: Holder;
  readonly rows: readonly OwnRow[];
  readonly shown: readonly OwnRow[];
  readonly chosen: ReadonlySet<ParagraphId>;
  readonly onChoose: (ids: readonly ParagraphId[]) => void;
}

const heldIn = (rows: readonly OwnRow[]): HeldPosition[] => rows.flatMap(({ held }) => held ?? []);

/** What is done to several positions in one act: the same for all chosen, confirming, taking back. */
export function OwnActs({ scene, holder, rows, shown, chosen, onChoose }: OwnActsProps) {
  const { t } = useMessages();
  const [together, setTogether] = useState(false);
  const [asked, setAsked] = useState(false);
  const act = useTakePositions(scene.version.documentId);
  const failure = act.error === null ? null : failureIn(act.error);
  const inHand = rows.filter(({ paragraph }) => chosen.has(paragraph.id));
  const name = holderName(scene, holder);
  const carried = heldIn(rows).filter(({ state }) => state === 'carried');
  const chosenHeld = heldIn(inHand);
  const confirmable = chosenHeld.filter(({ state }) => state !== 'own');
  const send = (held: readonly HeldPosition[], takesBack: boolean): void => {
    if (act.isPending || held.length === 0) return;
    act.mutate(
      {
        version: scene.version.id,
        positions: held.map(({ paragraph, position }) => ({
          paragraph,
          standing: takesBack ? null : position.standing,
          words: takesBack ? '' : position.words,
        })),
        onBehalfOf: holder.noun === 'group' ? holder.id : null,
      },
      {
        onSuccess: () => {
          announce(t('positions.take.done', { holder: name, count: held.length }));
          setAsked(false);
          onChoose([]);
        },
      },
    );
  };
  return (
    <div className="own-acts">
      {carried.length === 0 || chosen.size > 0 ? null : (
        <div className="own-confirm">
          <p className="small soft">
            {t('positions.mine.confirmCarriedHelp', { holder: name, version: scene.version.name })}
          </p>
          <Button small busy={act.isPending} onClick={() => send(carried, false)}>
            {t('positions.mine.confirmCarried', { count: carried.length })}
          </Button>
        </div>
      )}
      <div className="own-choosing">
        <span role="status">
          {chosen.size === 0 ? '' : t('positions.mine.chosen', { count: chosen.size })}
        </span>
        {shown.length === 0 ? null : (
          <Button small tone="quiet" onClick={() => onChoose(shown.map(({ paragraph }) => paragraph.id))}>
            {t('positions.mine.chooseAll', { count: shown.length })}
          </Button>
        )}
        {chosen.size === 0 ? null : (
          <>
            <Button small tone="quiet" onClick={() => onChoose([])}>
              {t('positions.mine.chooseNone')}
            </Button>
            <Button small aria-expanded={together} onClick={() => setTogether(!together)}>
              {t('positions.mine.together')}
            </Button>
            {confirmable.length === 0 ? null : (
              <Button small busy={act.isPending} onClick={() => send(confirmable, false)}>
                {t('positions.mine.confirmChosen', { count: confirmable.length })}
              </Button>
            )}
            {chosenHeld.length === 0 || asked ? null : (
              <Button small tone="quiet" onClick={() => setAsked(true)}>
                {t('positions.mine.withdrawChosen', { count: chosenHeld.length })}
              </Button>
            )}
          </>
        )}
      </div>
      {asked && chosenHeld.length > 0 ? (
        <div className="take-back">
          <p className="small">{t('positions.take.withdrawHelp', { holder: name })}</p>
          <div className="form-actions">
            <Button small tone="danger" busy={act.isPending} onClick={() => send(chosenHeld, true)}>
              {t('positions.mine.withdrawChosen', { count: chosenHeld.length })}
            </Button>
            <Button small tone="quiet" onClick={() => setAsked(false)}>
              {t('positions.take.keep')}
            </Button>
          </div>
        </div>
      ) : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {together && inHand.length > 0 ? (
        <section className="own-together" aria-label={t('positions.take.onMany', { count: inHand.length })}>
          <h3 className="people-head">{t('positions.take.onMany', { count: inHand.length })}</h3>
          <TakeForm
            key={inHand.length === 1 ? inHand[0]?.paragraph.id : 'several'}
            scene={scene}
            holder={holder}
            paragraphs={inHand.map(({ paragraph }) => paragraph.id)}
            onDone={() => {
              setTogether(false);
              onChoose([]);
            }}
          />
        </section>
      ) : null}
    </div>
  );
}
