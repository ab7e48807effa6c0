import { useRef, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { failureIn } from '../../api/request.ts';
import { useEndSilence } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ExtendForm } from './extend-form.tsx';
import { isDeadlineKept } from './use-kept-deadline.ts';

interface EndEarlyProps {
  readonly id: DocumentId;
  readonly silence: SilenceProcedure;
  readonly versionName: string;
}

interface RunningActsProps extends EndEarlyProps {
  readonly participant: ParticipantId;
}

/** What facilitators may do with the silence that runs: give more time, or end it. What was not sent is shown again. */
export function RunningActs({ id, participant, silence, versionName }: RunningActsProps) {
  const { t } = useMessages();
  const draftOf = { documentId: id, participant, name: `extend-${silence.id}` };
  const [extending, setExtending] = useState(() => isDeadlineKept(draftOf));
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setExtending(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className="silence-acts">
        <Button
          small
          ref={opener}
          aria-expanded={extending}
          onClick={() => (extending ? close() : setExtending(true))}
        >
          {t('silence.extend.act')}
        </Button>
        <EndEarly id={id} silence={silence} versionName={versionName} />
      </div>
      {extending ? <ExtendForm draftOf={draftOf} silence={silence} onClose={close} /> : null}
    </>
  );
}

function EndEarly({ id, silence, versionName }: EndEarlyProps) {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  const end = useEndSilence(id);
  const confirm = (): void =>
    void end.mutateAsync(silence.id).then(
      () => announce(t('silence.ended')),
      () => undefined,
    );
  return (
    <>
      <Button small onClick={() => setAsking(true)}>
        {t('silence.end')}
      </Button>
      {asking ? (
        <Dialog open onClose={() => setAsking(false)} title={t('silence.endTitle', { version: versionName })}>
          <p>{t('silence.endHelp')}</p>
          {end.error === null ? null : <FailureNotice failure={failureIn(end.error)} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button tone="danger" busy={end.isPending} onClick={confirm}>
              {t('silence.end')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
