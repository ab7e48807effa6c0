import { breaks } from '../../../shared/domain/silence-outcome.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useVersion } from '../../api/versions.ts';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { BrokenPlaces } from './broken-places.tsx';
import { Extensions } from './extensions.tsx';
import { WithMoment } from './objection-card.tsx';

interface PastSilenceProps {
  readonly id: DocumentId;
  readonly silence: SilenceProcedure;
  readonly versionName: string;
  readonly view: RegisterView;
}

const SIGN = { kept: '✓', broken: '✕', ended: '–' } as const;

/** What became of a silence, as it was recorded. */
export function PastSilence({ id, silence, versionName, view }: PastSilenceProps) {
  const { t } = useMessages();
  const version = useVersion(id, silence.version, silence.outcome === 'broken');
  const { outcome, deadline, decidedAt, letter } = silence;
  if (outcome === 'running') return null;
  const objections = [...view.rows.objection.values()].filter((one) => one.silence === silence.id);
  const broke = objections.filter((one) => breaks(one, silence));
  const places = new Set(
    broke.flatMap((one) => one.places.map(({ paragraph, chapeau }) => `${paragraph} ${chapeau}`)),
  );
  const holders = new Set(broke.map(({ holder }) => holderKey(holder)));
  const withdrawn = objections.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
  return (
    <article className="silence-past stack" data-outcome={outcome}>
      <h3>
        <span aria-hidden>{SIGN[outcome]} </span>
        <WithMoment
          words={t(`silence.past.${outcome}On`, { version: versionName, moment: '\u0000' })}
          iso={outcome === 'ended' ? (decidedAt ?? deadline) : deadline}
        />
      </h3>
      <Extensions silence={silence} view={view} />
      {outcome === 'broken' ? (
        <p>
          {t('silence.past.places', { count: places.size })} {t('silence.past.by', { count: holders.size })}
        </p>
      ) : null}
      {withdrawn === 0 ? null : <p className="soft">{t('silence.past.withdrawn', { count: withdrawn })}</p>}
      {outcome !== 'broken' ? null : version.data === undefined ? (
        <ListSkeleton lines={3} />
      ) : (
        <BrokenPlaces
          id={id}
          version={version.data}
          silence={silence}
          objections={objections}
          paragraphs={version.data.paragraphs}
          view={view}
        />
      )}
      {letter === '' ? null : (
        <details>
          <summary>{t('silence.letter')}</summary>
          <blockquote className="silence-reason" dir="auto">
            {letter}
          </blockquote>
        </details>
      )}
    </article>
  );
}
