import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { isUnderSilence } from '../../../shared/domain/phase-procedures.ts';
import { momentInUtc, momentInZone } from '../../../shared/messages/moments.ts';
import { momentOfWallClock, type WallClock } from '../../../shared/messages/wall-clock.ts';
import { type OutcomeDocument, PHASES } from '../../../shared/model/document.ts';
import { useChangePhase } from '../../api/documents.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Choices } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { Deadline } from './deadline.tsx';

/** The phase, or why it follows from something else now and where that is done. */
export function PhaseForm({ document }: { document: OutcomeDocument }) {
  const { t, locale } = useMessages();
  const { adoption, closesAt } = document;
  const words =
    adoption !== undefined
      ? t(adoption.recordClosedAt === null ? 'settings.phase.adopted' : 'settings.phase.closed')
      : isUnderSilence(document) && closesAt !== null
        ? t('settings.phase.underSilence', { moment: momentInUtc(closesAt, locale) })
        : null;
  if (words === null) return <FreePhase document={document} />;
  return (
    <Notice>
      <p>
        {words}{' '}
        {adoption?.recordClosedAt == null ? (
          <Link href={`/d/${document.id}/silence`}>{t('frame.silence')}</Link>
        ) : null}
      </p>
    </Notice>
  );
}

/**
 * Changes the phase; a consultation may be given a time at which it closes by itself. A silence needs a deadline and
 * is opened on its own page.
 */
function FreePhase({ document }: { document: OutcomeDocument }) {
  const { t, locale, zone } = useMessages();
  const [phase, setPhase] = useState(document.phase);
  const [wall, setWall] = useState<WallClock>('');
  const [entryZone, setEntryZone] = useState('UTC');
  const change = useChangePhase(document.id);
  const closesAt = phase === 'consultation' ? momentOfWallClock(wall, entryZone) : null;
  // A consultation may be given another deadline; any other phase that is chosen already changes nothing.
  const changes = phase !== document.phase || phase === 'consultation';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (change.isPending || !changes) return;
    // Others' screens may tell this one of the new phase before the answer does, and this form is then another one.
    change.mutateAsync({ phase, closesAt }).then(
      () => announce(t('settings.phase.done', { phase: t(`terms.phase.${phase}`) })),
      () => undefined,
    );
  };
  const since = momentInUtc(document.phaseSince, locale);
  const sinceLocal = momentInZone(document.phaseSince, locale, zone);
  return (
    <form className="form" onSubmit={submit}>
      <p>
        {t('settings.phase.now', {
          phase: t(`terms.phase.${document.phase}`),
          moment: sinceLocal === null ? since : t('common.inBrackets', { outer: since, inner: sinceLocal }),
        })}
      </p>
      <Choices
        label={t('settings.phase.choose')}
        value={phase}
        onChange={setPhase}
        options={PHASES.filter((value) => value !== 'silence' || document.phase === 'silence').map(
          (value) => ({
            value,
            text: t(`terms.phase.${value}`),
            help: t(`terms.phaseHelp.${value}`),
          }),
        )}
      />
      <p className="soft">
        {t('settings.phase.silenceHint')} <Link href={`/d/${document.id}/silence`}>{t('frame.silence')}</Link>
      </p>
      {phase === 'consultation' ? (
        <Deadline
          wall={wall}
          zone={entryZone}
          moment={closesAt}
          onChange={setWall}
          onZoneChange={setEntryZone}
        />
      ) : null}
      {change.error === null ? null : <FailureNotice failure={failureIn(change.error)} />}
      {changes ? (
        <>
          <p className="soft">{t('settings.phase.records')}</p>
          <div className="form-actions">
            <Button tone="primary" type="submit" busy={change.isPending}>
              {t('settings.phase.submit', { phase: t(`terms.phase.${phase}`) })}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
