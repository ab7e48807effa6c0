import type { ReactNode } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { actsFor } from '../../../shared/domain/holder.ts';
import { duration } from '../../../shared/messages/moments.ts';
import type { GroupId, IsoTime } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../shared/model/silence.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useMessages } from '../../ui/messages.ts';
import { useMinute } from '../../ui/use-minute.ts';
import { ZonedTimes } from '../../ui/zoned-times.tsx';
import { Extensions } from './extensions.tsx';
import { ObjectionCard, WithMoment } from './objection-card.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { RunningActs } from './running-acts.tsx';

interface RunningSilenceProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly silence: SilenceProcedure;
  readonly versionName: string;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** The silence that runs: until when, what it does, who has objected, and the way to object. */
export function RunningSilence(props: RunningSilenceProps) {
  const { answer, view, silence, versionName, paragraphs } = props;
  const { t, locale } = useMessages();
  const now = useMinute(silence.deadline);
  const { id } = answer.document;
  const left = Date.parse(silence.deadline) - now.getTime();
  const objections = [...view.rows.objection.values()].filter((one) => one.silence === silence.id);
  const standing = objections.filter(({ withdrawnAt }) => withdrawnAt === null);
  const { me, abilities } = answer;
  const isOwn = ({ holder }: SilenceObjection): boolean =>
    me !== null &&
    abilities['silence.object'].allowed &&
    actsFor(
      holder,
      me.delegation.id,
      view.rows.group.get(holder.id as GroupId),
      now.toISOString() as IsoTime,
    );
  return (
    <section className="silence-running stack" aria-labelledby="silence-running">
      <h2 className="section-title" id="silence-running">
        {t('silence.underway', { version: versionName })}
      </h2>
      <p className="silence-left">
        {left <= 0
          ? t('silence.passed')
          : t('silence.left', { time: duration(left, locale) ?? t('silence.lastMinute') })}
      </p>
      <ZonedTimes at={silence.deadline} />
      {me !== null && abilities['silence.open'].allowed ? (
        <RunningActs
          key={silence.id}
          id={id}
          participant={me.participant.id}
          silence={silence}
          versionName={versionName}
        />
      ) : null}
      <p>{t('silence.frozen')}</p>
      <Extensions silence={silence} view={view} />
      {silence.letter === '' ? null : (
        <figure className="silence-letter">
          <figcaption>{t('silence.letter')}</figcaption>
          <blockquote dir="auto">{silence.letter}</blockquote>
        </figure>
      )}
      <p className="soft">
        <WithMoment words={t('silence.opened', { moment: '\u0000' })} iso={silence.opensAt} />
      </p>
      <section className="section" aria-labelledby="silence-objections">
        <h3 className="section-title" id="silence-objections">
          {standing.length === 0
            ? t('silence.noObjections')
            : t('silence.objections', { count: standing.length })}
        </h3>
        <ul className="silence-objections">
          {objections.map((objection) => (
            <ObjectionCard
              key={objection.id}
              id={id}
              objection={objection}
              view={view}
              paragraphs={paragraphs}
              own={isOwn(objection)}
            />
          ))}
        </ul>
      </section>
      {me !== null && abilities['silence.object'].allowed ? (
        <Titled id="silence-object" title={t('silence.object.title')}>
          <ObjectionForm
            key={silence.id}
            answer={answer}
            me={me}
            view={view}
            silence={silence}
            versionName={versionName}
            paragraphs={paragraphs}
          />
        </Titled>
      ) : null}
    </section>
  );
}

function Titled({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h3 className="section-title" id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
}
