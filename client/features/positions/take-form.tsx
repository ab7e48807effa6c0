import { type FormEvent, useMemo, useState } from 'react';
import { MAX_POSITION_WORDS } from '../../../shared/domain/position.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Standing } from '../../../shared/model/position.ts';
import { useTakePositions } from '../../api/positions/acts.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { keptTake } from './kept-take.ts';
import { holderName, type PositionScene, paragraphName } from './scene.ts';
import { StandingChoice } from './standing-choice.tsx';
import { TakeBack } from './take-back.tsx';

interface TakeFormProps {
  readonly scene: PositionScene;
  readonly holder: Holder;
  /** One, or several that get the same. */
  readonly paragraphs: readonly ParagraphId[];
  readonly onDone?: () => void;
}

/** How many names of paragraphs are said before they are only counted. */
const NAMED = 6;
/** Below this many characters left, they are counted out loud. */
const FEW_LEFT = 200;

/**
 * A standing and a word of explanation for a holder on one paragraph or on several. Says before what is recorded and
 * by whom; what was typed stays until it is. Key it by holder and paragraph.
 */
export function TakeForm({ scene, holder, paragraphs, onDone }: TakeFormProps) {
  const { t } = useMessages();
  const { me, matrix, version } = scene;
  const documentId = version.documentId;
  const [single] = paragraphs.length === 1 ? paragraphs : [];
  const held = single === undefined ? null : (matrix.held.get(holderKey(holder))?.get(single) ?? null);
  const kept = useMemo(
    () =>
      me === null
        ? null
        : keptTake(
            localStorage,
            documentId,
            me.participant.id,
            `${holderKey(holder)}.${single ?? 'several'}`,
          ),
    [documentId, me, holder, single],
  );
  const [draft, setDraft] = useState(
    () => kept?.read() ?? { standing: held?.position.standing ?? null, words: held?.position.words ?? '' },
  );
  const take = useTakePositions(documentId);
  const failure = take.error === null ? null : failureIn(take.error);
  const change = (part: Partial<typeof draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept?.write(next);
  };
  const { standing, words } = draft;
  const isSame =
    held !== null &&
    held.state === 'own' &&
    held.position.standing === standing &&
    held.position.words === words.trim();
  const confirms = held !== null && held.state !== 'own' && held.position.standing === standing;
  const name = holderName(scene, holder);
  const send = (said: Standing | null): void => {
    if (take.isPending) return;
    take.mutate(
      {
        version: version.id,
        positions: paragraphs.map((paragraph) => ({
          paragraph,
          standing: said,
          words: said === null ? '' : words.trim(),
        })),
        onBehalfOf: holder.noun === 'group' ? holder.id : null,
      },
      {
        onSuccess: () => {
          kept?.drop();
          if (said === null) setDraft({ standing: null, words: '' });
          announce(t('positions.take.done', { holder: name, count: paragraphs.length }));
          onDone?.();
        },
      },
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (standing !== null && !isSame) send(standing);
  };
  const what =
    paragraphs.length > NAMED
      ? t('common.paragraphs', { count: paragraphs.length })
      : paragraphs.map((id) => paragraphName(t, scene, id)).join(', ');
  const left = MAX_POSITION_WORDS - words.length;
  return (
    <form className="take-form" onSubmit={submit} aria-label={t('positions.take.on', { label: what })}>
      <StandingChoice value={standing} onChange={(next) => change({ standing: next })} />
      <Field
        label={t('positions.take.words')}
        help={left < FEW_LEFT ? t('positions.take.left', { count: left }) : t('positions.take.wordsHelp')}
      >
        <textarea
          dir="auto"
          rows={3}
          maxLength={MAX_POSITION_WORDS}
          value={words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </Field>
      <p className="small soft" role="status">
        {standing === null
          ? t('positions.take.recordsNothing')
          : isSame
            ? t('positions.take.same')
            : t('positions.take.records', {
                holder: name,
                standing: t(`positions.standings.${standing}`),
                what,
                version: version.name,
                person: me?.participant.name ?? '',
                delegation: me?.delegation.name ?? '',
              })}
      </p>
      {failure === null ? null : (
        <>
          {failure.code === 'too-late' ? (
            <Notice tone="warn" title={t('positions.take.ended')} live>
              <p>{t('positions.take.endedHelp')}</p>
            </Notice>
          ) : (
            <FailureNotice failure={failure} />
          )}
          <p className="small soft">{t('positions.take.kept')}</p>
        </>
      )}
      <div className="form-actions">
        <Button
          type="submit"
          small
          tone="primary"
          busy={take.isPending}
          disabled={standing === null || isSame}
        >
          {t(confirms ? 'positions.take.confirm' : 'positions.take.submit')}
        </Button>
        {held === null ? null : (
          <TakeBack holder={name} busy={take.isPending} onTakeBack={() => send(null)} />
        )}
      </div>
    </form>
  );
}
